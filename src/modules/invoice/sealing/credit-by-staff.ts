import { conflict, invalidField } from "../../../shared/errors"
import { Decimal } from "../../../shared/decimal"
import { toMinorUnits } from "../../../shared/money"
import { STAFF_CREDIT } from "../domain/decide-change"
import type { DocumentLine } from "../domain/document"
import { isWithin } from "../domain/plan-credit"
import type { CreditPart } from "../domain/plan-credit"
import { grossOf, leftOf, partOf, quantityOf } from "../domain/standing"
import type { Standing } from "../domain/standing"
import { findStanding } from "./find-standing"
import { sealCredit } from "./seal-credit"
import type { Work } from "./seal-one"
import { sealedOfOrder } from "./sealed-of-order"

export type StaffCredit = {
  invoice_id?: string | undefined
  reason: string
  /** Names the act: a repeated one credits nothing more. */
  key: string
  /** Kroner of the invoice's currency, VAT included. */
  amount?: number | undefined
  /** Goods by their place on the invoice, the first is 1. */
  lines?: { line: number; quantity: number }[] | undefined
  /** The day it was paid back outside Medusa; left out when the invoice was not paid yet. */
  paid_back_on?: string | undefined
}

const chosenLines = (
  { invoice, credited }: Standing,
  chosen: NonNullable<StaffCredit["lines"]>
): DocumentLine[] =>
  chosen.map(({ line: place, quantity }, index) => {
    const line = invoice.lines[place - 1]
    if (!line) throw invalidField(`lines.${index.toString()}.line`, "not_found", "No such line.")
    const before = quantityOf(credited, line.line_id ?? "")
    if (Decimal.gt(Decimal.add(before, quantity), line.quantity)) {
      const field = `lines.${index.toString()}.quantity`
      throw invalidField(field, "too_many", "More than is left of the line.")
    }
    return partOf(line, quantity.toString(), before.toString())
  })

const planOf = (of: Standing, { amount, lines: chosen }: StaffCredit): CreditPart => {
  const lines = chosen ? chosenLines(of, chosen) : null
  const ore = lines ? grossOf(lines) : toMinorUnits(amount ?? 0, of.invoice.currency)
  const part = { of, amount: ore, lines }
  if (ore > leftOf(of) || !isWithin(part)) {
    throw conflict("exceeds_invoice", "That is more than is left of the invoice.")
  }
  return part
}

/**
 * A credit note that staff decides on, for goodwill or goods that came back outside Medusa. A refund in Medusa makes its
 * own. Runs under the order's lock; the same key again changes nothing.
 *
 * @throws MedusaError not_found, invalid_data naming the field, conflict `already_corrected` or `exceeds_invoice`
 */
export const creditByStaff = async (work: Work, credit: StaffCredit): Promise<void> => {
  const { transaction, facts } = work
  const { documents, causes } = await sealedOfOrder(transaction, facts.order_id)
  const cause = `${STAFF_CREDIT}${credit.key}`
  if (causes.has(cause)) return
  const { standing } = findStanding(documents, credit.invoice_id)
  const { paid_back_on: day, reason } = credit
  const payment = day === undefined ? null : { method: "other" as const, paid_on: day }
  await sealCredit(work, documents, { cause, parts: [planOf(standing, credit)], payment, reason })
}
