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
}

/** A request as the person who made it follows it. Days are `YYYY-MM-DD` in Denmark. */
export type StorePrivacyRequest = {
  id: string
  kind: AdminSubjectRequestKind
  state: AdminSubjectRequestState
  received_on: string
  /** Answer by then, and the law's own limit. */
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

/** Answer of `POST /admin/privacy/requests/:id/code`: shown once; the person reads it back. */
export type AdminSubjectRequestCode = { code: string; expires_at: string }

/** Body of `POST /admin/privacy/requests/proposals`: a mail as it stands in the shop's mailbox. */
export type AdminProposeSubjectRequest = {
  /** `mail@example.dk` or `Name <mail@example.dk>`. */
  sender: string
  /** The Danish day it came; today when left out. */
  received_on?: string
  kind?: AdminSubjectRequestKind
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
}

export type AdminSubjectRequestProposalResponse = { proposal: AdminSubjectRequestProposal }
