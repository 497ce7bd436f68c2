import { badRequest, coded } from "./errors"
import { tellChargeFailed, tellCharged, tellCancelFailed, tellCancelled } from "./events"
import { charged, leftOf, newId, serviceTime, surchargeBetween } from "./state"
import type { Charge, Decline, OrderItem, Payment } from "./state"
import type { AmountBody } from "./validate-amounts"
import type { World } from "./world"

const DAY = 86_400_000

const hasExpired = (world: World, { reservedAt }: Payment): boolean =>
  reservedAt !== undefined &&
  world.clock.now() >= reservedAt + world.switches.reservation_days * DAY

/** Takes the next refusal that is waiting for such an action. */
export const takeDecline = (payment: Payment, action: Decline["action"]): number | undefined => {
  const index = payment.declines.findIndex((decline) => decline.action === action)
  return index < 0 ? undefined : payment.declines.splice(index, 1)[0]?.code
}

/**
 * Lines of a movement: its own, or the order's when it is the whole. A method that works by lines always wants them.
 *
 * @throws Refusal 1015 when lines are missing
 */
export const linesOf = (
  { amount, items }: AmountBody,
  {
    payment,
    status,
    whole,
    all,
  }: {
    payment: Payment
    status: 402 | 500
    whole: number
    all: OrderItem[]
  }
): OrderItem[] => {
  if (items) return items
  if (amount !== whole || payment.method?.byLines) throw coded(status, 1015)
  return all
}

/** With `invoice_lines: "of_order"`, an invoice only knows lines that the order has. */
export const checkInvoiceLines = (world: World, payment: Payment, items: OrderItem[]): void => {
  if (world.switches.invoice_lines === "any" || !payment.method?.byLines) return
  const known = payment.order.items.map(({ reference }) => reference)
  const index = items.findIndex(({ reference }) => !known.includes(reference))
  if (index < 0) return
  const path = `orderItems[${index.toString()}].reference`
  throw badRequest({ [path]: ["Field is not a line of the order"] })
}

const invoiceNumberOf = (world: World, wanted: string | undefined): string => {
  if (wanted === undefined) return `E${newId().slice(0, 10)}`
  const key = `invoice:${wanted}`
  if (world.references.has(key))
    throw badRequest({ paymentMethodReference: ["Field must be unique"] })
  world.references.add(key)
  return wanted
}

/** Adds a charge, whatever the rules say, and tells of it. */
export const addCharge = (
  world: World,
  payment: Payment,
  { amount, items = payment.order.items, invoiceNumber }: AmountBody
): Charge => {
  const before = charged(payment)
  const charge: Charge = {
    chargeId: newId(),
    amount,
    surcharge: surchargeBetween(payment, before, before + amount),
    created: serviceTime(world.clock.now()),
    refunded: 0,
    orderItems: items,
    ...(payment.method?.byLines && { invoiceNumber: invoiceNumberOf(world, invoiceNumber) }),
  }
  payment.charges.push(charge)
  tellCharged(world, payment, charge)
  return charge
}

/**
 * Charges what is reserved, in whole or in part.
 *
 * @throws Refusal 402 with a code
 */
export const chargePayment = (world: World, payment: Payment, body: AmountBody): Charge => {
  const { amount } = body
  const left = leftOf(payment)
  if (amount === 0) throw coded(402, 1002)
  if (payment.reserved === 0) throw coded(402, payment.charges.length > 0 ? 1008 : 1003)
  if (payment.cancelled >= payment.reserved) throw coded(402, 1019)
  if (left === 0) throw coded(402, 1008)
  if (hasExpired(world, payment)) throw coded(402, 1010)
  if (amount > left) throw coded(402, 1001)
  const whole = payment.order.amount
  if (amount !== whole && payment.method?.partialCharge === false) throw coded(402, 1024)
  const all = payment.order.items
  const items = linesOf(body, { payment, status: 402, whole, all })
  checkInvoiceLines(world, payment, items)
  const code = takeDecline(payment, "charge")
  if (code !== undefined) {
    tellChargeFailed(world, payment, { amount, orderItems: items, code })
    throw coded(402, code, "Issuer")
  }
  return addCharge(world, payment, { ...body, items })
}

/**
 * Releases what is reserved and not charged. Only cards and wallets release a part, and not of a payment that is
 * refunded in part.
 *
 * @throws Refusal 400 when it is more than that, 500 with a code
 */
export const cancelPayment = (world: World, payment: Payment, body: AmountBody): void => {
  const { amount } = body
  const left = leftOf(payment)
  if (payment.reserved === 0) throw coded(500, payment.charges.length > 0 ? 1008 : 1003)
  if (left === 0) throw coded(500, payment.cancelled > 0 ? 1019 : 1008)
  if (hasExpired(world, payment)) throw coded(500, 1010)
  if (amount === 0 || amount > left) throw badRequest({ amount: ["Field is not a valid amount"] })
  const whole = payment.order.amount
  const refundedInPart = payment.charges.some(
    (charge) => charge.refunded > 0 && charge.refunded < charge.amount
  )
  const isPart = amount !== whole
  if (isPart && (refundedInPart || (amount !== left && !payment.method?.partialCancel))) {
    throw coded(500, 1007)
  }
  if (isPart && !body.items) throw coded(500, 1015)
  const orderItems = body.items ?? payment.order.items
  const code = takeDecline(payment, "cancel")
  if (code !== undefined) {
    tellCancelFailed(world, payment, { amount, orderItems, code })
    throw coded(500, code)
  }
  payment.cancelled += amount
  tellCancelled(world, payment, { amount, orderItems })
}
