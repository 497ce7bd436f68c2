import type { AdminSubjectRequestKind, AdminSubjectRequestState } from "./subject-requests"

/** Body of `POST /store/privacy/requests`. */
export type StoreAskPrivacyRequest = {
  kind: AdminSubjectRequestKind
  /** Of a guest; a signed-in person is asked about as the account they are signed in to. */
  email?: string
  /** What else there is to say, such as what is wrong; 5,000 characters at most. */
  message?: string
  /** Language of the answer, a BCP 47 tag. */
  locale?: string
}

/** Answer to it, with `id` for a signed-in person only. */
export type StoreAskPrivacyRequestResponse = { id?: string }

/** Body of `confirm`, `status` and `archive`: what stood behind `#…token=`, later the token that `confirm` gave. */
export type StorePrivacyRequestToken = { token: string }

/** What came of a request, as the person is told. */
export type StorePrivacyRequestDecision = {
  /** `planned`, `completed`, `partly_completed`, `refused` or `withdrawn`. */
  type: string
  /** Day in Denmark. */
  on: string
  /** Of a refusal: the ground in law and why, in the shop's words. */
  ground: string | null
  reason: string | null
  /** Of an erasure: numbers of orders that must end first. */
  waiting_orders: number[]
  /** Of an erasure: invoices and orders that a law keeps, each with its last day; null when it is not known yet. */
  kept: { type: "document" | "order"; number: string; keep_through: string | null; law: string }[]
}

/** A request as the person who made it follows it. Days are `YYYY-MM-DD` in Denmark. */
export type StorePrivacyRequest = {
  id: string
  kind: AdminSubjectRequestKind
  state: AdminSubjectRequestState
  received_on: string
  /** Answer by then, and the law's own deadline. */
  strict_on: string
  legal_on: string
  is_extended: boolean
  /** Until when the rest is finished at the latest. */
  finish_by: string | null
  decision: StorePrivacyRequestDecision | null
  /** Null when there is nothing to download. `until` is the last day, null while the request is open. */
  archive: { is_ready: boolean; downloads_left: number; until: string | null } | null
}

/** Answer to `confirm`. `token` is for `status` and `archive`; the mailed one is used up. */
export type StoreConfirmedPrivacyRequest = { request: StorePrivacyRequest; token: string }

export type StorePrivacyRequestResponse = { request: StorePrivacyRequest }
export type StorePrivacyRequestListResponse = { requests: StorePrivacyRequest[] }

/** Answer of `GET /store/customers/me/privacy-summary`: what is held about the account holder, in words of one language. */
export type StorePrivacySummary = {
  categories: {
    /** `account`, `address`, `order_contact`, `invoice` … */
    category: string
    title: string
    rows: number
    /** What the rows are: orders, lines of orders … */
    parts: { title: string; rows: number }[]
    /** What it is used for, each with what allows it. */
    purposes: { purpose: string; title: string; bases: { basis: string; title: string }[] }[]
    /** How long, or by which criteria. */
    kept: string[]
  }[]
  /** Invoices and credit notes that a law keeps, each with its last day, `YYYY-MM-DD`; null when it is not known yet. */
  kept_documents: { number: string; keep_through: string | null; law: string }[]
}
