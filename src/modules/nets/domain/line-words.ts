/** Names of what stands for no product, and of products without one. */
export type LineWords = {
  /** Locale numbers are written in. */
  language: string
  unit: string
  item: string
  shipping: string
  rounding: string
  /** The one line when the lines do not explain the amount. */
  amount_due: string
  gift_card: string
  store_credit: string
  deduction: string
}

const DANISH: LineWords = {
  language: "da-DK",
  unit: "stk",
  item: "Vare",
  shipping: "Levering",
  rounding: "Afrunding",
  amount_due: "Beløb til betaling",
  gift_card: "Gavekort",
  store_credit: "Tilgodehavende",
  deduction: "Fradrag",
}

const ENGLISH: LineWords = {
  language: "en-GB",
  unit: "pcs",
  item: "Item",
  shipping: "Delivery",
  rounding: "Rounding",
  amount_due: "Amount to pay",
  gift_card: "Gift card",
  store_credit: "Store credit",
  deduction: "Deduction",
}

/** Danish words for a Danish payment page, English ones for any other. */
export const lineWords = (language: string): LineWords =>
  language.startsWith("da") ? DANISH : ENGLISH
