import type { AdminSubjectRequestKind, AdminSubjectRequestState } from "../../../types/http"

export const KINDS: readonly AdminSubjectRequestKind[] = [
  "access",
  "erasure",
  "rectification",
  "portability",
  "restriction",
  "objection_marketing",
  "objection_automated",
  "consent_withdrawal",
  "information",
]

export const STATES = [
  "received",
  "identity_check",
  "in_progress",
  "planned",
  "completed",
  "partly_completed",
  "refused",
  "withdrawn",
] as const satisfies readonly AdminSubjectRequestState[]
