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

export type CreatePaymentBody = {
  order: { items: OrderItem[]; amount: number; currency: string; reference?: string }
  checkout: {
    integrationType: "HostedPaymentPage"
    returnUrl: string
    cancelUrl: string
    termsUrl: string
    merchantTermsUrl: string
    merchantHandlesConsumerData: true
    countryCode?: string
    charge: boolean
    publicDevice: true
  }
  notifications: { webHooks: { eventName: string; url: string; authorization: string }[] }
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
