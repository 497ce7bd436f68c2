import { invalidField } from "../../../shared/errors"
import { toMinorUnits } from "../../../shared/money"

/** The most minor units the service takes in any amount: 32 bits. */
export const MAX_INT32 = 2_147_483_647

/** A whole number of 32 bits, of either sign. */
export const isInt32 = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) <= MAX_INT32

/**
 * Refuses what cannot be asked of a shopper before anybody is called.
 *
 * @param amount minor units
 * @throws MedusaError invalid_data `amount_not_payable`, naming `amount`
 */
export const assertPayable = (amount: number): void => {
  if (isInt32(amount) && amount > 0) return
  const limits = `It must be more than zero and at most ${MAX_INT32} minor units.`
  throw invalidField("amount", "amount_not_payable", limits)
}

/**
 * Medusa's major units as the minor units of a payment.
 *
 * @throws MedusaError invalid_data naming `amount` or `currency_code`
 */
export const payableMinorUnits = (
  amount: Parameters<typeof toMinorUnits>[0],
  currency: string
): number => {
  const minor = toMinorUnits(amount, currency)
  assertPayable(minor)
  return minor
}
