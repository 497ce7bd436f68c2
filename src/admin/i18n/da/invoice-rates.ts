export const invoiceRates = {
  title: "Valutakurser",
  text: "En faktura i fremmed valuta viser også momsen i kroner. Kursen gælder i 31 dage fra sin dato, eller til der er en nyere.",
  empty: "Ingen kurser",
  emptyText:
    "Sælger butikken i andet end kroner, venter fakturaen på en kurs (i euro er den ikke påkrævet).",
  add: "Tilføj kurs",
  addText: "Skriv kursen, som Nationalbanken eller Toldstyrelsen har offentliggjort den.",
  currency: "Valuta",
  currencyHint: "Tre bogstaver, for eksempel EUR",
  validFrom: "Dato",
  rate: "Kroner for 1",
  rateHint: "For eksempel 7,4612",
  source: "Kilde",
  saved: "Kursen er gemt. Fakturaer, der ventede på den, udstedes af sig selv.",
} as const
