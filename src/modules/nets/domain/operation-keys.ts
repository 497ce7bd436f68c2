const LIMIT = 64

const key = (paymentId: string, kind: string, before: number, amount: number): string =>
  `${paymentId.replaceAll("-", "")}${kind}${before.toString()}a${amount.toString()}`.slice(0, LIMIT)

/**
 * Idempotency key of a charge, made from facts: the same wish repeated after a lost answer has the same key,
 * although Medusa gives every attempt a new capture id.
 */
export const chargeKey = (paymentId: string, chargedBefore: number, amount: number): string =>
  key(paymentId, "c", chargedBefore, amount)

/**
 * The same for a refund; `refundedBefore` includes refunds on their way. A refund that failed later leaves the
 * total as it was, so the failed ones are counted: else Nets would answer with the failed refund again.
 */
export const refundKey = (
  paymentId: string,
  refundedBefore: number,
  amount: number,
  failedBefore: number
): string => key(paymentId, `r${failedBefore.toString()}f`, refundedBefore, amount)
