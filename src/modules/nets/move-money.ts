import { MedusaError } from "@medusajs/framework/utils"
import type { NetsClient } from "./client"
import { isNotFoundAtNets, isUnknownOutcome, notMoved } from "./client-error"
import { refundPath } from "./domain/methods"
import { chargeKey, refundKey } from "./domain/operation-keys"
import { summaryLine } from "./domain/order-lines"
import { failedRefunds, holdsMoney, refundedOrPending, stillReserved } from "./domain/payment-state"
import type { NetsPayment } from "./domain/payment-state"
import { allocateRefund } from "./domain/refund-allocation"
import type { RefundPart } from "./domain/refund-allocation"
import type { AmountBody } from "./domain/wire"
import type { MoneyRows } from "./session-facts"

const notAllowed = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)

/** A part of a payment is sent as one line of its amount; the whole needs none. */
const amountBody = (amount: number, whole: number, name: string): AmountBody =>
  amount === whole ? { amount } : { amount, orderItems: [summaryLine(amount, name, "part")] }

const REFUND_LINE = "Delvis refundering"

const NOT_REFUNDABLE = {
  more_than_charged: "Less than this amount is charged at Nets.",
  charges_unknown: "Nets does not list the charges to refund; use Nets' portal.",
}

type Change = {
  call: () => Promise<void>
  /** Whether the payment shows that the change has happened. */
  happened: (payment: NetsPayment) => boolean
  /** The payment as it is once the change has happened, for when it cannot be read afterwards. */
  expected: NetsPayment
}

/** Makes a call that changes a payment; after a lost answer the payment itself says whether it happened. */
const certainly = async (
  client: NetsClient,
  paymentId: string,
  { call, happened, expected }: Change
): Promise<NetsPayment> => {
  try {
    await call()
  } catch (error) {
    if (!isUnknownOutcome(error)) throw error
    // When it cannot be read either, the outcome stays unknown, whatever the read's own error is.
    const payment = await client.retrieve(paymentId).catch(() => undefined)
    if (!payment || !happened(payment)) throw error
    return payment
  }
  try {
    return await client.retrieve(paymentId)
  } catch {
    // Nets has confirmed the change. An error here would make Medusa forget it.
    return expected
  }
}

/** The same for a charge or refund: a repeated key may be answered with one that came to nothing. */
const moveCertainly = async (
  client: NetsClient,
  paymentId: string,
  change: Change
): Promise<NetsPayment> => {
  const payment = await certainly(client, paymentId, change)
  if (!change.happened(payment)) throw notMoved()
  return payment
}

/**
 * Charges what Medusa's capture rows say and Nets has not charged yet, never more than this capture's amount.
 * A capture repeated after a lost answer, or a payment charged at once, therefore charges nothing again.
 *
 * @returns the payment as it is afterwards
 */
export const chargeRecorded = async (
  client: NetsClient,
  paymentId: string,
  rows: MoneyRows
): Promise<NetsPayment> => {
  const before = await client.retrieve(paymentId)
  const amount = Math.min(rows.amount, rows.total - before.charged)
  if (amount <= 0) return before
  if (amount > stillReserved(before)) {
    throw notAllowed("nets_not_reserved", "Less than this amount is reserved at Nets.")
  }
  const body = amountBody(amount, before.amount ?? 0, "Delvis betaling")
  const key = chargeKey(paymentId, before.charged, amount)
  return moveCertainly(client, paymentId, {
    call: () => client.charge(paymentId, body, key),
    happened: ({ charged }) => charged >= before.charged + amount,
    expected: { ...before, charged: before.charged + amount },
  })
}

