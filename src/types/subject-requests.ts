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
  /** What is possible now: the types of the events that may come next. */
  actions: string[]
  timeline: AdminSubjectRequestEvent[]
}

export type AdminSubjectRequestResponse = { request: AdminSubjectRequestDetail }
export type AdminSubjectRequestListResponse = {
  requests: AdminSubjectRequest[]
  count: number
  offset: number
  limit: number
}

// Letters

export type AdminLetterTemplate =
  "receipt" | "identity" | "extension" | "refusal" | "planned" | "completed" | "partly_completed"

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
  "identity_asked" | "extended" | "refused" | "completed" | "partly_completed"

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
  /** Open requests whose limit is at most seven days away, and those whose limit has passed. */
  due: number
  overdue: number
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
}
