import type { AdminErasurePreview, AdminExportTicket, AdminUncertainRow } from "./personal-data"

export type AdminSubjectRequestKind =
  | "information"
  | "access"
  | "portability"
  | "rectification"
  | "erasure"
  | "restriction"
  | "objection_marketing"
  | "objection_automated"
  | "consent_withdrawal"

export type AdminSubjectRequestState =
  | "received"
  | "identity_check"
  | "in_progress"
  | "planned"
  | "completed"
  | "partly_completed"
  | "refused"
  | "withdrawn"

export type AdminSubjectRequestEvent = {
  id: string
  /** `received`, `extended`, `refused` … */
  type: string
  at: string
  /** `person`, `system`, or the id of a user. */
  actor: string
  /** In staff's words; null when none was given or it has been erased. */
  reason: string | null
  /** What belongs to the type: a proof of identity, a ground, a day. */
  data: Record<string, unknown>
}

export type AdminSubjectRequest = {
  id: string
  kind: AdminSubjectRequestKind
  channel: "account" | "guest_link" | "mail" | "phone" | "letter"
  locale: string
  state: AdminSubjectRequestState
  /** Days in Denmark, `YYYY-MM-DD`. */
  received_on: string
  strict_on: string
  legal_on: string
  customer_id: string | null
  email: string | null
  name: string | null
  message: string | null
  /** Who asks on the person's behalf, and what staff saw of their authority. */
  representative_name: string | null
  authority_seen: string | null
  created_by: string | null
  created_at: string
  ended_at: string | null
}

export type AdminSubjectRequestDetail = AdminSubjectRequest & {
  is_extended: boolean
  is_paused: boolean
  paused_days: number
  identity: string | null
  finish_by: string | null
  /** Whom it is about: what staff found, else who asked; null while nobody is named. */
  subject: AdminSetSubjectOfRequest | null
  /** Orders that staff knows to be the person's. */
  confirmed_order_ids: string[]
  /** What is possible now: the types of the events that may come next. */
  actions: string[]
  /** It is known who asks and nothing is decided: it can be carried out. */
  can_fulfil: boolean
  timeline: AdminSubjectRequestEvent[]
}

export type AdminSubjectRequestResponse = { request: AdminSubjectRequestDetail }

/** Answer of `GET /admin/privacy/requests/:id`. `may_fulfil`: the caller has what the effect of the kind needs. */
export type AdminReadSubjectRequestResponse = AdminSubjectRequestResponse & { may_fulfil: boolean }

export type AdminSubjectRequestListResponse = {
  requests: AdminSubjectRequest[]
  count: number
  offset: number
  limit: number
}

// Carrying requests out

/** Whom a request is about: exactly one of customer, e-mail and confirmed selection; or more orders of theirs. */
export type AdminSetSubjectOfRequest = {
  customer_id?: string
  email?: string
  selection_id?: string
  confirmed_order_ids?: string[]
}

/** Fields of a name or postal address; what is left out stays. */
export type AdminCorrectedAddress = {
  first_name?: string
  last_name?: string
  company?: string
  address_1?: string
  address_2?: string
  postal_code?: string
  city?: string
  phone?: string
}

/** An address of the address book by its id, or one on an open order. */
export type AdminAddressCorrection = AdminCorrectedAddress &
  ({ id: string } | { order_id: string; type: "shipping" | "billing" })

/**
 * Body of `POST /admin/privacy/requests/:id/fulfil` and, without effect, of `POST /admin/privacy/requests/:id/preview`.
 * Each kind takes its own fields, and whom it is about where nobody has said.
 */
export type AdminFulfilSubjectRequest = AdminSetSubjectOfRequest & {
  /** Why, in staff's words. */
  reason?: string
  /** What the preview gave: 409 `subject_changed` when somebody has named another person since. */
  subject_version?: string
  /** Access and portability: language of the copy; the request's own when left out. */
  locale?: "da" | "en"
  /** Rectification. */
  customer?: { first_name?: string; last_name?: string; email?: string; phone?: string }
  addresses?: AdminAddressCorrection[]
  /** Erasure: although orders are unpaid, unshipped or returning. */
  override_blocks?: boolean
  /**
   * Erasure: the day the person is told that it ends at the latest when it waits, `YYYY-MM-DD`. When left out it follows from
   * what is waited for: the longest a law gives for delivery and returns; none while money or a claim is.
   */
  finish_by?: string
  /** Restriction. */
  ground?: "accuracy_contested" | "unlawful" | "legal_claim" | "objection"
  ends_on?: string
  /** Objection to automated decisions: what a human decided. */
  decision?: "upheld" | "changed"
  /** Withdrawal of consent: of these purposes; of all when left out. */
  purposes?: string[]
}

