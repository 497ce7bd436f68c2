const LIMIT = 64

const key = (paymentId: string, kind: "c" | "r", before: number, amount: number): string =>
  `${paymentId.replaceAll("-", "")}${kind}${before.toString()}a${amount.toString()}`.slice(0, LIMIT)

/**
 * Idempotency key of a charge, made from facts: the same wish repeated after a lost answer has the same key,
 * although Medusa gives every attempt a new capture id.
 */
export const chargeKey = (paymentId: string, chargedBefore: number, amount: number): string =>
  key(paymentId, "c", chargedBefore, amount)

/** The same for a refund; `refundedBefore` includes refunds on their way. */
export const refundKey = (paymentId: string, refundedBefore: number, amount: number): string =>
  key(paymentId, "r", refundedBefore, amount)
