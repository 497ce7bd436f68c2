import type { DkRequestedDocument } from "./invoice-document"
import type { AdminInvoiceRequest } from "./invoice-external"
import type { AdminErasure, AdminErasureCertificate } from "./personal-data"
import type { AdminStaffRole } from "./access"
import type { StoreNotice } from "./consent"

/** Answer of a DELETE, in Medusa's shape: what was of the thing is gone. */
export type DkDeletedResponse = {
  id: string
  object:
    "address_protection" | "buyer" | "buyer_place" | "notice" | "payment_session" | "staff_check"
  deleted: true
}

/** Every refusal, in Medusa's shape. `message` names the field and never repeats its value. */
export type DkErrorResponse = {
  type?: string
  /** The plugin's own word for a conflict, to decide by. */
  code?: string
  message: string
  /** Of an e-invoice that its receiver would refuse. */
  problems?: { code: string; rule: string }[]
}

/** A place of the account that takes e-invoices. */
export type StoreBuyerPlace = {
  id: string
  ean: string
  company_name: string
  accounting_reference: string | null
}

/** Body of `POST /store/customers/me/buyer-places`. */
export type StoreSaveBuyerPlace = Pick<StoreBuyerPlace, "ean" | "company_name"> & {
  accounting_reference?: string | null
}

/** Answer of `GET /store/customers/me/buyer-places`: all of them. */
export type StoreBuyerPlaceListResponse = {
  buyer_places: StoreBuyerPlace[]
  count: number
  offset: number
  limit: number
}

export type StoreBuyerPlaceResponse = { buyer_place: StoreBuyerPlace }

/** Answer of `GET /store/dk/companies/:cvr`. `unverified`: the register was not asked or did not answer. */
export type StoreCompanyResponse = {
  company: { cvr: string; status: "valid" | "invalid" | "unverified"; name: string | null }
}

/** Answer of `GET /store/dk/receivers/:ean`. `warn_not_danish`: the number is valid but does not start with 579. */
export type StoreReceiverResponse = {
  receiver: {
    ean: string
    status: "valid" | "invalid" | "unverified"
    name: string | null
    warn_not_danish: boolean
  }
}

/** An order from before the plugin looked after invoices. */
export type AdminEarlierOrder = {
  order_id: string
  order_number: string
  placed_at: Date | string
  /** Money was taken for it. */
  is_captured: boolean
  /** What stands for it: a number of the bookkeeping system, a copy, or nothing yet. */
  covered_by: "number" | "copy" | null
}

export type AdminEarlierOrderListResponse = {
  earlier_orders: AdminEarlierOrder[]
  count: number
  offset: number
  limit: number
}

/** A sealed copy of an order that was invoiced elsewhere. Days are Danish, `YYYY-MM-DD`. */
export type AdminArchiveCopy = {
  id: string
  concerns_on: string
  /** SHA-256 of the sealed content. */
  digest: string
  keep_through: string | null
  document: DkRequestedDocument
}

export type AdminArchiveCopyListResponse = { archive_copies: AdminArchiveCopy[] }

/** Answer of `GET /admin/dk/invoice-requests/:id`. `document` is null once its keeping has ended. */
export type AdminInvoiceRequestResponse = {
  invoice_request: AdminInvoiceRequest & { document: DkRequestedDocument | null }
}

/** Answer of `GET /admin/privacy/erasures/:id` and of `POST …/cancel`. */
export type AdminReadErasureResponse = { erasure: AdminErasure }

/** Answer of `GET /admin/privacy/erasures/:id/certificate`. */
export type AdminErasureCertificateResponse = { certificate: AdminErasureCertificate }

/** Answer of `POST /admin/privacy/roles`. */
export type AdminStaffRoleResponse = { staff_role: AdminStaffRole }

/** Answer of `POST /admin/dk/nets/payments/:session_id/manual-refund`; `amount` in major units. */
export type AdminNetsManualRefundResponse = { session_id: string; amount: number }

/** Answer of `GET /store/privacy/notices/:id`. */
export type StoreNoticeResponse = { notice: StoreNotice }

/** Answer of `POST /store/privacy/subscriptions` (202), the same whoever the address is of. */
export type StoreSubscribeResponse = Record<string, never>
