import { buildCreditNote } from "../../src/modules/invoice/domain/build-credit-note"
import type { Credit } from "../../src/modules/invoice/domain/build-credit-note"
import { buildAddition, buildInvoice } from "../../src/modules/invoice/domain/build-invoice"
import type { IssueFrame } from "../../src/modules/invoice/domain/build-invoice"
import { isSettled } from "../../src/modules/invoice/domain/decide-change"
import { decideIssue } from "../../src/modules/invoice/domain/decide-issue"
import type { Cause } from "../../src/modules/invoice/domain/decide-issue"
import type { DocumentLine, InvoiceContent } from "../../src/modules/invoice/domain/document"
import { standingInvoices, takenBy } from "../../src/modules/invoice/domain/standing"
import type {
  OrderFacts,
  PaymentFacts,
  RefundFacts,
} from "../../src/modules/invoice/domain/order-facts"

export const STARTS_AT = "2026-11-01T00:00:00.000Z"

export const payment = (changes: Partial<PaymentFacts> = {}): PaymentFacts => ({
  kind: "provider",
  method: "nets",
  authorized: "138",
  canceled: false,
  captures: [],
  ...changes,
})
export const captured = payment({ captures: [{ amount: "138", captured_on: "2026-11-24" }] })
export const refund: RefundFacts = {
  id: "ref_1",
  amount: "38",
  method: "nets",
  refunded_on: "2026-11-25",
  reason: null,
}

export const order = (changes: Partial<OrderFacts> = {}): OrderFacts => ({
  order_id: "order_1",
  display_id: "1",
  currency: "DKK",
  state: "open",
  placed_at: "2026-11-24T10:00:00.000Z",
  lines: [
    {
      kind: "item",
      line_id: "ordli_1",
      description: "Notesbog",
      quantity: "1",
      returned: "0",
      shipped: "0",
      unit_price: "138",
      is_tax_inclusive: true,
      vat_rate: "25",
      vat_code: null,
      vat_note: null,
      gift_card: null,
      item_no: null,
      adjustments: [],
    },
  ],
  due: "138",
  credits: [],
  payments: [],
  refunds: [],
  shipped_on: null,
  ships_to: "DK",
  buyer: { type: "private" },
  exchange: null,
  has_claim: false,
  money: "real",
  ...changes,
})

export const frameOf = (documents: readonly unknown[], cause = "sale"): IssueFrame => ({
  controller_id: "default",
  seller: { name: "Butik", cvr: "14277137", address: "Gade 1", email: "a@b.example", phone: null },
  series: "test",
  number: `TEST-${(documents.length + 1).toString()}`,
  cause,
  issued_on: "2026-11-24",
})
export const TERMS = { due_on: null, pay_to: null, exchange: null }

const paidBack = (amount: number, lines: DocumentLine[] | null): Credit => ({
  amount,
  lines,
  payments: [],
  reason: null,
})

/** What a cause adds to the documents of an order. */
const documentsOf = (
  facts: OrderFacts,
  documents: readonly InvoiceContent[],
  cause: Cause
): InvoiceContent[] => {
  const frame = frameOf(documents, cause.cause)
  if ("parts" in cause) {
    return cause.parts.map(({ of: { invoice, credited }, amount, lines }) =>
      buildCreditNote(invoice, credited, paidBack(amount, lines), frame)
    )
  }
  if (!("lines" in cause)) return [buildInvoice(facts, frame, TERMS)]
  const taken = takenBy(standingInvoices(documents))
  const addition = { lines: cause.lines, taken, isSettled: isSettled(facts) }
  return [buildAddition(facts, addition, frame, TERMS)]
}

/** Issues all that is due of an order, after what was issued when its facts were others. */
export const issueAll = (
  facts: OrderFacts,
  before: Issued = { causes: [], documents: [] }
): Issued => {
  const { next } = decideIssue(facts, {
    issued: new Set(before.causes),
    documents: before.documents,
    startsAt: STARTS_AT,
  })
  if (!next) return before
  const { documents, causes: known } = before
  return issueAll(facts, {
    causes: [...known, next.cause],
    documents: [...documents, ...documentsOf(facts, documents, next)],
  })
}

export type Issued = { causes: string[]; documents: InvoiceContent[] }
