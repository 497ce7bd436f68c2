/** See `DELIVERY_STATES`: `not_sent` waits for staff to send it by hand, `uncertain` for somebody to say what became of it. */
export type DkDeliveryState =
  "not_sent" | "queued" | "delivered" | "failed" | "no_route" | "uncertain"

/** State of the latest sending by each channel; null where there was none. */
export type DkDeliveryStates = { einvoice: DkDeliveryState | null; email: DkDeliveryState | null }

/** Why a receiver would refuse an e-invoice, and the official rule that says so. */
export type DkEInvoiceProblem = { code: string; rule: string }

/** One sending of a document. Instants are UTC. */
export type AdminInvoiceDelivery = {
  id: string
  invoice_id: string
  order_id: string
  channel: "einvoice" | "email"
  recipient: "receiver" | "order" | "typed"
  /** `file`, `webhook`, `email` or `manual` for an e-invoice; `link` or `pdf` for a mail. */
  way: string
  format: "peppol" | "oioubl" | null
  state: DkDeliveryState
  problems: DkEInvoiceProblem[]
  outcome: string | null
  note: string | null
  /** `system`, or the id of a staff user. */
  asked_by: string
  settled_by: string | null
  attempts: number
  next_attempt_at: Date | string | null
  created_at: Date | string
  updated_at: Date | string
}

/** Each way is null, or a code of what stands against it. */
export type AdminDeliveryWays = {
  einvoice: string | null
  email: string | null
  typed: string | null
  transport: string | null
}

/** Answer of `GET /admin/dk/invoices/:id/deliveries`. */
export type AdminInvoiceDeliveriesResponse = {
  deliveries: AdminInvoiceDelivery[]
  ways: AdminDeliveryWays
}

export type AdminInvoiceDeliveryResponse = { delivery: AdminInvoiceDelivery }

/** Body of `POST /admin/dk/invoices/:id/deliveries`. */
export type AdminSendInvoice =
  { channel: "einvoice"; format?: "peppol" | "oioubl" } | { channel: "email"; email?: string }

/** Body of `POST /admin/dk/invoices/:id/deliveries/:delivery_id/outcome`. */
export type AdminDeliveryOutcome = { outcome: "delivered" | "failed"; note?: string }

/** A document that has not reached its buyer and will not by itself. */
export type AdminUndeliveredInvoice = {
  id: string
  invoice_id: string
  order_id: string
  number: string
  channel: "einvoice" | "email"
  state: DkDeliveryState
  outcome: string | null
  problems: DkEInvoiceProblem[]
}

export type AdminUndeliveredInvoicesResponse = { undelivered: AdminUndeliveredInvoice[] }
