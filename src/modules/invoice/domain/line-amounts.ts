import { Decimal } from "../../../shared/decimal"
import { allocate, toMinorUnits } from "../../../shared/money"
import type { DocumentLine, Totals, VatTotal } from "./document"
import type { LineFacts } from "./order-facts"
import { vatCategoryOf, vatReasonOf } from "./vat-category"
import type { SupplyFacts } from "./vat-category"

/** Decimals of a unit price: enough that quantity × price meets the line's net amount. */
const PRICE_DECIMALS = 4

type ExactLine = { facts: LineFacts; unitNet: string; subtotalNet: string; gross: string }

const addVat = (net: string, rate: string): string =>
  Decimal.div(Decimal.mult(net, Decimal.add(100, rate)), 100).toString()

const takeVat = (gross: string, rate: string): string =>
  Decimal.div(Decimal.mult(gross, 100), Decimal.add(100, rate)).toString()

const toNet = (amount: string, rate: string, isTaxInclusive: boolean): string =>
  isTaxInclusive ? takeVat(amount, rate) : amount

/** The line in exact decimals, by Medusa's own order of operations. */
const exactLine = (facts: LineFacts): ExactLine => {
  const { unit_price, quantity, vat_rate, is_tax_inclusive, adjustments } = facts
  const subtotalNet = toNet(
    Decimal.mult(unit_price, quantity).toString(),
    vat_rate,
    is_tax_inclusive
  )
  const discount = Decimal.sum(
    0,
    ...adjustments.map((it) => toNet(it.amount, vat_rate, it.is_tax_inclusive))
  )
  const net = Decimal.max(0, Decimal.sub(subtotalNet, discount)).toString()
  return {
    facts,
    unitNet: toNet(unit_price, vat_rate, is_tax_inclusive),
    subtotalNet,
    gross: addVat(net, vat_rate),
  }
}

/** VAT inside whole øre of consideration, rounded half up. */
const vatInside = (gross: number, rate: string): number =>
  Decimal.convert(
    Decimal.div(Decimal.mult(gross, rate), Decimal.add(100, rate)).toString(),
    0
  ).toNumber()

const sumOf = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)

type VatLine = Pick<
  DocumentLine,
  "vat_category" | "vat_rate" | "vat_reason" | "net" | "vat" | "gross"
>

const isOf =
  ({ vat_category: category, vat_rate: rate }: VatLine) =>
  (line: VatLine): boolean =>
    line.vat_category === category && line.vat_rate === rate

/** VAT per category and rate, highest rate first, from lines that already add up. */
export const vatTotals = (lines: readonly VatLine[]): VatTotal[] =>
  lines
    .filter((line, index) => lines.findIndex(isOf(line)) === index)
    .sort((a, b) => Decimal.sub(b.vat_rate, a.vat_rate).toNumber())
    .map((first) => {
      const own = lines.filter(isOf(first))
      return {
        category: first.vat_category,
        rate: first.vat_rate,
        reason: own.find(({ vat_reason: reason }) => reason !== null)?.vat_reason ?? null,
        net: sumOf(own.map(({ net }) => net)),
        vat: sumOf(own.map(({ vat }) => vat)),
        gross: sumOf(own.map(({ gross }) => gross)),
      }
    })

export const totalsOf = (vat: readonly VatTotal[]): Totals => ({
  net: sumOf(vat.map(({ net }) => net)),
  vat: sumOf(vat.map((total) => total.vat)),
  gross: sumOf(vat.map(({ gross }) => gross)),
})

/** VAT of each line, so that the lines of a rate add up to the VAT of their sum. */
const vatOfLines = (exact: readonly ExactLine[], gross: readonly number[]): number[] => {
  const vat = gross.map(() => 0)
  for (const rate of new Set(exact.map(({ facts }) => facts.vat_rate))) {
    const own = exact.flatMap(({ facts }, index) => (facts.vat_rate === rate ? [index] : []))
    const ownGross = own.map((index) => gross[index] ?? 0)
    const parts = allocate(vatInside(sumOf(ownGross), rate), ownGross)
    own.forEach((index, position) => (vat[index] = parts[position] ?? 0))
  }
  return vat
}

/**
 * Lines in whole øre that add up in every direction: net + VAT = gross in each line, each VAT rate and the
 * total; the total is the exact consideration, rounded once; the VAT of a rate is taken from its sum.
 * Øre that rounding leaves go to the lines with the largest remainders.
 */
export const toDocumentLines = (
  lines: readonly LineFacts[],
  currency: string,
  supply: SupplyFacts
): DocumentLine[] => {
  const exact = lines.map(exactLine)
  const total = toMinorUnits(Decimal.sum(0, ...exact.map(({ gross }) => gross)), currency)
  const gross = allocate(
    total,
    exact.map((line) => Number(line.gross))
  )
  const vat = vatOfLines(exact, gross)
  return exact.map(({ facts, unitNet, subtotalNet }, index) => {
    const net = (gross[index] ?? 0) - (vat[index] ?? 0)
    const category = vatCategoryOf(facts, supply)
    const hasDiscount = facts.adjustments.some(({ amount }) => Decimal.gt(amount, 0))
    return {
      kind: facts.kind,
      line_id: facts.line_id,
      description: facts.description,
      item_no: facts.item_no,
      quantity: facts.quantity,
      unit_price_net: Decimal.convert(unitNet, PRICE_DECIMALS).toString(),
      discount_net: hasDiscount ? Math.max(0, toMinorUnits(subtotalNet, currency) - net) : 0,
      vat_rate: facts.vat_rate,
      vat_category: category,
      vat_reason: vatReasonOf(category, facts.vat_note),
      net,
      vat: vat[index] ?? 0,
      gross: gross[index] ?? 0,
    }
  })
}
