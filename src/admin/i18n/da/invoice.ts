export const invoice = {
  title: "Fakturaer",
  empty: "Ingen faktura endnu. Den udstedes, når betalingen er trukket.",
  open: "Vis",
  issuedOn: "Udstedt {{day}}",
  keepThrough: "Gemmes til og med {{day}}",
  test: "Test",
  kind: { invoice: "Faktura", credit_note: "Kreditnota" },
  credit: {
    action: "Ret",
    title: "Ret faktura {{number}}",
    text: "En faktura ændres aldrig. Den rettes med en kreditnota, som kunden også får.",
    kind: "Hvad skal der ske?",
    kinds: { amount: "Kreditér et beløb", order: "Ny faktura efter ordren, som den er nu" },
    amount: "Beløb med moms",
    amountHint: "Højst det, der er tilbage af fakturaen.",
    paidBack: "Betalt tilbage den",
    paidBackHint:
      "Kun hvis pengene er betalt tilbage uden om Medusa. En tilbagebetaling i Medusa laver selv sin kreditnota.",
    reason: "Årsag",
    reasonHint: "Står på kreditnotaen.",
    submit: { amount: "Kreditér", order: "Kreditér og udsted ny faktura" },
    done: {
      amount: "Kreditnotaen er udstedt.",
      order: "Fakturaen er krediteret, og en ny er udstedt.",
    },
  },
  giftCard: {
    title: "Gavekort og moms",
    label: "Hvilken slags gavekort",
    missing: "Vælg slags. Indtil da kan gavekortet ikke købes.",
    kinds: {
      unset: "Ikke valgt",
      multi_purpose: "Kan bruges til alt",
      single_purpose: "Kun varer med 25 % moms i Danmark",
    },
    texts: {
      unset:
        "Kan det bruges til varer med forskellig moms eller i flere lande, betales momsen, når det bruges. Ellers betales den, når det sælges.",
      multi_purpose: "Flerformålsgavekort: sælges uden moms, og momsen betales, når det bruges.",
      single_purpose: "Enkeltformålsgavekort: momsen er i prisen og betales, når det sælges.",
    },
    saved: "Gavekortets slags er gemt.",
  },
  missing: {
    title: "Fakturaen er ikke udstedt endnu: {{fields}} mangler.",
    text: "Betalingen er i orden. Ret køberen eller faktureringsadressen, og udsted den derefter.",
    reasons: {
      account_unknown:
        "Fakturaen er ikke udstedt endnu: den konto hos Nets, der er betalt til, står ikke længere i indstillingerne (nets.accounts). Tilføj den, så udstedes fakturaen af sig selv.",
      refund_exceeds_invoice:
        "Kreditnotaen er ikke udstedt: tilbagebetalingen er større end fakturaen.",
      order_changed:
        "Ordren er ændret, så den ikke længere svarer til fakturaen. Lav en rettelse: den krediterer fakturaen og udsteder en ny.",
    },
    issue: "Udsted nu",
    issued: "Fakturaen er udstedt.",
    still: "Der mangler stadig noget.",
  },
  fields: {
    gift_card: "hvilken slags gavekort det er (på varens side)",
    exchange_rate: "valutakurs",
    company_name: "firmanavn",
    billing_address: "faktureringsadresse",
    "billing_address-name": "navn på faktureringsadressen",
    "billing_address-address_1": "vejnavn",
    "billing_address-postal_code": "postnummer",
    "billing_address-city": "by",
    "billing_address-country_code": "land",
  },
}
