import type { RefundPart } from "./refund-allocation"

/** An id has 32 digits and an amount at most 10, so a key stays within the 64 characters the service takes. */
const key = (id: string, kind: string, before: number, amount: number): string =>
  `${id.replaceAll("-", "")}${kind}${before.toString()}a${amount.toString()}`

/**
 * Idempotency key of a charge, made from facts: the same wish repeated after a lost answer has the same key,
 * although Medusa gives every attempt a new capture id.
 */
export const chargeKey = (paymentId: string, chargedBefore: number, amount: number): string =>
  key(paymentId, "c", chargedBefore, amount)

/**
 * The same for one part of a refund, of the payment or of one charge. A refund that failed later leaves the
 * total as it was, so the failed ones are counted: else Nets would answer with the failed refund again.
 */
export const refundKey = (paymentId: string, part: RefundPart, failedBefore: number): string =>
  key(
    part.charge_id ?? paymentId,
    `r${failedBefore.toString()}f`,
    part.refunded_before,
    part.amount
  )
