import type { AdminErasureProof } from "./full-scan"

/** Types of the personal-data routes; `http.ts` hands them on. */

/**
 * Whom an export or erasure is about; exactly one of customer, e-mail and selection. `confirmed_order_ids` are
 * orders staff knows to be theirs.
 */
export type AdminPersonalDataSubject = {
  customer_id?: string
  email?: string
  selection_id?: string
  confirmed_order_ids?: string[]
}

/** Body of `POST /admin/privacy/erasures` and, without effect, of `POST /admin/privacy/erasures/preview`. */
export type AdminCreateErasure = AdminPersonalDataSubject & {
  reason?: string
  override_blocks?: boolean
  /** Hours until it runs and can still be called off; the store's setting (24) when left out, 0 at once. */
  grace_hours?: number
}

export type AdminErasureStatus = "proposed" | "planned" | "running" | "done" | "cancelled"

export type AdminErasure = {
  id: string
  status: AdminErasureStatus
  source: "staff" | "customer_deleted" | "replay"
  customer_id: string | null
  reason: string | null
  override_blocks: boolean
  requested_by: string | null
  /** Until then it can be cancelled and nothing has been erased. ISO 8601. */
  grace_until: string | null
  started_at: string | null
  finished_at: string | null
  cancelled_at: string | null
  /** Orders and carts that a started erasure waits for. */
  waiting_ids: string[]
  /** What it waits for, with the reasons, when it last ran. */
  waiting: AdminErasureBlock[]
  /** What is proven so far; null before the first certificate. */
  proof: AdminErasureProof | null
  created_at: string
}

/** Rows of a category: account, login, address, cart, order_contact, order_note, delivery, payment, sent_message … */
export type AdminErasureCount = { category: string; rows: number }

/**
 * What must end first: an order or cart, or for holds and vetoes the person as a whole (`display_id` null). Reasons:
 * uncaptured, unshipped, unpaid_invoice, return_open, claim_open, exchange_open, edit_requested, payment_in_progress,
 * legal_hold, dispute, `veto:<word>`, not_erasable (a table left something or refused; tried again hourly),
 * ledger_unreachable (the place outside the database takes nothing, so nothing is erased), or a
 * domain's own. Holds, disputes, vetoes and a checkout that runs stay even
 * with `override_blocks`.
 */
export type AdminErasureBlock = { id: string; display_id: number | null; reason: string }

/** An order or cart that may be somebody else's. Reasons: no_login, shared_mailbox, several_names. */
export type AdminUncertainRow = {
  id: string
  type: "order" | "cart"
  display_id: number | null
  reason: string
}

/** What an erasure would do now, for the dialog. Days are `YYYY-MM-DD`. */
export type AdminErasurePreview = {
  subject: { customer_id: string | null; name: string | null; email: string | null }
  /** Nothing is left to erase. */
  already_erased: boolean
  /** Slettes nu. */
  erased_now: AdminErasureCount[]
  /** Beholdes: sealed documents and the last day they are kept. */
  kept_documents: { order_id: string; number: string; keep_through: string | null; law: string }[]
  /** Beholdes: orders without an invoice in this system keep the buyer's name and address. */
  kept_orders: {
    order_id: string
    display_id: number
    keep_through: string
    law: string
    reason: "no_invoice"
  }[]
  /** Venter. */
  blocked: AdminErasureBlock[]
  /** Left alone until staff confirms them: a visitor may have typed somebody else's e-mail. */
  uncertain_orders: AdminUncertainRow[]
  /** Orders of companies, associations and authorities: the contact goes, the company stays. */
  company_orders: number
  /** Beholdes som bevis. */
  evidence: AdminErasureCount[]
  /** When it would run if it were started now; null when at once. ISO 8601. */
  grace_until: string | null
  /** An erasure of the person that is not finished. */
  open_erasure: AdminErasure | null
}

