import { Decimal } from "../../../shared/decimal"
import { allocate, toMinorUnits } from "../../../shared/money"
import { assertPayable, isInt32 } from "./amounts"
import type { LineWords } from "./line-words"
import { lineText } from "./text"
import type { OrderItem } from "./wire"

/** Major units, exact: a decimal number as text, or a number where that is exact enough. */
type Amount = string | number

/** A line of a cart or order with Medusa's own totals. */
export type SaleLine = {
  kind: "item" | "shipping"
  reference: string
  /** As the shopper saw it; empty when it has none. */
  name: string
  /** May be a fraction. */
  quantity: number
  /** What the shopper pays for the line: with tax, after discounts. */
  total: Amount
  /** The tax in it. */
  tax_total: Amount
  /** Sum of the line's tax rates in per cent. */
  tax_rate?: number
}

/** What is paid by other means. */
export type SaleCredit = { kind: "gift_card" | "store_credit" | "deduction"; amount: Amount }

export type Sale = { lines: SaleLine[]; credits: SaleCredit[] }

/** Parts of a minor unit that are kept while amounts are spread, so that fractions are not lost line by line. */
const SCALE = 1_000_000

const MAX_TAX_RATE = 99_999

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const scaled = (amount: Amount, currency: string): number =>
  toMinorUnits(Decimal.mult(amount, SCALE), currency)

/**
 * Exact amounts as whole minor units by largest remainder. They add up to `target` when it is less than one
 * unit away from their exact sum, else to that sum rounded.
 */
const wholeUnits = (exact: readonly number[], target?: number): number[] => {
  const added = exact.map((value) => Math.max(0, value))
  const taken = exact.map((value) => Math.max(0, -value))
  const minus = allocate(Math.round(sum(taken) / SCALE), taken)
  const exactSum = sum(added) / SCALE
  const wanted = (target ?? Number.NaN) + sum(minus)
  const close = Math.abs(wanted - exactSum) < 1
  const plus = allocate(close ? wanted : Math.round(exactSum), added)
  return plus.map((value, index) => value - (minus[index] ?? 0))
}

/** Tax that rounding made larger than its line would leave a net of the wrong sign. */
const taxWithin = (gross: number, tax: number): number =>
  gross >= 0 ? Math.min(Math.max(tax, 0), gross) : Math.max(Math.min(tax, 0), gross)

const taxRate = (line: SaleLine, net: number, tax: number): number => {
  if (tax === 0 || net === 0) return 0
  const rate = line.tax_rate === undefined ? (tax * 10_000) / net : line.tax_rate * 100
  return Math.min(MAX_TAX_RATE, Math.max(0, Math.round(rate)))
}

/** Quantity and unit price, where the net divides into whole minor units; else the line is one piece. */
const pieces = (net: number, quantity: number): { quantity: number; unitPrice: number } => {
  const single = { quantity: 1, unitPrice: net }
  if (quantity <= 0) return single
  const unitPrice = Decimal.div(net, quantity)
  const exact = unitPrice.isInteger() && Decimal.eq(Decimal.mult(unitPrice, quantity), net)
  return exact && isInt32(unitPrice.toNumber())
    ? { quantity, unitPrice: unitPrice.toNumber() }
    : single
}

const itemOf = (line: SaleLine, gross: number, tax: number, words: LineWords): OrderItem => {
  const net = gross - tax
  const { quantity, unitPrice } = pieces(net, line.quantity)
  const name = line.name.trim() === "" ? words[line.kind] : line.name
  const format = new Intl.NumberFormat(words.language, { maximumFractionDigits: 6 })
  const shown = quantity === line.quantity ? name : `${format.format(line.quantity)} × ${name}`
  return {
    reference: lineText(line.reference, line.kind),
    name: lineText(shown, words[line.kind]),
    quantity,
    unit: words.unit,
    unitPrice,
    taxRate: taxRate(line, net, tax),
    taxAmount: tax,
    grossTotalAmount: gross,
    netTotalAmount: net,
  }
}

/** One line without tax: the whole of a charge, refund or payment whose lines are not known. */
export const summaryLine = (amount: number, name: string, reference = "total"): OrderItem => ({
  reference: lineText(reference, "total"),
  name: lineText(name, "Total"),
  quantity: 1,
  unit: "stk",
  unitPrice: amount,
  taxRate: 0,
  taxAmount: 0,
  grossTotalAmount: amount,
  netTotalAmount: amount,
})

const withinLimits = (item: OrderItem): boolean =>
  [item.unitPrice, item.taxAmount, item.netTotalAmount, item.grossTotalAmount].every(isInt32)

const buildLines = (
  { lines, credits }: Sale,
  amount: number,
  currency: string,
  words: LineWords
): OrderItem[] => {
  const shown = lines.filter(({ total, quantity }) => quantity > 0 || !Decimal.eq(total, 0))
  const paid = shown.map(({ total }) => scaled(total, currency))
  const otherwise = credits.map((credit) => -scaled(credit.amount, currency))
  const gross = wholeUnits([...paid, ...otherwise], amount)
  const taxes = wholeUnits(shown.map((line) => scaled(line.tax_total, currency)))
  const items = shown.map((line, index) => {
    const total = gross[index] ?? 0
    return itemOf(line, total, taxWithin(total, taxes[index] ?? 0), words)
  })
  const deductions = credits.map(({ kind }, index) =>
    summaryLine(gross[shown.length + index] ?? 0, words[kind], kind)
  )
  return [...items, ...deductions]
}

/**
 * The order lines Nets shows and checks: net + tax = gross on each, all of them adding up exactly to `amount`.
 * Discounts are taken off inside their line; gift cards and store credit are lines of their own. What rounding
 * leaves over becomes one line of at most one minor unit per line; when more is missing the lines do not
 * explain the amount (a part of an order, an edited one), and one line says so honestly.
 *
 * @param amount minor units the shopper is asked to pay
 * @throws MedusaError invalid_data for an amount that is not payable or a currency that is not handled
 */
export const buildOrderLines = (
  sale: Sale,
  { amount, currency, words }: { amount: number; currency: string; words: LineWords }
): OrderItem[] => {
  assertPayable(amount)
  const items = buildLines(sale, amount, currency, words)
  const rest = amount - sum(items.map(({ grossTotalAmount }) => grossTotalAmount))
  const explained = items.length > 0 && Math.abs(rest) <= items.length && items.every(withinLimits)
  if (!explained) return [summaryLine(amount, words.amount_due)]
  return rest === 0 ? items : [...items, summaryLine(rest, words.rounding, "rounding")]
}
