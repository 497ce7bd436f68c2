export type CreditDraft = {
  /** A sum, or everything with a new invoice from the order. */
  kind: "amount" | "order"
  amount: string
  /** `YYYY-MM-DD`, empty when the invoice was not paid. */
  paidBackOn: string
  reason: string
  /** Of the form as it was opened: pressing twice credits once. */
  key: string
}

/** Kroner as people write them, `1.234,50` or `1234.5`; null for anything else. */
export const readAmount = (text: string): number | null => {
  const plain = text.trim().replaceAll(/\s/g, "")
  const danish = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$|^\d+(,\d{1,2})?$/.test(plain)
  const decimal = danish ? plain.replaceAll(".", "").replace(",", ".") : plain
  const amount = /^\d+(\.\d{1,2})?$/.test(decimal) ? Number(decimal) : 0
  return amount > 0 ? amount : null
}

/** The request of what was typed; null while something is missing. */
export const creditBodyOf = (draft: CreditDraft, invoiceId: string): object | null => {
  const { kind, key, paidBackOn } = draft
  const reason = draft.reason.trim()
  if (reason === "") return null
  const common = { invoice_id: invoiceId, reason }
  if (kind === "order") return { ...common, new_invoice: { lines: "order" } }
  const amount = readAmount(draft.amount)
  const paidBack = paidBackOn === "" ? {} : { paid_back_on: paidBackOn }
  return amount === null ? null : { ...common, key, amount, ...paidBack }
}
