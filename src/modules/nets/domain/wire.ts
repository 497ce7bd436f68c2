/**
 * Wire types of Nets Checkout's payment API: what the plugin sends and reads. Amounts are minor units.
 * Sources: developer.nexigroup.com, Payment API v1 and Payment webhooks v1.
 */

export type OrderItem = {
  reference: string
  name: string
  quantity: number
  unit: string
  /** Without tax. */
  unitPrice: number
  /** 2500 is 25 %. */
  taxRate: number
  /** Of the whole line. */
  taxAmount: number
  grossTotalAmount: number
  netTotalAmount: number
}

/** Every part is left out rather than sent empty: the service refuses empty texts. */
export type ConsumerAddress = {
  addressLine1: string
  addressLine2?: string
  postalCode: string
  city: string
  /** ISO 3166-1 alpha-3. */
  country: string
}

export type ConsumerName = { firstName: string; lastName: string }

/** Who pays: a private person or a company, never both. */
export type Consumer = {
  email?: string
  billingAddress?: ConsumerAddress
  shippingAddress?: ConsumerAddress
  phoneNumber?: { prefix: string; number: string }
  privatePerson?: ConsumerName
  company?: { name: string; contact?: ConsumerName }
}

type ConsumerType = "B2C" | "B2B"

/** The page Nets hosts, or the frame in the shop's own page at `url`. */
export type Integration =
  | { integrationType: "HostedPaymentPage"; returnUrl: string; cancelUrl: string }
  | { integrationType: "EmbeddedCheckout"; url: string }

export type CreatePaymentBody = {
  order: { items: OrderItem[]; amount: number; currency: string; reference?: string }
  checkout: Integration & {
    termsUrl: string
    merchantTermsUrl: string
    merchantHandlesConsumerData: true
    consumer?: Consumer
    consumerType?: { default: ConsumerType; supportedTypes: ConsumerType[] }
    /** ISO 3166-1 alpha-3; decides which methods are offered. */
    countryCode?: string
    charge: boolean
    publicDevice: true
    /** UTC, at most 45 days ahead. */
    expiresAt?: string
  }
  notifications: { webHooks: { eventName: string; url: string; authorization: string }[] }
  /** Only these are offered; without it, all the account has. */
  paymentMethodsConfiguration?: { name: string; enabled: boolean }[]
  myReference: string
}

/** Body of a charge, refund or cancel. Lines are needed when it is not the whole amount. */
export type AmountBody = { amount: number; orderItems?: OrderItem[] }

/** The `payment` object of the retrieve call, as far as it is read. Every part may be missing. */
export type WirePayment = {
  paymentId?: string
  summary?: {
    reservedAmount?: number | string
    chargedAmount?: number | string
    refundedAmount?: number | string
    cancelledAmount?: number | string
  }
  orderDetails?: { amount?: number | string; currency?: string; reference?: string }
  paymentDetails?: { paymentType?: string; paymentMethod?: string }
  charges?: { chargeId?: string; amount?: number | string }[]
  refunds?: { refundId?: string; amount?: number | string; state?: string }[]
  created?: string
  expiresAt?: string
  terminated?: string
  myReference?: string
}

/** The envelope of a webhook. `data` differs from event to event. */
export type WireWebhook = {
  id: string
  event: string
  timestamp?: string
  merchantId?: number | string
  merchantNumber?: number | string
  data: Record<string, unknown>
}

/** The events a payment asks for. The first reservation event is left out: it carries card data. */
export const SUBSCRIBED_EVENTS = [
  "payment.checkout.completed",
  "payment.reservation.created.v2",
  "payment.reservation.failed",
  "payment.charge.created.v2",
  "payment.charge.failed",
  "payment.cancel.created",
  "payment.cancel.failed",
  "payment.refund.initiated.v2",
  "payment.refund.completed",
  "payment.refund.failed",
] as const
