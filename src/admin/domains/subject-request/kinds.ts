import type { AdminSubjectRequestKind } from "../../../types/http"

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
