import { fail, ok } from "../../../shared/result"
import type { Result } from "../../../shared/result"
import type { RefundPath } from "./methods"
import { hasEffect, refundedOrPending } from "./payment-state"
import type { NetsPayment } from "./payment-state"

/** One call of a refund: of the payment, or of one of its charges. Amounts are minor units. */
export type RefundPart = {
  amount: number
  /** Refunded or on its way before this part; part of its key. */
  refunded_before: number
  /** Without it, the payment as a whole is refunded. */
  charge_id?: string
}

type Left = { charge_id: string; left: number }

const largest = (charges: readonly Left[]): Left | undefined =>
  charges.reduce<Left | undefined>(
    (best, charge) => (charge.left > (best?.left ?? 0) ? charge : best),
    undefined
  )

/** Where an amount goes: all of it to the charge of just that size, else to the largest first. */
const take = (charges: readonly Left[], amount: number): { from: Left; amount: number }[] => {
  const taken: { from: Left; amount: number }[] = []
  for (let rest = amount; rest > 0;) {
    const from = charges.find(({ left }) => left === rest) ?? largest(charges)
    if (!from) break
    const part = Math.min(rest, from.left)
    from.left -= part
    rest -= part
    taken.push({ from, amount: part })
  }
  return taken
}

/**
 * What is left of each charge. A refund does not tell its charge, so ours name it in their line; for others
 * (made in Nets' portal) the same rule is assumed by which this plugin would have made them.
 */
const leftOfCharges = (payment: NetsPayment): Left[] => {
  const charges = payment.charges.map(({ charge_id, amount }) => ({ charge_id, left: amount }))
  const refunds = payment.refunds.filter(hasEffect)
  const listed = refunds.reduce((sum, { amount }) => sum + amount, 0)
  const unlisted = Math.max(0, payment.refunded - listed)
  const others = unlisted > 0 ? [unlisted] : []
  for (const { charge_id: id, amount } of refunds) {
    const own = id === undefined ? undefined : charges.find((charge) => charge.charge_id === id)
    const part = Math.min(own?.left ?? 0, amount)
    if (own) own.left -= part
    if (part < amount) others.push(amount - part)
  }
  for (const amount of others.sort((a, b) => b - a)) take(charges, amount)
  return charges
}

/**
 * The calls that refund an amount: one of the payment, or one of each charge it has to be taken from, the
 * charge of just that size or the largest first, so that there are as few as can be. What is refunded or on its
 * way is never touched again. The same payment gives the same parts, so a repeat carries the same keys.
 *
 * @param amount minor units, more than zero
 * @returns parts that add up to the amount, `more_than_charged`, or `charges_unknown` when
 * the payment does not list charges enough
 */
export const allocateRefund = (
  payment: NetsPayment,
  amount: number,
  path: RefundPath
): Result<RefundPart[], "more_than_charged" | "charges_unknown"> => {
  const before = refundedOrPending(payment)
  if (amount > payment.charged - before) return fail("more_than_charged")
  if (path === "payment") return ok([{ amount, refunded_before: before }])
  const taken = take(leftOfCharges(payment), amount)
  let sum = 0
  const parts = taken.map(({ from, amount: part }) => {
    const refunded_before = before + sum
    sum += part
    return { amount: part, refunded_before, charge_id: from.charge_id }
  })
  return sum === amount ? ok(parts) : fail("charges_unknown")
}