/** Answer of `POST /admin/privacy/erasures`. `erasure` is null when nothing was ever found of the person. */
export type AdminErasureResponse = {
  erasure: AdminErasure | null
  already_erased: boolean
  message: string
}

export type AdminErasurePreviewResponse = { preview: AdminErasurePreview }

export type AdminErasureListResponse = {
  erasures: AdminErasure[]
  count: number
  offset: number
  limit: number
}

/** The stored proof; holds no personal data. */
export type AdminErasureCertificate = {
  id: string
  erasure_id: string
  complete: boolean
  created_at: string
  erased: AdminErasureCount[]
  kept_documents: { number: string; keep_through: string | null; law: string }[]
  kept_orders: { display_id: number; keep_through: string; law: string; reason: string }[]
  waiting: AdminErasureBlock[]
  overridden: AdminErasureBlock[]
  uncertain_orders: number
  /** Left out by proofs that are older than the field. */
  company_orders?: number
  evidence: AdminErasureCount[]
  left: AdminErasureCount[]
  not_covered: { table: string; column: string }[]
  /** What was read back afterwards, and SHA-256 of the map that was used; null in proofs from before it was measured. */
  reach: { tables: number; columns: number; map_digest: string } | null
  /** How far the proof goes today: a full scan completes it. */
  proof: AdminErasureProof
}

// Data map, drift and record

/** One column of the map. Of `personal` ones all of category … retention are set, of others the reason. */
export type AdminDataMapColumn = {
  column: string
  kind: "personal" | "context" | "free"
  category: string | null
  purpose: string | null
  origin: string | null
  basis: string | null
  retention: string | null
  /** What erasure does: removed (the row), emptied, replaced, partly, sometimes, kept. */
  erase: string | null
  portable: boolean
  secret: boolean
  /** Why it stays or says nothing about anybody. */
  reason: string | null
  /** Key paths of a JSON column that differ from the rest of it. */
  paths: { path: string; rule: "keep" | "secret"; reason: string | null }[]
}

export type AdminDataMapTable = {
  table: string
  /** False for a table in which no person can be found. */
  has_subject: boolean
  /** False when this database does not have it: an optional module. */
  is_present: boolean
  rows_removed: boolean
  columns: AdminDataMapColumn[]
}

/** Answer of `GET /admin/privacy/data-map`. */
export type AdminDataMapResponse = { data_map: AdminDataMapTable[] }

/** The database against the map. Unclassified columns count as personal and are named in every certificate. */
export type AdminDrift = {
  unclassified: { table: string; column: string; type: string }[]
  missing: { table: string; column: string }[]
  tables: number
  columns: number
}

/** Answer of `GET /admin/privacy/data-map/drift`. */
export type AdminDriftResponse = { drift: AdminDrift }

/** One processing activity: all the map says of a purpose. Texts are in the asked locale. */
export type AdminRecordActivity = {
  purpose: string
  title: string
  /** Legal bases, with their article. */
  bases: string[]
  /** Whose data: customers, company contacts, staff … */
  people: string[]
  categories: string[]
  recipients: {
    name: string
    /** ISO 3166-1 alpha-2, lower case. */
    country: string
    safeguard: string | null
    /** Outside the EU and EEA, and nothing is stated that protects the data there (GDPR Art. 46). */
    needs_safeguard: boolean
  }[]
  /** How long, and why. */
  retention: string[]
  tables: string[]
}

/** The record of processing activities of GDPR Art. 30(1). */
export type AdminRecordOfProcessing = {
  locale: "da" | "en"
  created_at: string
  controller: {
    name: string
    cvr: string
    address: string
    email: string
    phone: string | null
    dpo: string | null
  }
  activities: AdminRecordActivity[]
  /** Art. 30(1)(g), written by staff; `updated_at` is null while it is the text that comes with the plugin. */
  security: { text: string; updated_at: string | null }
  unclassified: number
}

