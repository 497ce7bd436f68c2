import { randomUUID } from "node:crypto"
import type { Method, Offer } from "./methods"

export type OrderItem = Record<string, unknown> & { grossTotalAmount: number }
export type WebhookTarget = { eventName: string; url: string; authorization: string }
export type Charge = {
  chargeId: string
  amount: number
  surcharge: number
  created: string
  refunded: number
  orderItems: OrderItem[]
  invoiceNumber?: string
}
export type RefundState = "Pending" | "Completed" | "Failed" | "Expired" | "Cancelled"
export type Refund = {
  refundId: string
  /** What it takes from which charge; the first is the one the service names. */
  parts: { chargeId: string; amount: number }[]
  amount: number
  surcharge: number
  state: RefundState
  created: number
  lastUpdated: string
  orderItems: OrderItem[]
  invoiceNumber?: string
}
export type Delivery = {
  event: string
  id: string
  url: string
  attempts: number
  status?: number | "unreachable"
  /** Never sent, by the switch for lost webhooks. */
  lost?: true
}

/** A charge, refund or cancel that the payment method will refuse. */
export type Decline = { action: "charge" | "refund" | "cancel"; code: number }

export type Checkout = {
  integrationType: string
  /** The shop's page around the embedded checkout; "" for the hosted page. */
  url: string
  returnUrl: string
  cancelUrl: string
  charge: boolean
  /** Paying waits until the order is updated with the cost of shipping. */
  awaitsShippingCost: boolean
}

/** What an idempotency key stands for: an id, or a refusal when those are replayed. */
export type UsedKey = { amount: number; id?: string; refusal?: unknown }

/** One payment as the emulator keeps it. Amounts are minor units. */
export type Payment = {
  paymentId: string
  order: { amount: number; currency: string; reference?: string; items: OrderItem[] }
  checkout: Checkout
  offer: Offer
  buysAsCompany: boolean
  webhooks: WebhookTarget[]
  myReference?: string
  method?: Method
  reserved: number
  reservedAt?: number
  surcharge: number
  cancelled: number
  charges: Charge[]
  refunds: Refund[]
  created: string
  expiresAt: number
  terminated?: string
  /** The shopper has pressed pay, and the method has not answered yet. */
  paying: boolean
  declines: Decline[]
  deliveries: Delivery[]
  /** Times of the retrieve calls of the last hour. */
  reads: number[]
  keys: Map<string, UsedKey>
}

export const newId = (): string => randomUUID().replaceAll("-", "")

/** The service's time format: four fractional digits and an offset. */
export const serviceTime = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/(\d{3})Z$/, "$10+00:00")

export const charged = (payment: Payment): number =>
  payment.charges.reduce((sum, { amount }) => sum + amount, 0)

export const refunded = (payment: Payment, states: RefundState[] = ["Completed"]): number =>
  payment.refunds
    .filter(({ state }) => states.includes(state))
    .reduce((sum, { amount }) => sum + amount, 0)

/** Reserved and neither charged nor cancelled. */
export const leftOf = (payment: Payment): number =>
  payment.reserved === 0 ? 0 : payment.reserved - payment.cancelled - charged(payment)

/** Open: the shopper may still pay. */
export const isOpen = (payment: Payment, now: number): boolean =>
  payment.reserved === 0 &&
  payment.charges.length === 0 &&
  payment.terminated === undefined &&
  now < payment.expiresAt

/** The part of the surcharge that belongs to what lies between two running totals. */
export const surchargeBetween = (payment: Payment, from: number, to: number): number => {
  const upTo = (total: number) => Math.round((payment.surcharge * total) / payment.order.amount)
  return upTo(to) - upTo(from)
}
