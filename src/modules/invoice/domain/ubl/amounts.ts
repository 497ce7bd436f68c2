import { Decimal } from "../../../../shared/decimal"
import type { DocumentLine, DocumentPayment, InvoiceContent } from "../document"
import { cbc } from "./xml"

/** Whole øre as UBL writes an amount: kroner with two decimals. */
export const toKroner = (amount: number): string => Decimal.div(amount, 100).toFixed(2)

/** An amount of whole øre as an element. */
export const amountElement = (name: string, amount: number, currency: string): string =>
  cbc(name, toKroner(amount), { currencyID: currency })

/** What has been paid of the total, payment by payment, and never more than the total. */
export const paidParts = ({ payments, totals }: InvoiceContent): DocumentPayment[] => {
  let left = totals.gross
  return payments.flatMap((payment) => {
    const amount = Math.min(payment.amount, left)
    left -= amount
    return amount > 0 ? [{ ...payment, amount }] : []
  })
}

/** What has been paid, or paid back, and what is left to pay, in øre. */
export const balanceOf = (document: InvoiceContent): { prepaid: number; payable: number } => {
  const prepaid = paidParts(document).reduce((sum, { amount }) => sum + amount, 0)
  return { prepaid, payable: document.totals.gross - prepaid }
}

/** A price for a number of units, in kroner; the number is null when the price is for one. */
export type PricePer = { price: string; base: string | null }

/** Øre by which quantity × price may miss the amount of a line (PEPPOL-EN16931-R120 allows 2). */
const PRICE_SLACK = 1

/** Øre by which quantity × unit price misses an amount of øre. */
export const priceMiss = (quantity: string, unitPrice: string, amount: number): number =>
  Decimal.sub(Decimal.mult(Decimal.mult(quantity, unitPrice), 100), amount)
    .abs()
    .toNumber()

/**
 * The price that gives `amount` øre for the quantity. A rounded unit price misses the amount of a large quantity;
 * then the price is that of the whole quantity.
 */
export const pricePer = (quantity: string, unitPrice: string, amount: number): PricePer => {
  const isClose = priceMiss(quantity, unitPrice, amount) <= PRICE_SLACK
  if (isClose || !Decimal.gt(quantity, 0)) return { price: unitPrice, base: null }
  return { price: toKroner(amount), base: quantity }
}

/** The price of one unit with the discount inside it, in kroner with at most four decimals. */
export const discountedUnitPrice = (line: DocumentLine): string => {
  const { quantity, net, discount_net: discount, unit_price_net: unitPrice } = line
  if (discount === 0 || Decimal.eq(quantity, 0)) return unitPrice
  return Decimal.convert(Decimal.div(Decimal.div(net, quantity), 100), 4).toString()
}
