import type { DkDeliveryStates } from "./invoice-delivery"
import type { DkInvoiceDocument } from "./invoice-document"
import type {
  AdminExternalInvoice,
  AdminInvoiceMode,
  AdminInvoiceRequest,
} from "./invoice-external"
import type { AdminMissingField } from "./missing-field"

export * from "./access"
export * from "./personal-data"
export * from "./nets"
export * from "./access-protection"
export * from "./person-restrictions"
export * from "./retention"
export * from "./recipients"
export * from "./subject-requests"
export * from "./breaches"
export * from "./privacy-page"
export * from "./full-scan"
export * from "./replay"
export * from "./on-account"
export * from "./bookkeeping"
export * from "./invoice-external"
export * from "./earlier-orders"
export * from "./missing-field"
export * from "./answers"
export * from "./invoice-document"
export * from "./invoice-delivery"
export * from "./access-checks"
export * from "./access-doctor"
export * from "./overview"
export * from "./consent"
export * from "./consent-admin"

// Buyer

export type AdminBuyerType = "private" | "business" | "public"

/** Who buys. Numbers without separators; null where nothing is known. */
export type AdminBuyer = {
  type: AdminBuyerType
  /** ISO 3166-1 alpha-2, lower case. */
  country: string | null
  cvr: string | null
  vat_id: string | null
  registration_no: string | null
  ean: string | null
  company_name: string | null
  person_reference: string | null
  order_reference: string | null
  accounting_reference: string | null
  company_form: "sole_trader" | "company" | "association" | "public_body" | null
  /** A private buyer wants name and address on the invoice. */
  name_on_invoice: true | null
}

/** Who buys, as kept. `ean_not_danish` is a warning: the number is valid but does not start with 579. */
export type DkStoredBuyer = AdminBuyer & {
  id: string
  /** What the company register said; `unverified`: it was not asked or did not answer. */
  register: {
    status: "valid" | "invalid" | "unverified"
    checked_at: string | null
    /** Data of this company must not be used for advertising (CVR-loven § 19). */
    advertising_protected: boolean | null
  }
  warnings: "ean_not_danish"[]
}

export type AdminBuyerResponse = { buyer: DkStoredBuyer | null }

/** A rule that the buyer of an order breaks; shown to staff, never a reason to refuse a paid order. */
export type AdminBuyerFinding = {
  id: string
  order_id: string
  field: string
  code: string
  created_at: Date | string
}

/** Answer of `GET /admin/dk/buyer-findings`, newest first. */
export type AdminBuyerFindingListResponse = {
  buyer_findings: AdminBuyerFinding[]
  count: number
  offset: number
  limit: number
}

/** `source` tells whether the order has a buyer of its own or reads its cart's. */
export type AdminOrderBuyerResponse = AdminBuyerResponse & {
  source: string | null
  findings: AdminBuyerFinding[]
}

// Invoices

/** An issued document; `document` is null once it has been released. Days are Danish, `YYYY-MM-DD`. */
export type DkInvoice = {
  id: string
  series: "test" | "live"
  number: string
  kind: "invoice" | "credit_note"
  issued_on: string
  /** SHA-256 of the sealed content, and of the document before it in the series. */
  digest: string
  previous_digest: string | null
  order_id: string | null
  /** Id of the invoice that a credit note amends. */
  amends: string | null
  keep_through: string | null
  document: DkInvoiceDocument | null
  /** How far it has come to the buyer; staff sees it. */
  delivery?: DkDeliveryStates
}

/** Answer of `GET /admin/orders/:id/dk-invoices`. `missing` names what stands in the way of a due document. */
export type AdminOrderInvoices = {
  mode: AdminInvoiceMode
  invoices: DkInvoice[]
  external_invoices: AdminExternalInvoice[]
  /** What the shop's bookkeeping system was asked for and has not answered. */
  waiting: AdminInvoiceRequest[]
  missing: AdminMissingField[]
  guest_token: string
}

/** A series of numbers. `opened_by` is the id of a staff user; instants are UTC. */
export type AdminInvoiceSeries = {
  kind: "test" | "live"
  prefix: string
  first_number: number
  next_number: number
  starts_at: Date | string
  opened_by: string | null
  created_at: Date | string
}

/** An order whose due invoice or credit note is held back. */
export type AdminLackingOrder = {
  order_id: string
  display_id: number
  missing: AdminOrderInvoices["missing"]
}

export type AdminLackingOrdersResponse = { orders: AdminLackingOrder[] }

/** Body of `POST /admin/dk/invoice-series`. */
export type AdminOpenInvoiceSeries = { prefix: string; first_number: number; starts_at?: string }

export type AdminInvoiceListResponse = {
  invoices: DkInvoice[]
  count: number
  offset: number
  limit: number
}

/** Answer of `GET /admin/dk/invoices/:id`. */
export type AdminInvoiceResponse = { invoice: DkInvoice }

export type AdminInvoiceSeriesResponse = { invoice_series: AdminInvoiceSeries[] }

/** One financial year, both days included (`YYYY-MM-DD`). */
export type AdminFinancialYear = { start: string; end: string }

export type AdminFinancialYearsResponse = { financial_years: AdminFinancialYear[] }

/** `moved` counts the sales whose last day of keeping moves. */
export type AdminFinancialYearsChangeResponse = AdminFinancialYearsResponse & {
  moved: { from: string | null; to: string; count: number }[]
}

/** Whether every number of a series stands as it was sealed. */
export type AdminInvoiceVerification = {
  kind: "test" | "live"
  prefix: string
  checked: number
  released: number
  first_break: {
    number: number
    what: "number_missing" | "chain_broken" | "content_changed" | "document_missing"
  } | null
  head: string | null
}

export type AdminInvoiceVerificationResponse = { series: AdminInvoiceVerification[] }

/** Answer of `GET /store/orders/:id/dk-invoices`. Guests send the header `x-dk-invoice-token`. */
export type StoreOrderInvoices = { invoices: DkInvoice[] }

/** Answer of `POST /store/orders/:id/dk-invoice-token` with `{ cart_id }`: for a guest's receipt. */
export type StoreInvoiceToken = { token: string }

// Storefront

export type StoreBuyerType = "private" | "business" | "public"

/** Body of `POST /store/carts/:id/buyer`. A refused field is named at the start of the error's message. */
export type StoreSetBuyer = {
  type: StoreBuyerType
  country?: string
  cvr?: string
  vat_id?: string
  registration_no?: string
  ean?: string
  company_name?: string
  person_reference?: string
  order_reference?: string
  accounting_reference?: string
  /** A private buyer wants name and address on the invoice. */
  name_on_invoice?: boolean
}

export type StoreBuyer = DkStoredBuyer

/** Answer of `GET POST /store/carts/:id/buyer`; null while nobody has said. */
export type StoreBuyerResponse = { buyer: StoreBuyer | null }

/** Kroner for one of a currency from a Danish day on, and who published it. */
export type AdminExchangeRate = {
  currency: string
  valid_from: string
  /** Decimal text. */
  rate: string
  source: string
}

/** Answer of `GET POST /admin/dk/exchange-rates`; POST takes one rate. */
export type AdminExchangeRatesResponse = { exchange_rates: AdminExchangeRate[] }

/** Documents kept through a month, `YYYY-MM`; null for those that no financial year covers. */
export type AdminKeptUntil = { month: string | null; count: number }

/** Answer of `GET /admin/dk/invoices/kept-until`, the earliest month first. */
export type AdminKeptUntilResponse = { kept: AdminKeptUntil[] }
