import { Decimal } from "../../../shared/decimal"
import { toMinorUnits } from "../../../shared/money"
import type { DocumentLine, InvoiceContent } from "./document"
import { toDocumentLines } from "./line-amounts"
import type { LineFacts, OrderFacts } from "./order-facts"
import { grossOf, leftOf, quantityOf } from "./standing"
import type { Standing } from "./standing"

/** What an order's changes since its invoices call for. */
export type OrderChange = {
  /** Goods to invoice that no invoice names yet. */
  added: LineFacts[]
  /** Øre to credit that no refund credits. */
  reduced: number
  /** The order differs in a way that only a correction can say: a changed price, say. */
  isUnclear: boolean
}

/** Causes of credit notes that staff made begin with it. */
export const STAFF_CREDIT = "credit:"

const NOTHING: OrderChange = { added: [], reduced: 0, isUnclear: false }

const sum = (amounts: readonly string[]) => Decimal.sum(0, ...amounts)

/** What was paid with money and not paid back. */
const paidOf = ({ payments, refunds }: OrderFacts) =>
  Decimal.sub(
    sum(payments.flatMap(({ captures }) => captures.map(({ amount }) => amount))),
    sum(refunds.map(({ amount }) => amount))
  )

/** Nothing is left to pay for the order. */
export const isSettled = (facts: OrderFacts): boolean => Decimal.gte(paidOf(facts), facts.due)

/** Some of a line: its discount in proportion, and what of it left the store after what was invoiced before. */
const someOf = (line: LineFacts, quantity: string): LineFacts => ({
  ...line,
  quantity,
  shipped: Decimal.max(
    0,
    Decimal.sub(line.shipped, Decimal.sub(line.quantity, quantity))
  ).toString(),
  adjustments: line.adjustments.map((adjustment) => ({
    ...adjustment,
    amount: Decimal.div(Decimal.mult(adjustment.amount, quantity), line.quantity).toString(),
  })),
})

/** What of an order's lines no invoice names. */
export const uninvoicedLines = (
  facts: OrderFacts,
  invoices: readonly InvoiceContent[]
): LineFacts[] =>
  facts.lines.flatMap((line) => {
    const open = Decimal.sub(line.quantity, quantityOf(invoices, line.line_id))
    return Decimal.gt(open, 0) ? [someOf(line, open.toString())] : []
  })

/** What staff gave back that the order does not know of; goods that came back in Medusa it does know of. */
const givenByStaff = ({ lines }: OrderFacts, standing: readonly Standing[]): number => {
  const isKnown = ({ line_id: id, quantity }: DocumentLine): boolean =>
    lines.some((line) => line.line_id === id && Decimal.gte(line.returned, quantity))
  return standing
    .flatMap(({ credited }) => credited)
    .filter(({ cause }) => cause.startsWith(STAFF_CREDIT))
    .flatMap((note) => note.lines)
    .filter((line) => !isKnown(line))
    .reduce((sum, { gross }) => sum + gross, 0)
}

/** What the order comes to now, in øre, less what staff gave back of its invoices. */
export const soldFor = (facts: OrderFacts, standing: readonly Standing[]): number => {
  if (facts.state === "canceled") return 0
  const credits = sum(facts.credits.map(({ amount }) => amount))
  const ordered = toMinorUnits(Decimal.add(facts.due, credits).toString(), facts.currency)
  return Math.max(0, ordered - givenByStaff(facts, standing))
}

/** A line whose price is another than its invoice says. */
const hasNewPrice = (facts: OrderFacts, standing: readonly Standing[]): boolean => {
  const now = toDocumentLines(facts.lines, facts.currency, facts)
  return standing.some(({ invoice }) =>
    invoice.lines.some((line) =>
      now.some((it) => it.line_id === line.line_id && it.unit_price_net !== line.unit_price_net)
    )
  )
}

/** All goods among the lines have left the store; delivery goes with them. */
const areShipped = (added: readonly LineFacts[]): boolean => {
  const goods = added.filter(({ kind }) => kind === "item")
  return goods.length > 0 && goods.every(({ quantity, shipped }) => Decimal.gte(shipped, quantity))
}

/**
 * What became of an order after it was invoiced: edits, exchanges, and goods that came back unpaid. What is added is
 * due when nothing is left to pay or it has been shipped; what is given back without a refund is due as soon as the
 * store owes the buyer nothing. Refunds are credited on their own. Orders with replaced goods are left alone.
 */
export const decideChange = (facts: OrderFacts, standing: readonly Standing[]): OrderChange => {
  if (standing.length === 0 || facts.has_claim) return NOTHING
  const isCanceled = facts.state === "canceled"
  const due = isCanceled ? 0 : facts.due
  const paid = paidOf(facts)
  const added = isCanceled
    ? []
    : uninvoicedLines(
        facts,
        standing.map(({ invoice }) => invoice)
      )
  if (added.length > 0 && !isSettled(facts) && !areShipped(added)) return NOTHING
  const { currency } = facts
  const sold = soldFor(facts, standing)
  const left = standing.reduce((total, it) => total + leftOf(it), 0)
  const surplus = left + grossOf(toDocumentLines(added, currency, facts)) - sold
  // Each document rounds its total once.
  const slack = standing.length
  // Between a refund and its mark on the order, and when one was taken back, only what is paid in full can tell.
  const isMoving = facts.refunds.length > 0 || (facts.undone_refunds ?? []).length > 0
  const canTell = Decimal.eq(paid, due) || !isMoving
  const isUnclear = !isCanceled && (hasNewPrice(facts, standing) || (canTell && surplus < -slack))
  if (isUnclear) return { ...NOTHING, isUnclear }
  const owesBuyer = Decimal.gt(paid, due)
  return { added, reduced: surplus > slack && !owesBuyer ? surplus : 0, isUnclear }
}
