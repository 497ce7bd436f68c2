export const lacking = {
  mends: {
    buyer: "Ret køber",
    address: "Skriv adresse",
    rate: "Skriv kurs",
    giftCard: "Vælg gavekort",
  },
  issue: "Udsted nu",
  issued: "{{document}} {{number}} er udstedt.",
  asked: "Regnskabsprogrammet er bedt om fakturaen.",
  still: "Fakturaen venter stadig: {{what}}.",
  giftCardGone: "Gavekortet findes ikke længere som vare. Lav en rettelse på ordren.",
  address: {
    title: "Adresse på fakturaen",
    text: "Faktureringsadressen på ordren. Landet kan ikke ændres, for momsen følger det.",
    saved: "Adressen er gemt.",
    fields: {
      first_name: "Fornavn",
      last_name: "Efternavn",
      address_1: "Vej og nummer",
      address_2: "Etage, c/o eller sted",
      postal_code: "Postnummer",
      city: "By",
    },
  },
} as const
