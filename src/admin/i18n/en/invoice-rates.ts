export const invoiceRates = {
  title: "Exchange rates",
  text: "An invoice in another currency also states its VAT in kroner. A rate serves for 31 days from its date, or until a newer one is there.",
  empty: "No rates",
  emptyText:
    "If the store sells in anything but kroner, the invoice waits for a rate (in euros it is not required).",
  add: "Add a rate",
  addText: "Write the rate as the central bank or the customs agency has published it.",
  currency: "Currency",
  currencyHint: "Three letters, for example EUR",
  validFrom: "Date",
  rate: "Kroner for 1",
  rateHint: "For example 7.4612",
  source: "Source",
  saved: "The rate is saved. Invoices that waited for it are issued by themselves.",
} as const
