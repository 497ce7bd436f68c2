import { badMessage, bare, coded } from "./errors"
import { checkInvoiceLines, linesOf, takeDecline } from "./charges"
import { tellRefundCompleted, tellRefundFailed, tellRefundInitiated } from "./events"
import { charged, newId, refunded, serviceTime, surchargeBetween } from "./state"
import type { Charge, OrderItem, Payment, Refund, RefundState } from "./state"
import type { AmountBody } from "./validate-amounts"
import type { World } from "./world"

const FINAL_CODES = { Failed: 1014, Expired: 1013 }

/** What is being refunded or has been. */
const takenBack = (payment: Payment): number => refunded(payment, ["Completed", "Pending"])

/**
 * Brings a pending refund to its end. Only a completed one moves money; the others free their amount again.
 * A refund the shop cancels itself sends no event.
 *
 * @throws Refusal 409 when it has ended already
 */
export const settleRefund = (
  world: World,
  { payment, refund }: { payment: Payment; refund: Refund },
  state: Exclude<RefundState, "Pending">
): void => {
  if (refund.state !== "Pending") throw bare(409)
  refund.state = state
  refund.lastUpdated = serviceTime(world.clock.now())
  if (state === "Completed") {
    tellRefundCompleted(world, payment, refund)
    return
  }
  for (const { chargeId, amount } of refund.parts) {
    const charge = payment.charges.find((one) => one.chargeId === chargeId)
    if (charge) charge.refunded -= amount
  }
  if (state !== "Cancelled") tellRefundFailed(world, payment, refund, FINAL_CODES[state])
}

/** The charges a refund takes from: one that can bear all of it, else one after the other. */
const spread = (charges: readonly Charge[], amount: number): Refund["parts"] => {
  const single = charges.find((charge) => charge.amount - charge.refunded >= amount)
  if (single) return [{ chargeId: single.chargeId, amount }]
  let rest = amount
  return charges.flatMap(({ chargeId, amount: total, refunded: gone }) => {
    const taken = Math.min(rest, total - gone)
    rest -= taken
    return taken > 0 ? [{ chargeId, amount: taken }] : []
  })
}

const addRefund = (
  world: World,
  payment: Payment,
  { charges, amount, items }: { charges: Charge[]; amount: number; items: OrderItem[] }
): Refund => {
  const now = world.clock.now()
  const before = takenBack(payment)
  const parts = spread(charges, amount)
  const invoiceNumber = charges[0]?.invoiceNumber
  const refund: Refund = {
    refundId: newId(),
    parts,
    amount,
    surcharge: surchargeBetween(payment, before, before + amount),
    state: "Pending",
    created: now,
    lastUpdated: serviceTime(now),
    orderItems: items,
    ...(invoiceNumber !== undefined && { invoiceNumber }),
  }
  for (const part of parts) {
    const charge = payment.charges.find(({ chargeId }) => chargeId === part.chargeId)
    if (charge) charge.refunded += part.amount
  }
  payment.refunds.push(refund)
  tellRefundInitiated(world, payment, refund)
  const { refund_state: state } = world.switches
  if (state !== "Pending") settleRefund(world, { payment, refund }, state)
  return refund
}

const refuseAmount = (amount: number, left: number): void => {
  if (left === 0) throw coded(500, 1023)
  if (amount === 0 || amount > left) throw coded(500, 1009)
}

const refuseDeclined = (payment: Payment): void => {
  const code = takeDecline(payment, "refund")
  if (code !== undefined) throw coded(500, code, "Issuer")
}

/**
 * Refunds from one charge.
 *
 * @throws Refusal 500 with a code
 */
export const refundCharge = (
  world: World,
  { payment, charge }: { payment: Payment; charge: Charge },
  body: AmountBody
): Refund => {
  refuseAmount(body.amount, charge.amount - charge.refunded)
  const { amount: whole, orderItems: all } = charge
  const items = linesOf(body, { payment, status: 500, whole, all })
  checkInvoiceLines(world, payment, items)
  refuseDeclined(payment)
  return addRefund(world, payment, { charges: [charge], amount: body.amount, items })
}

/**
 * Refunds from whatever has been charged.
 *
 * @throws Refusal 400 for methods whose refunds must name the charge, 500 with a code
 */
export const refundPayment = (world: World, payment: Payment, body: AmountBody): Refund => {
  if (payment.method?.refundByCharge) {
    throw badMessage(`${payment.method.name} is refunded by charge`)
  }
  if (payment.charges.length === 0) throw coded(500, 1011)
  const whole = charged(payment)
  refuseAmount(body.amount, whole - takenBack(payment))
  const all = payment.charges.flatMap(({ orderItems }) => orderItems)
  const items = linesOf(body, { payment, status: 500, whole, all })
  refuseDeclined(payment)
  return addRefund(world, payment, { charges: payment.charges, amount: body.amount, items })
}

/**
 * The shop takes back a refund that is still pending.
 *
 * @throws Refusal 1025 when it is too late
 */
export const cancelRefund = (world: World, found: { payment: Payment; refund: Refund }): void => {
  if (found.refund.state !== "Pending") throw coded(500, 1025)
  settleRefund(world, found, "Cancelled")
}

/** Ends the pending refunds whose time has come. */
export const settleDueRefunds = (world: World): void => {
  const { refund_after_seconds: after, refund_expires_after_seconds: expires } = world.switches
  const now = world.clock.now()
  for (const payment of world.payments.values()) {
    for (const refund of payment.refunds.filter(({ state }) => state === "Pending")) {
      const age = (now - refund.created) / 1_000
      if (after > 0 && age >= after) settleRefund(world, { payment, refund }, "Completed")
      else if (expires > 0 && age >= expires) settleRefund(world, { payment, refund }, "Expired")
    }
  }
}