/** Answer of `GET POST /admin/privacy/record-of-processing`; `?locale=da|en`. Printable at `/html`, table at `/csv`. */
export type AdminRecordOfProcessingResponse = { record_of_processing: AdminRecordOfProcessing }

/** Body of `POST /admin/privacy/record-of-processing`. */
export type AdminSetRecordSecurity = { security: string }

// Letters and calls

/** Body of `POST /admin/privacy/selections`: one of the numbers, a phone, or a name with a postal code. */
export type AdminCreateSelection = {
  order_number?: string
  invoice_number?: string
  phone?: string
  name?: string
  postal_code?: string
}

/** A row that may be the person's; never certain by itself. */
export type AdminSelectionRow = {
  type: "customer" | "order" | "cart"
  id: string
  display_id: number | null
  name: string | null
  email: string | null
  phone: string | null
  address: string | null
  created_at: string
  matched_by: ("order_number" | "invoice_number" | "phone" | "name_and_postal_code")[]
  confirmed: boolean
}

export type AdminSelection = {
  id: string
  status: "open" | "confirmed"
  rows: AdminSelectionRow[]
  created_by: string
  created_at: string
  expires_at: string
}

/** Answer of `POST /admin/privacy/selections` (201) and `GET POST /admin/privacy/selections/:id`. */
export type AdminSelectionResponse = { selection: AdminSelection }

/** Body of `POST /admin/privacy/selections/:id`: the rows staff knows to be the person's. */
export type AdminConfirmSelection = { confirmed_ids: string[] }

// Holds

export type AdminHoldKind = "legal_claim" | "dispute" | "authority" | "other"

/** Body of `POST /admin/privacy/holds`; exactly one of customer and order. `ends_on` is `YYYY-MM-DD`, the last day. */
export type AdminCreateHold = {
  customer_id?: string
  order_id?: string
  kind: AdminHoldKind
  reason: string
  ends_on?: string
}

/** Data that must not be erased while somebody has a claim or an authority asks (GDPR Art. 17(3)(e)). */
export type AdminHold = {
  id: string
  customer_id: string | null
  order_id: string | null
  kind: AdminHoldKind
  reason: string
  ends_on: string | null
  created_by: string
  created_at: string
  lifted_at: string | null
  lifted_by: string | null
}

/** Answer of `POST /admin/privacy/holds` (201) and `POST /admin/privacy/holds/:id/lift`. */
export type AdminHoldResponse = { hold: AdminHold }
export type AdminHoldListResponse = {
  holds: AdminHold[]
  count: number
  offset: number
  limit: number
}

// Hand-over of a company's account

/** Body of `POST /admin/privacy/hand-overs`: the company's account goes on with a new contact. */
export type AdminCreateHandOver = {
  customer_id: string
  email: string
  first_name: string
  last_name: string
  phone?: string
}

/** The stored proof of a hand-over; holds no personal data. */
export type AdminHandOver = {
  id: string
  customer_id: string
  requested_by: string
  complete: boolean
  created_at: string
  erased: AdminErasureCount[]
  evidence: AdminErasureCount[]
  left: AdminErasureCount[]
  kept_documents: { number: string; keep_through: string | null; law: string }[]
  company_orders: number
  uncertain_orders: number
  not_covered: { table: string; column: string }[]
}

/** Answer of `POST /admin/privacy/hand-overs` (201). */
export type AdminHandOverResponse = { hand_over: AdminHandOver }

// Exports

/** Body of `POST /admin/privacy/exports`. The answer is JSON or, by `Accept: application/zip`, a ZIP. */
export type AdminCreateExport = AdminPersonalDataSubject & {
  profile?: "access" | "portability"
  locale?: "da" | "en"
  /** Answer 201 with a ticket instead; `GET /admin/privacy/exports/:ticket` then downloads the ZIP once. */
  deliver?: "ticket"
}

export type AdminExportTicket = { ticket: string; expires_at: string }
