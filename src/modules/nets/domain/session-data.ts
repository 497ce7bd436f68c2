import { isNetsId, readObject, readText } from "./read"
import { refundedOrPending } from "./payment-state"
import type { NetsPayment, PaymentState } from "./payment-state"

/** What can be relied on in stored data, whoever wrote it. */
export type SessionReference = {
  session_id?: string
  account: string
  payment_id?: string
  capture?: CaptureMode
}

/** When reserved money is charged: at once, as goods are sent, or when staff says so. */
export const CAPTURE_MODES = ["shipment", "auto", "manual"] as const
type CaptureMode = (typeof CAPTURE_MODES)[number]

/** How the payment of a session is to be charged; what says nothing is charged as goods are sent. */
export const captureMode = (data: unknown): CaptureMode => {
  const { capture } = readObject(data)
  return CAPTURE_MODES.find((mode) => mode === capture) ?? "shipment"
}

export const readSessionData = (data: unknown): SessionReference => {
  const stored = readObject(data)
  const sessionId = readText(stored.session_id, 64)
  return {
    account: readText(stored.account, 40) ?? "default",
    capture: captureMode(stored),
    ...(sessionId !== undefined && { session_id: sessionId }),
    ...(isNetsId(stored.payment_id) && { payment_id: stored.payment_id }),
  }
}

/** Where the shopper pays: on the page Nets hosts, or in a frame that Nets' script puts into the shop's page. */
type Checkout = { hosted_url: string } | { checkout_key: string; checkout_script: string }

/**
 * What a payment session holds while its checkout is open. The storefront reads all of it: the hosted page's
 * address opens the checkout for whoever has it, and the checkout key is public.
 *
 * @param checkout `language` as the payment page writes it
 */
export const openedSessionData = (
  opened: {
    session_id: string
    account: string
    capture: CaptureMode
    payment_id: string
    /** Minor units. */
    amount: number
    currency: string
    /** UTC. */
    expires_at?: string
  },
  checkout: Checkout & { language: string }
): Record<string, unknown> => {
  const { session_id, account, capture, payment_id, amount, currency } = opened
  const { expires_at: expiresAt } = opened
  const shared = {
    session_id,
    account,
    capture,
    payment_id,
    amount,
    currency,
    status: "pending",
    ...(expiresAt !== undefined && { expires_at: expiresAt }),
  }
  if (!("hosted_url" in checkout)) {
    const { checkout_key, checkout_script, language } = checkout
    return { ...shared, checkout_key, checkout_script, language }
  }
  const page = new URL(checkout.hosted_url)
  page.searchParams.set("language", checkout.language)
  return { ...shared, hosted_url: page.toString() }
}

/**
 * What a payment session keeps of a fetched payment. The storefront can read all of it, so it holds no secret,
 * no person and no card; the page's address is gone, for it is of no use once paid. Amounts are minor units.
 */
export const sessionDataOf = (
  reference: SessionReference,
  payment: NetsPayment,
  status: PaymentState["status"]
): Record<string, unknown> => ({
  session_id: reference.session_id,
  account: reference.account,
  ...(reference.capture !== undefined && { capture: reference.capture }),
  payment_id: reference.payment_id,
  amount: payment.amount,
  currency: payment.currency,
  status,
  ...(payment.payment_type !== undefined && { payment_type: payment.payment_type }),
  ...(payment.payment_method !== undefined && { payment_method: payment.payment_method }),
  reserved: payment.reserved,
  charged: payment.charged,
  refunded: refundedOrPending(payment),
  cancelled: payment.cancelled,
})

/** Keys a storefront may put into a session's data; the rest is cut before Medusa stores it. */
const FROM_STOREFRONT = ["language"] as const

/** Cuts what a storefront sends as session data to the allowed keys and short texts. */
export const cutSessionData = (data: unknown): Record<string, unknown> => {
  const given = readObject(data)
  return Object.fromEntries(
    FROM_STOREFRONT.flatMap((key) => {
      const value = given[key]
      return typeof value === "string" && /^[a-z]{2}([-_][A-Za-z]{2})?$/.test(value)
        ? [[key, value]]
        : []
    })
  )
}