/** One part of a refund. The line of a charge's part names the charge, so that the payment tells it later. */
const refundPart = (
  client: NetsClient,
  before: NetsPayment,
  paymentId: string,
  part: RefundPart
): Promise<void> => {
  const key = refundKey(paymentId, part, failedRefunds(before))
  const { amount, charge_id: chargeId } = part
  if (chargeId === undefined) {
    return client.refundPayment(paymentId, amountBody(amount, before.charged, REFUND_LINE), key)
  }
  const orderItems = [summaryLine(amount, REFUND_LINE, chargeId)]
  return client.refundCharge(chargeId, { amount, orderItems }, key)
}

/** Refunds what Medusa's refund rows say and Nets has not refunded or begun to; otherwise as `chargeRecorded`. */
export const refundRecorded = async (
  client: NetsClient,
  paymentId: string,
  rows: MoneyRows
): Promise<NetsPayment> => {
  const before = await client.retrieve(paymentId)
  const amount = Math.min(rows.amount, rows.total - refundedOrPending(before))
  if (amount <= 0) return before
  const parts = allocateRefund(before, amount, refundPath(before))
  if (!parts.ok) throw notAllowed("nets_not_charged", NOT_REFUNDABLE[parts.reason])
  let payment = before
  for (const part of parts.value) {
    const refunded = part.refunded_before + part.amount
    payment = await moveCertainly(client, paymentId, {
      call: () => refundPart(client, before, paymentId, part),
      happened: (after) => refundedOrPending(after) >= refunded,
      expected: { ...before, refunded },
    })
  }
  return payment
}

/** Ends an open checkout. Losing against the shopper who pays at this moment is an error. */
const endCheckout = async (client: NetsClient, before: NetsPayment, paymentId: string) =>
  certainly(client, paymentId, {
    call: () => client.terminate(paymentId),
    happened: ({ terminated }) => terminated,
    expected: { ...before, terminated: true },
  })

/** Releases what is reserved and not charged; an open checkout is ended. Repeating it changes nothing. */
export const releaseReservation = async (
  client: NetsClient,
  paymentId: string
): Promise<NetsPayment> => {
  const before = await client.retrieve(paymentId)
  const left = stillReserved(before)
  if (before.charged > refundedOrPending(before) && left === 0) {
    throw notAllowed("nets_charged", "The payment is charged at Nets: refund it instead.")
  }
  if (left === 0) {
    return before.reserved > 0 || before.charged > 0 || before.terminated
      ? before
      : endCheckout(client, before, paymentId)
  }
  const body = amountBody(left, before.amount ?? 0, "Annullering")
  return certainly(client, paymentId, {
    call: () => client.cancel(paymentId, body),
    happened: (payment) => stillReserved(payment) === 0,
    expected: { ...before, cancelled: before.cancelled + left },
  })
}

/** Whether nothing can be paid any more and nothing is held. */
const isOver = async (client: NetsClient, paymentId: string): Promise<boolean> => {
  try {
    const payment = await client.retrieve(paymentId)
    const { expires_at: expiresAt, terminated } = payment
    const expired = expiresAt !== undefined && Date.parse(expiresAt) <= Date.now()
    return !holdsMoney(payment) && (terminated || expired)
  } catch (error) {
    if (isNotFoundAtNets(error)) return true
    throw error
  }
}

/**
 * Ends a session that is being replaced. Only an open checkout can be ended: once money is reserved or charged
 * the session must stay, else the payment would belong to nothing.
 *
 * @throws MedusaError not_allowed `payment_in_progress`
 */
export const dropSession = async (client: NetsClient, paymentId: string): Promise<void> => {
  const inProgress = notAllowed("payment_in_progress", "The payment is in progress at Nets.")
  try {
    const payment = await client.retrieve(paymentId)
    if (holdsMoney(payment)) throw inProgress
    if (!payment.terminated && payment.reserved === 0 && payment.charged === 0) {
      await endCheckout(client, payment, paymentId)
    }
  } catch (error) {
    if (isNotFoundAtNets(error)) return
    if (error === inProgress) throw error
    // The shopper may have paid between the two calls, or the checkout has ended by itself.
    if (!(await isOver(client, paymentId))) throw inProgress
  }
}
