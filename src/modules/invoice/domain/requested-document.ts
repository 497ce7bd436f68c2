import type { InvoiceContent } from "./document"

/** What the shop's bookkeeping system gave an invoice. */
export type ExternalNumber = { system: string; number: string; issued_on: string }

/**
 * An invoice or credit note for the shop's bookkeeping system to make: what a sealed document says, without a place in a
 * series and without a day of issue, which that system gives.
 */
export type RequestedDocument = Omit<
  InvoiceContent,
  "schema" | "series" | "number" | "cause" | "issued_on" | "amends" | "replaces"
> & {
  schema: "dk-invoice-request/1"
  /** Paid on a test account: no real money was moved. */
  is_test: boolean
  /** The request for the invoice that a credit note amends, with its number once that is known. */
  amends: { request_id: string; invoice: ExternalNumber | null } | null
}

/** What was asked for, read back: the request's id stands where a sealed document has its number. */
export const readContent = (text: string): InvoiceContent => JSON.parse(text) as InvoiceContent

/**
 * The stored document as the bookkeeping system is shown it.
 *
 * @param amended number that came for the invoice it amends
 */
export const toRequestedDocument = (
  content: InvoiceContent,
  amended: ExternalNumber | null
): RequestedDocument => ({
  schema: "dk-invoice-request/1",
  kind: content.kind,
  form: content.form,
  controller_id: content.controller_id,
  is_test: content.series === "test",
  delivered_on: content.delivered_on,
  ships_to: content.ships_to,
  due_on: content.due_on,
  seller: content.seller,
  buyer: content.buyer,
  order_number: content.order_number,
  currency: content.currency,
  lines: content.lines,
  vat: content.vat,
  vat_dkk: content.vat_dkk,
  totals: content.totals,
  payments: content.payments,
  pay_to: content.pay_to,
  amends: content.amends && { request_id: content.amends.number, invoice: amended },
  reason: content.reason,
})
