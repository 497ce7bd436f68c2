import { codeMessage } from "./errors"
import { consumer } from "./shape"
import { newId, serviceTime } from "./state"
import type { Charge, OrderItem, Payment, Refund } from "./state"
import type { EventName } from "./validate-webhooks"
import type { World } from "./world"

type Data = Record<string, unknown>

const money = (payment: Payment, amount: number) => ({ amount, currency: payment.order.currency })

const methodOf = ({ method }: Payment) =>
  method ? { paymentMethod: method.name, paymentType: method.type } : {}

/** The reconciliation reference of one movement: its id, shortened. */
const reconciliation = (id: string): string => id.slice(0, 20)

const errorOf = (code: number, source = "Internal") => ({
  code: code.toString(),
  message: codeMessage(code),
  source,
})

const orderOf = (payment: Payment): Data => ({
  amount: money(payment, payment.order.amount),
  ...(payment.order.reference !== undefined && { reference: payment.order.reference }),
  orderItems: payment.order.items,
})

/** Events that carry the merchant's reference of the payment. */
const WITH_REFERENCE: readonly EventName[] = [
  "payment.created",
  "payment.checkout.completed",
  "payment.reservation.created.v2",
  "payment.cancel.failed",
]

type Telling = { event: EventName; data: Data; id?: string }

/** Sends one event. `id` ties the v1 and v2 twin of one happening. */
const emit = (world: World, payment: Payment, { event, data, id = newId() }: Telling): void => {
  const { switches } = world
  const unset = switches.webhook_empty_reference ? "" : undefined
  const reference = WITH_REFERENCE.includes(event) ? (payment.myReference ?? unset) : undefined
  world.sender.emit(payment, {
    id,
    event,
    timestamp: serviceTime(world.clock.now()),
    data: {
      ...data,
      ...(reference !== undefined && { myReference: reference }),
      paymentId: payment.paymentId,
    },
  })
}

export const tellCreated = (world: World, payment: Payment): void => {
  emit(world, payment, { event: "payment.created", data: { order: orderOf(payment) } })
}

export const tellCompleted = (world: World, payment: Payment): void => {
  const who = world.switches.webhook_consumer === "ip" ? { ip: consumer.ip } : consumer
  const data = { order: orderOf(payment), consumer: who }
  emit(world, payment, { event: "payment.checkout.completed", data })
}

const cardDetails = {
  creditDebitIndicator: "D",
  expiryMonth: 12,
  expiryYear: 39,
  issuerCountry: "DK",
  truncatedPan: "492500******0004",
  threeDSecure: {
    authenticationEnrollmentStatus: "Y",
    authenticationStatus: "Y",
    eci: "05",
  },
}

export const tellReserved = (world: World, payment: Payment): void => {
  const id = newId()
  const common = { ...methodOf(payment), amount: money(payment, payment.order.amount) }
  const first = {
    ...common,
    ...(payment.method?.type === "CARD" && { cardDetails }),
    consumer: { ip: consumer.ip },
    reservationReference: id.slice(0, 6),
    reserveId: id,
  }
  emit(world, payment, { event: "payment.reservation.created", data: first, id })
  emit(world, payment, { event: "payment.reservation.created.v2", data: common, id })
}

export const tellReservationFailed = (world: World, payment: Payment, code: number): void => {
  const data = {
    error: errorOf(code, "Issuer"),
    orderItems: payment.order.items,
    amount: money(payment, payment.order.amount),
  }
  emit(world, payment, { event: "payment.reservation.failed", data })
}

export const tellCharged = (world: World, payment: Payment, charge: Charge): void => {
  const { chargeId, orderItems } = charge
  const amount = money(payment, charge.amount)
  const old = {
    chargeId,
    orderItems,
    reservationId: payment.paymentId,
    reconciliationReference: reconciliation(chargeId),
    amount,
  }
  emit(world, payment, { event: "payment.charge.created", data: old, id: chargeId })
  const data = { chargeId, orderItems, ...methodOf(payment), amount }
  emit(world, payment, { event: "payment.charge.created.v2", data, id: chargeId })
}

type Attempt = { amount: number; orderItems: OrderItem[]; code: number }

export const tellChargeFailed = (world: World, payment: Payment, attempt: Attempt): void => {
  const id = newId()
  const data = {
    error: errorOf(attempt.code),
    chargeId: id,
    orderItems: attempt.orderItems,
    reservationId: payment.paymentId,
    reconciliationReference: reconciliation(id),
    amount: money(payment, attempt.amount),
  }
  emit(world, payment, { event: "payment.charge.failed", data, id })
  emit(world, payment, { event: "payment.charge.failed.v2", data, id })
}

export const tellCancelled = (world: World, payment: Payment, change: Omit<Attempt, "code">) => {
  const cancelId = newId()
  const { orderItems } = change
  const data = { cancelId, orderItems, amount: money(payment, change.amount) }
  emit(world, payment, { event: "payment.cancel.created", data, id: cancelId })
}

export const tellCancelFailed = (world: World, payment: Payment, attempt: Attempt): void => {
  const cancelId = newId()
  const { orderItems } = attempt
  const error = errorOf(attempt.code)
  const data = { error, cancelId, orderItems, amount: money(payment, attempt.amount) }
  emit(world, payment, { event: "payment.cancel.failed", data, id: cancelId })
}

export const tellRefundInitiated = (world: World, payment: Payment, refund: Refund): void => {
  const { refundId, orderItems } = refund
  const old = {
    paymentActionId: refundId,
    executed: refund.lastUpdated,
    orderItems,
    reconciliationReference: reconciliation(refundId),
    amount: money(payment, refund.amount),
  }
  emit(world, payment, { event: "payment.refund.initiated", data: old, id: refundId })
  const chargeId = refund.parts[0]?.chargeId
  const data = { refundId, chargeId, amount: money(payment, refund.amount) }
  emit(world, payment, { event: "payment.refund.initiated.v2", data, id: refundId })
}

const refundData = (payment: Payment, { refundId, amount, invoiceNumber }: Refund): Data => ({
  refundId,
  ...(invoiceNumber !== undefined && {
    invoiceDetails: { distributionType: "Email", invoiceNumber },
  }),
  amount: money(payment, amount),
})

export const tellRefundCompleted = (world: World, payment: Payment, refund: Refund): void => {
  emit(world, payment, { event: "payment.refund.completed", data: refundData(payment, refund) })
}

export const tellRefundFailed = (
  world: World,
  payment: Payment,
  refund: Refund,
  code: number
): void => {
  const data = {
    ...refundData(payment, refund),
    error: errorOf(code),
    reconciliationReference: reconciliation(refund.refundId),
  }
  emit(world, payment, { event: "payment.refund.failed", data })
}
