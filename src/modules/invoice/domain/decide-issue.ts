import { Decimal } from "../../../shared/decimal"
import { ACCOUNT_UNKNOWN, findMissingFields } from "./missing-fields"
import type { MissingField } from "./missing-fields"
import type { OrderFacts, RefundFacts } from "./order-facts"

/** Why a document is issued; unique per order for ever. */
export type Cause =
  | { cause: "sale"; because: "completed" | "captured" | "shipped" }
  | { cause: `refund:${string}`; refund: RefundFacts }

export type IssueDecision = {
  /** To issue now, in this order. */
  issue: Cause[]
  /** What stands in the way of issuing what is due. */
  missing: MissingField[]
}

export type IssueState = {
  /** Causes already issued for the order. */
  issued: ReadonlySet<string>
  /** ISO instant since when the plugin invoices; older orders are left alone. */
  startsAt: string
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

const lacking = ({ buyer, money }: OrderFacts): MissingField[] => [
  ...findMissingFields(buyer),
  ...(money === "unknown" ? [ACCOUNT_UNKNOWN] : []),
]

/**
 * Which documents the facts of an order call for: the sale once (prepaid at capture, on account at
 * shipment, nothing to pay at completion) and a credit note per refund. Pure: whoever asks, and however
 * often, the answer is the same until the facts change.
 */
export const decideIssue = (facts: OrderFacts, { issued, startsAt }: IssueState): IssueDecision => {
  const isSince = issued.has("sale") || Date.parse(facts.placed_at) >= Date.parse(startsAt)
  const isOurs = facts.state !== "draft" && isSince
  if (!isOurs || facts.lines.length === 0) return { issue: [], missing: [] }
  const sale = issued.has("sale") ? null : decideSale(facts)
  if (!sale && !issued.has("sale")) return { issue: [], missing: [] }
  const missing = sale ? lacking(facts) : []
  if (missing.length > 0) return { issue: [], missing }
  const refunds = uncredited(facts, issued).map((refund): Cause => ({
    cause: `refund:${refund.id}`,
    refund,
  }))
  return { issue: sale ? [sale, ...refunds] : refunds, missing: [] }
}
