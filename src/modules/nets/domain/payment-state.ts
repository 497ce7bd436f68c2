import {
  knownNames,
  readAmount,
  readId,
  readKnown,
  readList,
  readObject,
  readText,
  readTime,
} from "./read"
import type { WirePayment } from "./wire"

/** `charge_id` is known of refunds whose line names it, as this plugin's do; the service does not tell it. */
export type NetsRefund = { refund_id: string; amount: number; state: string; charge_id?: string }

/** What may be kept of a retrieved payment: ids, totals and states; no person and no card. */
export type NetsPayment = {
  payment_id?: string
  my_reference?: string
  amount?: number
  currency?: string
  payment_type?: string
  payment_method?: string
  reserved: number
  charged: number
  refunded: number
  cancelled: number
  charges: { charge_id: string; amount: number }[]
  refunds: NetsRefund[]
  expires_at?: string
  terminated: boolean
}

const NAMES = knownNames(
  "payment",
  "paymentId",
  "myReference",
  "orderDetails",
  "summary",
  "reservedAmount",
  "chargedAmount",
  "refundedAmount",
  "cancelledAmount",
  "paymentDetails",
  "paymentType",
  "paymentMethod",
  "charges",
  "chargeId",
  "refunds",
  "refundId",
  "state",
  "orderItems",
  "reference",
  "amount",
  "currency",
  "expiresAt",
  "terminated"
)

const optional = <Key extends string, Value>(
  key: Key,
  value: Value | undefined
): Partial<Record<Key, Value>> =>
  // The computed key makes TypeScript forget which one it is.
  value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>)

const readRefund = (entry: unknown): NetsRefund[] => {
  const refund = readObject(entry)
  const id = readId(refund.refundId)
  if (id === undefined) return []
  const [line] = readList(refund.orderItems)
  return [
    {
      refund_id: id,
      amount: readAmount(refund.amount) ?? 0,
      state: readText(refund.state, 40) ?? "",
      ...optional("charge_id", readId(readObject(line).reference)),
    },
  ]
}

/** Reads the answer of the retrieve call, `{ payment }` or the payment itself. Unknown fields are dropped. */
export const parsePayment = (body: unknown): NetsPayment => {
  const outer = readObject(readKnown(body, NAMES))
  const payment = "payment" in outer ? readObject(outer.payment) : outer
  const summary = readObject(payment.summary)
  const order = readObject(payment.orderDetails)
  const details = readObject(payment.paymentDetails)
  return {
    ...optional("payment_id", readId(payment.paymentId)),
    ...optional("my_reference", readText(payment.myReference, 36)),
    ...optional("amount", readAmount(order.amount)),
    ...optional("currency", readText(order.currency, 3)?.toUpperCase()),
    ...optional("payment_type", readText(details.paymentType, 40)),
    ...optional("payment_method", readText(details.paymentMethod, 40)),
    reserved: readAmount(summary.reservedAmount) ?? 0,
    charged: readAmount(summary.chargedAmount) ?? 0,
    refunded: readAmount(summary.refundedAmount) ?? 0,
    cancelled: readAmount(summary.cancelledAmount) ?? 0,
    charges: readList(payment.charges).flatMap((entry) => {
      const charge = readObject(entry)
      const id = readId(charge.chargeId)
      return id === undefined ? [] : [{ charge_id: id, amount: readAmount(charge.amount) ?? 0 }]
    }),
    refunds: readList(payment.refunds).flatMap(readRefund),
    ...optional("expires_at", readTime(payment.expiresAt)),
    terminated: payment.terminated === true || readText(payment.terminated) !== undefined,
  }
}

const WITHOUT_EFFECT = /^(failed|cancell?ed|expired)$/i

/** True for a refund that is done or may still be: a state nobody has heard of counts as on its way. */
export const hasEffect = ({ state }: { state: string }): boolean => !WITHOUT_EFFECT.test(state)

/** Refunded or on its way: what can no longer be refunded. Pending refunds may be missing in the total. */
export const refundedOrPending = (payment: NetsPayment): number => {
  const listed = payment.refunds.filter(hasEffect).reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(payment.refunded, listed)
}

/** How many refunds were begun and came to nothing. */
export const failedRefunds = (payment: NetsPayment): number =>
  payment.refunds.filter((refund) => !hasEffect(refund)).length

/** Reserved money that can still be charged or cancelled. */
export const stillReserved = (payment: NetsPayment): number =>
  Math.max(0, payment.reserved - payment.cancelled - payment.charged)

/** The shopper's money is held: reserved, or charged and not refunded. */
export const holdsMoney = (payment: NetsPayment): boolean =>
  stillReserved(payment) > 0 || payment.charged > refundedOrPending(payment)

export type PaymentState = {
  status: "pending" | "requires_more" | "authorized" | "captured" | "canceled" | "mismatch"
  reserved: number
  charged: number
  refunded: number
  cancelled: number
}

export type ExpectedPayment = {
  /** Minor units. */
  amount: number
  /** ISO 4217, any case. */
  currency: string
  /** When given, an unpaid payment past its expiry is canceled. */
  now?: Date
}

const statusOf = (payment: NetsPayment, expected: ExpectedPayment): PaymentState["status"] => {
  const currency = expected.currency.toUpperCase()
  if (payment.amount !== expected.amount || payment.currency !== currency) return "mismatch"
  if (payment.charged >= expected.amount) return "captured"
  if (payment.reserved - payment.cancelled >= expected.amount) return "authorized"
  if (payment.charged === 0 && payment.reserved > 0 && payment.cancelled >= payment.reserved) {
    return "canceled"
  }
  if (payment.charged > 0 || payment.reserved > 0) return "requires_more"
  const expired =
    expected.now !== undefined &&
    payment.expires_at !== undefined &&
    Date.parse(payment.expires_at) <= expected.now.getTime()
  return payment.terminated || expired ? "canceled" : "pending"
}

/**
 * What a fetched payment means for a session of this amount. Decides from totals alone, so it does not matter
 * which events arrived, how often, or in which order. Amount and currency are compared without tolerance.
 *
 * - `mismatch`: another amount or currency than asked for; never authorise it
 * - `captured`: the whole amount is charged (later refunds do not change that; see `refunded`)
 * - `authorized`: the whole amount is reserved, some of it perhaps charged
 * - `requires_more`: less than the whole amount is reserved or charged
 * - `canceled`: the reservation was cancelled, or the checkout ended without one
 * - `pending`: the checkout is open and nothing is paid
 *
 * @param payment the retrieve call's answer, `{ payment }` or the payment itself
 */
export const derivePaymentState = (
  payment: WirePayment | { payment: WirePayment },
  expected: ExpectedPayment
): PaymentState => stateOf(parsePayment(payment), expected)

/** The same for a payment that is already parsed. */
export const stateOf = (payment: NetsPayment, expected: ExpectedPayment): PaymentState => ({
  status: statusOf(payment, expected),
  reserved: payment.reserved,
  charged: payment.charged,
  refunded: refundedOrPending(payment),
  cancelled: payment.cancelled,
})
