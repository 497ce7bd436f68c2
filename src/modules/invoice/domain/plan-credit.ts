import { Decimal } from "../../../shared/decimal"
import type { DocumentLine, InvoiceContent } from "./document"
import { remainingVat } from "./build-credit-note"
import { vatTotals } from "./line-amounts"
import type { LineFacts } from "./order-facts"
import { grossOf, leftOf, returnedLines } from "./standing"
import type { Standing } from "./standing"

/** What one credit note gives back of one invoice; without lines the amount is split over its VAT rates. */
export type CreditPart = { of: Standing; amount: number; lines: DocumentLine[] | null }

/** Something of each VAT rate is left when the goods are credited: an amount credited before may have taken it. */
export const isWithin = ({ of: { invoice, credited }, lines }: CreditPart): boolean =>
  remainingVat(invoice, [...credited, { vat: vatTotals(lines ?? []) }]).every(
    ({ net, vat, gross }) => Math.min(net, vat, gross) >= 0
  )

const byGoods = (
  amount: number,
  standing: readonly Standing[],
  lines: readonly LineFacts[]
): CreditPart[] | null => {
  const returned = new Map(
    lines.filter((it) => Decimal.gt(it.returned, 0)).map((it) => [it.line_id, it.returned])
  )
  const parts = standing
    .map((of) => {
      const goods = returnedLines(of, returned)
      return { of, amount: grossOf(goods), lines: goods }
    })
    .filter((part) => part.amount > 0)
  const total = parts.reduce((sum, part) => sum + part.amount, 0)
  return total === amount && parts.every(isWithin) ? parts : null
}

/**
 * Which invoices an amount of øre is given back of: by the goods that came back when they come to just that amount,
 * else of the oldest invoice first. Null when more is given back than is left of all.
 */
export const planCredit = (
  amount: number,
  standing: readonly Standing[],
  lines: readonly LineFacts[]
): CreditPart[] | null => {
  const goods = byGoods(amount, standing, lines)
  if (goods) return goods
  let open = amount
  const parts = standing.flatMap((of): CreditPart[] => {
    const part = Math.min(open, leftOf(of))
    open -= part
    return part > 0 ? [{ of, amount: part, lines: null }] : []
  })
  return open > 0 ? null : parts
}

/**
 * What of an amount to credit was set off against other invoices of the order: by how much the payments that the
 * invoices in force state exceed what is left of them afterwards. The rest was never paid.
 */
export const setOffOf = (amount: number, standing: readonly Standing[]): number => {
  const stated = ({ payments }: InvoiceContent): number =>
    payments.reduce((sum, payment) => sum + payment.amount, 0)
  const paid = standing.reduce(
    (sum, { invoice, credited }) =>
      sum + stated(invoice) - credited.reduce((back, note) => back + stated(note), 0),
    0
  )
  const left = standing.reduce((sum, of) => sum + leftOf(of), 0)
  return Math.max(0, Math.min(amount, paid - (left - amount)))
}
