import { Decimal } from "../../../shared/decimal"
import { toMinorUnits } from "../../../shared/money"
import { decideChange } from "./decide-change"
import type { InvoiceContent } from "./document"
import {
  ACCOUNT_UNKNOWN,
  EXCHANGE_RATE,
  findMissingFields,
  GIFT_CARD_KIND,
  ORDER_CHANGED,
  REFUND_EXCEEDS,
} from "./missing-fields"
import type { MissingField } from "./missing-fields"
import type { LineFacts, OrderFacts, RefundFacts } from "./order-facts"
import { planCredit } from "./plan-credit"
import type { CreditPart } from "./plan-credit"
import { standingInvoices } from "./standing"
import type { Standing } from "./standing"

/** Why a document is issued; unique per order for ever. */
export type Cause =
  | { cause: "sale"; because: "completed" | "captured" | "shipped" }
  | { cause: `refund:${string}`; refund: RefundFacts; parts: CreditPart[] }
  | { cause: `addition:${number}`; lines: LineFacts[] }
  | { cause: `reduction:${number}`; parts: CreditPart[] }

export type IssueDecision = {
  /** To issue now; ask again when it is issued. Null when nothing is due, or something stands in the way of it. */
  next: Cause | null
  /** What stands in the way of issuing what is due. */
  missing: MissingField[]
}

export type IssueState = {
  /** Causes already issued for the order. */
  issued: ReadonlySet<string>
  /** What was issued for the order and is still kept. */
  documents: readonly InvoiceContent[]
  /** ISO instant since when the plugin invoices; older orders are left alone. */
  startsAt: string
  /** Another system makes the document, with its own rates of exchange. */
  isElsewhere?: boolean
}

const sum = (amounts: readonly string[]) => Decimal.sum(0, ...amounts)

const capturedSum = ({ payments }: OrderFacts) =>
  sum(payments.flatMap(({ captures }) => captures.map(({ amount }) => amount)))

/** True while a provider holds money for the order: the invoice comes at its capture. */
const isReserved = ({ payments }: OrderFacts): boolean =>
  payments.some(
    ({ kind, canceled, captures, authorized }) =>
      kind === "provider" && !canceled && captures.length === 0 && Decimal.gt(authorized, 0)
  )

const decideSale = (facts: OrderFacts): Cause | null => {
  if (Decimal.gt(capturedSum(facts), 0)) return { cause: "sale", because: "captured" }
  if (facts.state === "canceled" || isReserved(facts)) return null
  if (Decimal.lte(facts.due, 0)) return { cause: "sale", because: "completed" }
  return facts.shipped_on === null ? null : { cause: "sale", because: "shipped" }
}

/**
 * Refunds without a credit note. One that failed after it was credited stays credited, so the refunds that follow it
 * and that its credit note covers are not credited again.
 */
const uncredited = (
  { refunds, undone_refunds: undone = [] }: OrderFacts,
  issued: ReadonlySet<string>
): RefundFacts[] => {
  const isIssued = ({ id }: { id: string }) => issued.has(`refund:${id}`)
  let credited = sum(undone.filter(isIssued).map(({ amount }) => amount))
  return refunds
    .filter((refund) => !isIssued(refund) && Decimal.gt(refund.amount, 0))
    .filter(({ amount }) => {
      const isCovered = Decimal.lte(amount, credited)
      if (isCovered) credited = Decimal.sub(credited, amount)
      return !isCovered
    })
}

/** An invoice in euros is allowed as it is; one without VAT has none to state. */
const needsExchange = ({ currency, exchange, lines }: OrderFacts): boolean =>
  exchange === null &&
  !["DKK", "EUR"].includes(currency) &&
  lines.some(({ vat_rate: rate }) => Decimal.gt(rate, 0))

/** What an invoice of the order as it is now would lack. */
export const lacking = (
  facts: OrderFacts,
  { isElsewhere = false }: Pick<IssueState, "isElsewhere"> = {}
): MissingField[] => [
  ...findMissingFields(facts.buyer),
  ...(facts.lines.some(({ gift_card: kind }) => kind === "unset") ? [GIFT_CARD_KIND] : []),
  ...(needsExchange(facts) && !isElsewhere ? [EXCHANGE_RATE] : []),
  ...(facts.money === "unknown" ? [ACCOUNT_UNKNOWN] : []),
]

const countOf = (issued: ReadonlySet<string>, kind: string): number =>
  [...issued].filter((cause) => cause.startsWith(`${kind}:`)).length

/** The first refund without a credit note that the invoices in force have room for, and what is said of the others. */
const decideRefund = (
  facts: OrderFacts,
  issued: ReadonlySet<string>,
  standing: readonly Standing[]
): IssueDecision => {
  const missing: MissingField[] = []
  for (const refund of uncredited(facts, issued)) {
    const amount = toMinorUnits(refund.amount, facts.currency)
    const parts = planCredit(amount, standing, facts.lines)
    if (parts) return { next: { cause: `refund:${refund.id}`, refund, parts }, missing }
    missing.push(REFUND_EXCEEDS)
  }
  return { next: null, missing }
}

/** What changes of the order call for after its refunds. */
const decideAfterSale = (
  facts: OrderFacts,
  state: IssueState,
  standing: readonly Standing[]
): IssueDecision => {
  const { added, reduced, isUnclear } = decideChange(facts, standing)
  if (isUnclear) return { next: null, missing: [ORDER_CHANGED] }
  if (added.length > 0) {
    const missing = lacking(facts, state)
    const cause = `addition:${countOf(state.issued, "addition") + 1}` as const
    return { next: missing.length > 0 ? null : { cause, lines: added }, missing }
  }
  const parts = reduced > 0 ? planCredit(reduced, standing, facts.lines) : null
  const cause = `reduction:${countOf(state.issued, "reduction") + 1}` as const
  return { next: parts && { cause, parts }, missing: [] }
}

/**
 * Which document the facts of an order call for next: the sale once (prepaid at capture, on account at shipment,
 * nothing to pay at completion), a credit note per refund, then an invoice for what was added and a credit note for
 * what came back unpaid. Pure: whoever asks, and however often, the answer is the same until the facts change.
 */
export const decideIssue = (facts: OrderFacts, state: IssueState): IssueDecision => {
  const { issued, documents, startsAt } = state
  const isSold = issued.has("sale")
  const isSince = isSold || Date.parse(facts.placed_at) >= Date.parse(startsAt)
  const isOurs = facts.state !== "draft" && isSince
  if (!isOurs || (facts.lines.length === 0 && !isSold)) return { next: null, missing: [] }
  if (!isSold) {
    const sale = decideSale(facts)
    const missing = sale ? lacking(facts, state) : []
    return { next: missing.length > 0 ? null : sale, missing }
  }
  const standing = standingInvoices(documents)
  const refund = decideRefund(facts, issued, standing)
  return refund.next || refund.missing.length > 0 ? refund : decideAfterSale(facts, state, standing)
}
