import { randomUUID } from "node:crypto"

export type OrderItem = Record<string, unknown> & { grossTotalAmount: number }
export type WebhookTarget = { eventName: string; url: string; authorization: string }
export type Charge = {
  chargeId: string
  amount: number
  created: string
  refunded: number
  orderItems: OrderItem[]
}
export type RefundState = "Pending" | "Completed" | "Failed"
export type Refund = {
  refundId: string
  chargeId: string
  amount: number
  state: RefundState
  lastUpdated: string
  orderItems: OrderItem[]
}
export type Delivery = {
  event: string
  id: string
  url: string
  attempts: number
  status?: number | "unreachable"
}

/** One payment as the emulator keeps it. Amounts are minor units. */
export type Payment = {
  paymentId: string
  order: { amount: number; currency: string; reference?: string; items: OrderItem[] }
  checkout: {
    integrationType: string
    url: string
    returnUrl: string
    cancelUrl: string
    charge: boolean
  }
  webhooks: WebhookTarget[]
  myReference?: string
  method?: { paymentType: string; paymentMethod: string }
  reserved: number
  cancelled: number
  charges: Charge[]
  refunds: Refund[]
  created: string
  expiresAt: number
  terminated?: string
  deliveries: Delivery[]
  /** Times of the retrieve calls of the last hour. */
  reads: number[]
  /** Idempotency keys with the amount and answer they stand for. */
  keys: Map<string, { kind: "charge" | "refund"; amount: number; id: string }>
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

/** Open: the shopper may still pay. */
export const isOpen = (payment: Payment, now: number): boolean =>
  payment.reserved === 0 &&
  payment.charges.length === 0 &&
  payment.terminated === undefined &&
  now < payment.expiresAt

const nonZero = (amounts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0))

const emptyConsumer = {
  shippingAddress: { phoneNumber: {} },
  company: { contactDetails: { phoneNumber: {} } },
  privatePerson: { phoneNumber: {} },
  billingAddress: { phoneNumber: {} },
}

/** The made-up person behind every emulated payment: what a shop must not keep. */
export const consumer = {
  firstName: "Emulerede",
  lastName: "Kunde-Canary",
  email: "consumer-canary@nets-emulator.example",
  ip: "203.0.113.77",
  phoneNumber: { prefix: "+45", number: "99887766" },
}

const card = { maskedPan: "492500******0004", expiryDate: "1239" }

/** The answer of the retrieve call: zeros left out, empty objects kept, no order lines. */
export const retrieveShape = (payment: Payment): Record<string, unknown> => ({
  paymentId: payment.paymentId,
  summary: nonZero({
    reservedAmount: payment.reserved,
    chargedAmount: charged(payment),
    refundedAmount: refunded(payment),
    cancelledAmount: payment.cancelled,
  }),
  consumer: payment.method
    ? { ...emptyConsumer, privatePerson: { merchantReference: "", ...consumer } }
    : emptyConsumer,
  paymentDetails: {
    ...payment.method,
    invoiceDetails: {},
    cardDetails: payment.method?.paymentType === "CARD" ? card : {},
  },
  orderDetails: {
    amount: payment.order.amount,
    currency: payment.order.currency,
    ...(payment.order.reference !== undefined && { reference: payment.order.reference }),
  },
  checkout: { url: payment.checkout.url, cancelUrl: payment.checkout.cancelUrl },
  created: payment.created,
  expiresAt: serviceTime(payment.expiresAt),
  ...(payment.charges.length > 0 && {
    charges: payment.charges.map(({ chargeId, amount, created, orderItems }) => ({
      chargeId,
      amount,
      created,
      orderItems,
    })),
  }),
  ...(payment.refunds.length > 0 && {
    refunds: payment.refunds.map(({ refundId, amount, state, lastUpdated, orderItems }) => ({
      refundId,
      amount,
      state,
      lastUpdated,
      orderItems,
    })),
  }),
  ...(payment.terminated !== undefined && { terminated: payment.terminated }),
  ...(payment.myReference !== undefined && { myReference: payment.myReference }),
  ...(payment.method && { paymentAccountReference: "PAR-CANARY-5001" }),
})
