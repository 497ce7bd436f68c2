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
