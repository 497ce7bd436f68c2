import { allocate, toMinorUnits } from "../../../shared/money"
import { netsText } from "./text"
import type { OrderItem } from "./wire"

/** A line of a cart or order with Medusa's own totals, in major units. */
export type SaleLine = {
  reference: string
  name: string
  quantity: number
  /** What the shopper pays for the line: with tax, after discounts. */
  total: number
  /** The tax in it. */
  tax_total: number
  /** Sum of the line's tax rates in per cent. */
  tax_rate?: number
}

export type Sale = {
  lines: SaleLine[]
  /** Gift cards and store credit: what is paid by other means, positive, in major units. */
  credits: { name: string; amount: number }[]
}

/** Name and unit of the lines that stand for no product. */
export type LineWords = { unit: string; rounding: string; summary: string }

const taxRate = (line: SaleLine, net: number, tax: number): number => {
  if (tax === 0) return 0
  if (line.tax_rate !== undefined) return Math.round(line.tax_rate * 100)
  return net > 0 ? Math.round((tax * 10_000) / net) : 0
}

const itemOf = (line: SaleLine, gross: number, currency: string, unit: string): OrderItem => {
  const tax = Math.min(gross, toMinorUnits(line.tax_total, currency))
  const net = gross - tax
  const divisible = line.quantity > 0 && net % line.quantity === 0
  const quantity = divisible ? line.quantity : 1
  const name = divisible ? line.name : `${line.quantity.toString()} × ${line.name}`
  return {
    reference: netsText(line.reference, "vare"),
    name: netsText(name, "Vare"),
    quantity,
    unit,
    unitPrice: net / quantity,
    taxRate: taxRate(line, net, tax),
    taxAmount: tax,
    grossTotalAmount: gross,
    netTotalAmount: net,
  }
}

/** One line without tax: the whole of a charge, refund or payment whose lines are not known. */
export const summaryLine = (amount: number, name: string, reference = "total"): OrderItem => ({
  reference: netsText(reference, "total"),
  name: netsText(name, "Total"),
  quantity: 1,
  unit: "stk",
  unitPrice: amount,
  taxRate: 0,
  taxAmount: 0,
  grossTotalAmount: amount,
  netTotalAmount: amount,
})

/** Øre of each line so that they add up to the rounded sum of the exact line totals. */
const grossOfLines = (lines: readonly SaleLine[], currency: string): number[] => {
  // Hundredths of an øre keep the fractions that rounding each line alone would lose.
  const fine = lines.map(({ total }) => toMinorUnits(total * 100, currency))
  const sum = fine.reduce((a, b) => a + b, 0)
  if (fine.some((value) => value < 0)) return fine.map((value) => Math.round(value / 100))
  return allocate(Math.round(sum / 100), fine)
}

/**
 * The order lines Nets shows and checks: net, tax and gross per line in øre, adding up exactly to `amount`.
 * What rounding leaves over becomes one line of at most one øre per line; when more is missing the lines do
 * not explain the amount, and one summary line says so honestly.
 *
 * @param amount minor units the shopper is asked to pay
 */
export const buildOrderLines = (
  sale: Sale,
  { amount, currency, words }: { amount: number; currency: string; words: LineWords }
): OrderItem[] => {
  const lines = sale.lines.filter(({ total, quantity }) => quantity > 0 || total !== 0)
  const gross = grossOfLines(lines, currency)
  const items = lines.map((line, index) => itemOf(line, gross[index] ?? 0, currency, words.unit))
  const credits = sale.credits.map(({ name, amount: credit }) =>
    summaryLine(-toMinorUnits(credit, currency), name, "credit")
  )
  const all = [...items, ...credits]
  const rest = amount - all.reduce((sum, { grossTotalAmount }) => sum + grossTotalAmount, 0)
  if (all.length === 0 || Math.abs(rest) > all.length) return [summaryLine(amount, words.summary)]
  return rest === 0 ? all : [...all, summaryLine(rest, words.rounding, "rounding")]
}
