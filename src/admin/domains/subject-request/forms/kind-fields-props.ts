import type { AdminSubjectRequestKind, AdminSubjectRequestPreview } from "../../../../types/http"
import type { Draft, Known } from "../fulfilment"

/** What the fields of a kind are drawn from, and what changes the draft. */
export type KindFieldsProps = {
  kind: AdminSubjectRequestKind
  draft: Draft
  known: Known
  preview: AdminSubjectRequestPreview | undefined
  problemOf: (field: string) => string | null
  onChange: (change: Partial<Draft>) => void
}
