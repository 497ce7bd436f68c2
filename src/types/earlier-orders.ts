import type { AdminMissingField } from "./missing-field"

/** Orders of a Danish year from before the plugin looked after invoices. All but `unpaid` are paid. */
export type AdminEarlierYear = {
  year: number
  unpaid: number
  /** Nothing stands for them, and bookkeeping keeps them no longer. */
  past: number
  /** A number of the bookkeeping system stands for them. */
  numbered: number
  /** A sealed copy stands for them. */
  copied: number
  /** Nothing stands for them yet. */
  left: number
}

/** Answer of `GET /admin/dk/earlier-orders/years`, the earliest first. */
export type AdminEarlierYearsResponse = { years: AdminEarlierYear[] }

/** Body of `POST /admin/dk/earlier-orders`: the next orders after an id, in order of their ids. */
export type AdminArchiveEarlierOrders = { dry_run: boolean; after: string; limit?: number }

/** What came of an order. `failed` is a code of what nobody expected; the order is left as it was. */
export type AdminArchivedOrder = {
  order_id: string
  order_number: string
  copies: number
  missing: AdminMissingField[]
  failed: string | null
}

/** `next` is what to send as `after`; null at the end. */
export type AdminArchiveResponse = {
  dry_run: boolean
  orders: AdminArchivedOrder[]
  next: string | null
}
