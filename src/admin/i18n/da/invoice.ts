export const invoice = {
  title: "Fakturaer",
  empty: "Ingen faktura endnu. Den udstedes, når betalingen er trukket.",
  open: "Vis",
  issuedOn: "Udstedt {{day}}",
  keepThrough: "Gemmes til og med {{day}}",
  test: "Test",
  kind: { invoice: "Faktura", credit_note: "Kreditnota" },
  missing: {
    title: "Fakturaen er ikke udstedt endnu: {{fields}} mangler.",
    text: "Betalingen er i orden. Ret køberen eller faktureringsadressen, og udsted den derefter.",
    account:
      "Fakturaen er ikke udstedt endnu: den konto hos Nets, der er betalt til, står ikke længere i indstillingerne (nets.accounts). Tilføj den, så udstedes fakturaen af sig selv.",
    refund: "Kreditnotaen er ikke udstedt: tilbagebetalingen er større end fakturaen.",
    issue: "Udsted nu",
    issued: "Fakturaen er udstedt.",
    still: "Der mangler stadig noget.",
  },
  fields: {
    company_name: "firmanavn",
    billing_address: "faktureringsadresse",
    "billing_address-address_1": "vejnavn",
    "billing_address-postal_code": "postnummer",
    "billing_address-city": "by",
    "billing_address-country_code": "land",
  },
}
