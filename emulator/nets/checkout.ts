import { bare, badMessage, coded } from "./errors"
import { addCharge } from "./charges"
import { tellCompleted, tellCreated, tellReservationFailed, tellReserved } from "./events"
import { isOffered } from "./methods"
import type { Method } from "./methods"
import { isOpen, newId, serviceTime } from "./state"
import type { Payment } from "./state"
import type { CreateBody } from "./validate"
import type { OrderUpdate } from "./validate-amounts"
import type { World } from "./world"

/** What the issuer answers when a shopper's card is refused. */
const REFUSED_BY_ISSUER = 33

export const openPayment = (world: World, body: CreateBody): Payment => {
  const now = world.clock.now()
  const payment: Payment = {
    paymentId: newId(),
    order: body.order,
    checkout: body.checkout,
    offer: {
      hasPhone: body.consumer.hasPhone,
      ...(body.methods && { names: body.methods }),
      ...(body.countryCode !== undefined && { countryCode: body.countryCode }),
    },
    buysAsCompany: body.consumer.isCompany,
    webhooks: body.webhooks,
    ...(body.myReference !== undefined && { myReference: body.myReference }),
    reserved: 0,
    surcharge: 0,
    cancelled: 0,
    charges: [],
    refunds: [],
    created: serviceTime(now),
    expiresAt: body.expiresAt,
    paying: false,
    declines: [],
    deliveries: [],
    reads: [],
    keys: new Map(),
  }
  for (const reference of body.uniqueReferences) world.references.add(reference)
  world.payments.set(payment.paymentId, payment)
  tellCreated(world, payment)
  return payment
}

const refuseClosed = (world: World, payment: Payment): void => {
  if (payment.paying || !isOpen(payment, world.clock.now())) throw bare(409)
}

/** Amounts below 2.00 make the issuer answer with their last two digits; 0 means that it agrees. */
const forcedError = (world: World, { order }: Payment): number =>
  world.switches.test_amounts && order.amount < 200 ? order.amount % 100 : 0

/** How long a payment of 3.XX takes: XX seconds. */
export const forcedDelay = (world: World, { order }: Payment): number => {
  const isForced = world.switches.test_amounts && order.amount >= 300 && order.amount < 400
  return isForced ? (order.amount % 100) * world.switches.delay_second_ms : 0
}

/**
 * Whether the shopper may press pay now.
 *
 * @throws Refusal 409 when the payment is not open, 400 for a method it does not offer, 1021 while the cost of
 * shipping is not known
 */
export const checkPayable = (world: World, payment: Payment, method: Method): void => {
  refuseClosed(world, payment)
  if (!isOffered(method, payment.offer)) {
    throw badMessage(`The payment does not offer ${method.name}`)
  }
  if (payment.checkout.awaitsShippingCost) throw coded(402, 1021)
}

/** The card is refused; the shopper may try again. */
export const refusePayment = (world: World, payment: Payment, code = REFUSED_BY_ISSUER): void => {
  refuseClosed(world, payment)
  tellReservationFailed(world, payment, code)
}

/**
 * The shopper pays. An account-to-account method is charged at once and reserves nothing.
 *
 * @param surcharge what the method costs the shopper on top, minor units
 * @returns the issuer's code when a test amount made it refuse
 */
export const payPayment = (
  world: World,
  payment: Payment,
  { method, surcharge = 0 }: { method: Method; surcharge?: number }
): number | undefined => {
  checkPayable(world, payment, method)
  const code = forcedError(world, payment)
  if (code > 0) {
    refusePayment(world, payment, code)
    return code
  }
  const { amount, items } = payment.order
  payment.method = method
  payment.surcharge = surcharge
  if (method.chargedAtOnce) {
    addCharge(world, payment, { amount, items })
  } else {
    payment.reserved = amount
    payment.reservedAt = world.clock.now()
    if (method.reservationEvent) tellReserved(world, payment)
  }
  tellCompleted(world, payment)
  if (payment.checkout.charge && payment.charges.length === 0) {
    addCharge(world, payment, { amount, items })
  }
  return undefined
}

/** Ends an open checkout. */
export const terminatePayment = (world: World, payment: Payment): void => {
  refuseClosed(world, payment)
  payment.terminated = serviceTime(world.clock.now())
}

/** Replaces the lines and the amount of an open checkout. */
export const updateOrder = (world: World, payment: Payment, update: OrderUpdate): void => {
  refuseClosed(world, payment)
  payment.order.amount = update.amount
  payment.order.items = update.items
  if (update.costSpecified) payment.checkout.awaitsShippingCost = false
}

/** Gives the order its reference. It can be given once. */
export const setReference = (
  payment: Payment,
  { checkoutUrl, reference }: { checkoutUrl: string; reference: string }
): void => {
  const { url } = payment.checkout
  const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : "")
  if (url !== "" && originOf(url) !== originOf(checkoutUrl)) throw coded(500, 1017)
  if (payment.order.reference !== undefined && payment.order.reference !== reference) {
    throw coded(500, 1016)
  }
  payment.order.reference = reference
}
