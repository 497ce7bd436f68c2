/** Who invoices an order: the plugin, the shop's bookkeeping system, or nobody the plugin knows of. */
export type AdminInvoiceMode = "own" | "external" | "off"

/** A number of the shop's bookkeeping system. Days are Danish, `YYYY-MM-DD`; instants UTC. */
export type AdminExternalInvoice = {
  id: string
  order_id: string
  /** In lower case. */
  system: string
  number: string
  issued_on: string
  kind: "invoice" | "credit_note"
  url: string | null
  /** Id of the number it corrects, and of the one that corrects it. */
  replaces: string | null
  replaced_by: string | null
  keep_through: string | null
  /** Id of the staff user or API key. */
  recorded_by: string
  created_at: Date | string
}

/** Body of `POST /admin/orders/:id/external-invoices`. `answers`: id of the request that the number is for. */
export type AdminRecordExternalInvoice = Pick<
  AdminExternalInvoice,
  "system" | "number" | "issued_on" | "kind"
> & { url?: string; replaces?: string; answers?: string }

export type AdminExternalInvoiceResponse = { external_invoice: AdminExternalInvoice }
export type AdminExternalInvoiceListResponse = { external_invoices: AdminExternalInvoice[] }

/** A number of an order that answers nothing that was asked for. */
export type AdminUnmatchedNumber = Pick<
  AdminExternalInvoice,
  "id" | "system" | "number" | "issued_on" | "url"
>

/** What the shop's bookkeeping system is asked to make. */
export type AdminInvoiceRequest = {
  id: string
  order_id: string
  order_number: string
  kind: "invoice" | "credit_note"
  /** `sale`, or `refund:` with the refund's id. */
  cause: string
  status: "waiting" | "answered"
  /** Paid on a test account: no real money was moved. */
  is_test: boolean
  requested_at: Date | string
  answer: { id: string; system: string; number: string; issued_on: string } | null
  /** While it waits: numbers of its kind on the order that answer nothing. One of them may be meant. */
  unmatched: AdminUnmatchedNumber[]
}

/** Answer of `GET /admin/dk/invoice-requests`. `mode` is of orders that are placed today. */
export type AdminInvoiceRequestListResponse = {
  invoice_requests: AdminInvoiceRequest[]
  count: number
  offset: number
  limit: number
  mode: AdminInvoiceMode
}

/** Body of `POST /admin/dk/external-invoices/import`. */
export type AdminImportExternalInvoices = { csv: string; dry_run?: boolean }

/** What came of a line of the file; the head is line 1. `id` is null where nothing is recorded yet. */
export type AdminImportedLine =
  | { line: number; outcome: "created" | "known"; order_id: string; id: string | null }
  | { line: number; outcome: "error"; field: string; code: string; message: string }

export type AdminExternalInvoiceImportResponse = { dry_run: boolean; lines: AdminImportedLine[] }
