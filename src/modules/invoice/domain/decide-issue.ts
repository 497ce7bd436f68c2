import { Decimal } from "../../../shared/decimal"
import { toMinorUnits } from "../../../shared/money"
import { decideChange, STAFF_CREDIT } from "./decide-change"
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
import { leftOf, standingInvoices } from "./standing"
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

/** Refunds without a credit note. */
const uncredited = ({ refunds }: OrderFacts, issued: ReadonlySet<string>): RefundFacts[] =>
  refunds.filter(({ id, amount }) => !issued.has(`refund:${id}`) && Decimal.gt(amount, 0))

/** Øre that staff says were paid back outside Medusa. */
const paidBackByStaff = (standing: readonly Standing[]): number =>
  standing
    .flatMap(({ credited }) => credited)
    .filter(({ cause }) => cause.startsWith(STAFF_CREDIT))
    .flatMap(({ payments }) => payments)
    .reduce((total, { amount }) => total + amount, 0)

/**
 * Øre that were paid beyond what is left of the invoices: to pay them back credits nothing. So it is when an unpaid
 * invoice was credited and paid in full all the same, and when a refund failed after it was credited.
 */
const overpaidOf = (
  facts: OrderFacts,
  standing: readonly Standing[],
  pending: readonly RefundFacts[]
): number => {
  if (standing.length === 0) return 0
  const { refunds, credits, currency } = facts
  const back = sum(refunds.filter((it) => !pending.includes(it)).map(({ amount }) => amount))
  const paid = Decimal.add(capturedSum(facts), sum(credits.map(({ amount }) => amount)))
  const left = standing.reduce((total, of) => total + leftOf(of), paidBackByStaff(standing))
  const over = toMinorUnits(Decimal.sub(paid, back).toString(), currency) - left
  // Each document rounds its total once.
  return over > standing.length ? over : 0
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
  const pending = uncredited(facts, issued)
  let overpaid = overpaidOf(facts, standing, pending)
  for (const refund of pending) {
    const whole = toMinorUnits(refund.amount, facts.currency)
    const amount = Math.max(0, whole - overpaid)
    overpaid -= whole - amount
    if (amount === 0) continue
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