type Count = { category: string; rows: number }

/** What came of a request: `data.outcome` of the events `planned`, `completed` and `partly_completed`. No personal data. */
export type AdminSubjectRequestOutcome =
  | { kind: "information" }
  | { kind: "access"; profile: "access"; held: Count[] }
  | { kind: "portability"; profile: "portability" }
  | {
      kind: "rectification"
      /** Names of what was corrected, such as `customer.phone`. */
      fields: string[]
      order_ids: string[]
      /** Issued documents that say something else; they need a credit note and a new document. */
      invoices_to_correct: string[]
      /** Orders by whose numbers recipients know the person. */
      recipient_order_ids?: string[] | undefined
      recipients: string[]
    }
  | {
      kind: "erasure"
      erasure_id: string | null
      /** False while it goes on by itself. */
      is_done: boolean
      erased: Count[]
      kept_documents: { number: string; keep_through: string | null; law: string }[]
      kept_orders: { display_id: number; keep_through: string; law: string }[]
      waiting: { id: string; display_id: number | null; reason: string }[]
      uncertain_orders: number
      recipients: string[]
    }
  | {
      kind: "restriction"
      ground: "accuracy_contested" | "unlawful" | "legal_claim" | "objection"
      restriction_ids: string[]
      /** Orders that may be somebody else's; they are left until staff confirms them. */
      uncertain_orders: number
      recipient_order_ids?: string[] | undefined
      /** Last day, which the person is told; null when it holds until it is lifted. */
      ends_on: string | null
      recipients: string[]
    }
  | { kind: "objection_marketing"; addresses: number }
  | {
      kind: "objection_automated"
      rules: { da: string; en: string }[]
      decision: "upheld" | "changed"
      reviewed_by: string
    }
  | { kind: "consent_withdrawal"; withdrawn: { purpose: string; channel: string }[] }

/** Answer of `POST /admin/privacy/requests/:id/fulfil`. `ticket` downloads the copy once, within a minute. */
export type AdminFulfilSubjectRequestResponse = {
  request: AdminSubjectRequestDetail
  outcome: AdminSubjectRequestOutcome
  ticket: AdminExportTicket | null
}

type Standing<Fields> = { [Field in keyof Fields]-?: string | null }

/** The person's customers, address book and open orders. */
export type AdminCorrectable = {
  customers: ({ id: string } & Standing<NonNullable<AdminFulfilSubjectRequest["customer"]>>)[]
  addresses: ({ id: string } & Standing<AdminCorrectedAddress>)[]
  orders: ({
    order_id: string
    display_id: number
    type: "shipping" | "billing"
  } & Standing<AdminCorrectedAddress>)[]
}

/** What carrying a request out would do now; nothing is written. */
export type AdminSubjectRequestPreview =
  | { kind: "information" }
  | { kind: "access" | "portability"; held: Count[] }
  | {
      kind: "rectification"
      fields: string[]
      order_ids: string[]
      invoices_to_correct: string[]
      /** What can be corrected, as it stands now. */
      now: AdminCorrectable
    }
  | { kind: "erasure"; erasure: AdminErasurePreview }
  | { kind: "restriction"; customer_ids: string[]; order_ids: string[]; by_email: boolean }
  | { kind: "objection_marketing"; addresses: number; already_objected: boolean }
  | { kind: "objection_automated"; rules: { da: string; en: string }[] }
  | {
      kind: "consent_withdrawal"
      consents: { purpose: string; channel: string; state: string }[]
    }

/** Answer of `POST /admin/privacy/requests/:id/preview`. */
export type AdminSubjectRequestPreviewResponse = {
  preview: AdminSubjectRequestPreview
  /** Stands for whom it is about; to be sent along when it is carried out. */
  subject_version: string
  /** Orders and carts that may be somebody else's and are left until they are in `confirmed_order_ids`. */
  uncertain_orders: AdminUncertainRow[]
  /** Names of the companies that are told to do the same (GDPR Art. 19). */
  recipients: string[]
}

/** Answer of `POST /admin/privacy/requests/:id/code`: shown once; the person reads it back. */
export type AdminSubjectRequestCode = { code: string; expires_at: string }

