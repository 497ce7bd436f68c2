import { readMoney } from "../../shared/money-input"

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

/** The request of what was typed; null while something is missing. */
export const creditBodyOf = (draft: CreditDraft, invoiceId: string): object | null => {
  const { kind, key, paidBackOn } = draft
  const reason = draft.reason.trim()
  if (reason === "") return null
  const common = { invoice_id: invoiceId, reason }
  if (kind === "order") return { ...common, new_invoice: { lines: "order" } }
  const amount = readMoney(draft.amount)
  const paidBack = paidBackOn === "" ? {} : { paid_back_on: paidBackOn }
  return amount === undefined ? null : { ...common, key, amount, ...paidBack }
}
