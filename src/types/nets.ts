/** Types of the routes below `/admin/dk/nets`; `http.ts` hands them on. Amounts are minor units (øre). */

/** The same sentence in both languages of the dashboard. */
export type AdminNetsWords = { da: string; en: string }

/**
 * Where a payment stands at Nets, in one word.
 *
 * - `unpaid`: the checkout is open · `ended`: it can no longer be paid, and never was
 * - `reserved` · `partly_charged` · `charged` · `cancelled`: the reservation was released
 * - `refund_pending` · `partly_refunded` · `refunded`: of what was charged
 */
export type AdminNetsPaymentState =
  | "unpaid"
  | "ended"
  | "reserved"
  | "partly_charged"
  | "charged"
  | "cancelled"
  | "refund_pending"
  | "partly_refunded"
  | "refunded"

export type AdminNetsCharge = { charge_id: string; amount: number }

/** `state` is Nets' own word: Pending, Completed, Failed, Cancelled, Expired. */
export type AdminNetsRefund = { refund_id: string; amount: number; state: string }

/** The order a payment session led to. */
export type AdminNetsOrder = { id: string; display_id: number }

/** A payment as it was last seen at Nets: ids, totals and states. Instants are ISO 8601, UTC. */
export type AdminNetsPayment = {
  session_id: string
  payment_id: string
  account: string
  /** Null when the account is no longer among the options. */
  environment: "test" | "live" | "emulator" | null
  order: AdminNetsOrder | null
  state: AdminNetsPaymentState
  currency_code: string
  /** What the payment was made for. */
  amount: number
  reserved: number
  charged: number
  /** Refunded, or on its way. */
  refunded: number
  /** Refunded by another way than Nets and registered by staff; Nets does not know of it. */
  refunded_by_hand: number
  cancelled: number
  payment_type: string | null
  payment_method: string | null
  charges: AdminNetsCharge[]
  refunds: AdminNetsRefund[]
  expires_at: string | null
  reserved_at: string | null
  /** When Nets was last read. */
  checked_at: string | null
  /** How often Nets may still be read about this payment within the hour. */
  checks_left: number
  /** A code of what staff has to look at; null while nothing is wrong. */
  problem: string | null
  problem_since: string | null
  /** The problem lasts until what is wrong is set right, and cannot be marked as seen. */
  problem_lasts: boolean
  /** From then on nothing is expected to happen any more. */
  closed_at: string | null
  /** Nets' own pages for the shop; staff logs in there. */
  portal_url: string | null
}

/**
 * A webhook and what came of it.
 *
 * - `waiting`: not worked on yet · `done`
 * - `failed`: working on it failed; tried again, twenty times at most
 * - `open`: left for staff, who has to set something right first; looked at again daily
 */
export type AdminNetsReceiptState = "waiting" | "failed" | "open" | "done"

export type AdminNetsReceipt = {
  id: string
  session_id: string
  payment_id: string
  order: AdminNetsOrder | null
  event: string
  event_id: string
  occurred_at: string | null
  amount: number | null
  currency_code: string | null
  charge_id: string | null
  refund_id: string | null
  cancel_id: string | null
  /** Nets' code of what went wrong, as the event says. */
  error_code: string | null
  state: AdminNetsReceiptState
  /** A code of what came of it; `failed: <code>` after a failure. */
  outcome: string | null
  /** What Nets' code in `error_code` or `outcome` means; null for codes that are not Nets'. */
  words: AdminNetsWords | null
  attempts: number
  next_attempt_at: string
  done_at: string | null
  created_at: string
}

/** Answer of `GET /admin/dk/nets/payments/:session_id` and of `POST …/check`. */
export type AdminNetsPaymentResponse = {
  payment: AdminNetsPayment & { receipts: AdminNetsReceipt[] }
}

/** Body of `POST /admin/dk/nets/payments/:session_id/seen`: the problem that staff has seen. */
export type AdminNetsProblemSeen = { problem: string }

/**
 * Body of `POST /admin/dk/nets/payments/:session_id/manual-refund`: a refund that staff paid another way. `amount`
 * is in major units (kroner), as Medusa counts.
 */
export type AdminNetsManualRefund = { amount: number; reason: string }

/** Answer of `POST /admin/orders/:id/dk-payment-links`. `amount` is in major units; `expires_at` is UTC. */
export type AdminNetsPaymentLinkResponse = {
  payment_link: { url: string; amount: number; currency_code: string; expires_at: string }
}

/** Answer of `GET /admin/dk/nets/payments`. */
export type AdminNetsPaymentListResponse = {
  payments: AdminNetsPayment[]
  count: number
  offset: number
  limit: number
}

/** Answer of `POST /admin/dk/nets/receipts/:id/process`. */
export type AdminNetsReceiptResponse = { receipt: AdminNetsReceipt }

/** Answer of `GET /admin/dk/nets/receipts`. */
export type AdminNetsReceiptListResponse = {
  receipts: AdminNetsReceipt[]
  count: number
  offset: number
  limit: number
}

/** Of the options; no key is among it. */
export type AdminNetsAccount = { name: string; environment: "test" | "live" | "emulator" }

/** Answer of `GET /admin/dk/nets/accounts`. */
export type AdminNetsAccountListResponse = { accounts: AdminNetsAccount[] }

/** `ok`: Nets takes the secret key · `refused`: it does not · `unreachable`: it gave no answer that tells. */
export type AdminNetsAccountState = "ok" | "refused" | "unreachable"

/** Answer of `POST /admin/dk/nets/accounts/:name/check`. */
export type AdminNetsAccountCheckResponse = {
  account: AdminNetsAccount & { state: AdminNetsAccountState }
}

/** Whether the machinery keeps up. Seconds are 0 while nothing waits. */
export type AdminNetsMetrics = {
  /** Age of the oldest webhook that is not worked off and not left for staff. */
  oldest_unprocessed_receipt_seconds: number
  /** How long the payment that waits longest to be looked at again has been due. */
  sweep_lag_seconds: number
  /** Calls to Nets whose effect is not known. */
  unknown_outcomes: number
  open_problems: number
  /** Payments of which something is still expected. */
  open_payments: number
}

/** Answer of `GET /admin/dk/nets/metrics`. */
export type AdminNetsMetricsResponse = { metrics: AdminNetsMetrics }