/** Body of `POST /admin/privacy/requests/proposals`: a mail as it stands in the shop's mailbox. */
export type AdminProposeSubjectRequest = {
  /** `mail@example.dk` or `Name <mail@example.dk>`. */
  sender: string
  /** The Danish day it came; today when left out. */
  received_on?: string
  kind?: AdminSubjectRequestKind
  /** Language of the answer; the store's first when left out. */
  locale?: "da" | "en"
}

/** Who may be behind a mail. Nothing has been created. */
export type AdminSubjectRequestProposal = {
  email: string
  name: string | null
  received_on: string
  kind: AdminSubjectRequestKind | null
  /** What the answer would be due by. */
  strict_on: string
  legal_on: string
  customers: { id: string; email: string | null; name: string | null; has_account: boolean }[]
  /** Certainly the person's. */
  orders: { id: string; display_id: number; created_at: string }[]
  /** Perhaps somebody else's. */
  uncertain: { id: string; type: "order" | "cart"; display_id: number | null; reason: string }[]
  /** The address names a post, such as `info@`. */
  is_role_mailbox: boolean
  /** Requests with this address, or of these customers, that wait for an answer. */
  open_requests: AdminSubjectRequest[]
  /** The receipt as it would be sent; null while `kind` is not given. */
  receipt: AdminLetterPreview | null
}

export type AdminSubjectRequestProposalResponse = { proposal: AdminSubjectRequestProposal }
// Letters

export type AdminLetterTemplate =
  | "receipt"
  | "identity"
  | "extension"
  | "refusal"
  | "planned"
  | "completed"
  | "partly_completed"
  | "withdrawn"

/** A letter that an event of the timeline owes the person. Its text is not kept. */
export type AdminSubjectRequestLetter = {
  id: string
  event_id: string
  template: AdminLetterTemplate
  locale: "da" | "en"
  state: "waiting" | "sent" | "failed" | "by_hand"
  /** `mailed`, `sent_by_hand`, `by_hand`, `mail_interrupted` (nobody knows whether it arrived) or `failed: …`; null before. */
  outcome: string | null
  attempts: number
  /** SHA-256 of the text, with the mark that stands in the letter only; null while there is none. */
  digest: string | null
  sent_at: string | null
  /** Id of the user who sent it by hand. */
  sent_by: string | null
  created_at: string
}

/** Answer of `GET /admin/privacy/requests/:id/letters`, in the order of the timeline. */
export type AdminSubjectRequestLettersResponse = {
  letters: AdminSubjectRequestLetter[]
  /** False: Medusa has no provider of e-mail, so mail waits. */
  has_mail_provider: boolean
}

/** Decisions whose letter can be seen before they are made. */
export type AdminLetterAction =
  "identity_asked" | "extended" | "refused" | "completed" | "partly_completed" | "withdrawn"

export type AdminRefusalGround =
  | "not_identified"
  | "unfounded"
  | "excessive"
  | "others_rights"
  | "legal_obligation"
  | "legal_claims"
  | "not_covered"

/** Body of `POST /admin/privacy/requests/:id/letters/preview`. */
export type AdminPreviewLetter = {
  action: AdminLetterAction
  reason?: string
  /** Of a refusal. */
  ground?: AdminRefusalGround
}

export type AdminLetterPreview = {
  template: AdminLetterTemplate
  locale: "da" | "en"
  subject: string
  text: string
}

export type AdminLetterPreviewResponse = { preview: AdminLetterPreview }

/** Answer of `GET /admin/privacy/requests/numbers`. */
export type AdminSubjectRequestNumbersResponse = {
  /** Open and planned requests whose limit is at most seven days away, and those whose limit has passed. */
  due: number
  overdue: number
  /** Days in Denmark, `YYYY-MM-DD`: the nearest limit of those due, and the oldest that has passed; null without any. */
  next_due_on: string | null
  overdue_since: string | null
  /** Letters that staff has to send, and letters that wait for a provider of e-mail or another try. */
  letters_by_hand: number
  letters_waiting: number
  has_mail_provider: boolean
}

/** Body of `POST /admin/privacy/requests`: one of customer, e-mail and name at least. */
export type AdminCreateSubjectRequest = {
  kind: AdminSubjectRequestKind
  channel: "mail" | "phone" | "letter"
  /** The Danish day it came; today when left out. */
  received_on?: string
  locale?: "da" | "en"
  customer_id?: string
  email?: string
  name?: string
  message?: string
  /** Who asks on the person's behalf, and what staff saw of their authority; both or none. */
  representative_name?: string
  authority_seen?: string
}
