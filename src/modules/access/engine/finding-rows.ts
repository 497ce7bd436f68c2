import { createToken, verifyToken } from "../../../shared/tokens"
import type { Secrets } from "../../../shared/tokens"

export type FindingState = "open" | "dismissed" | "resolved"

export type FindingRow = {
  id: string
  table_name: string
  column_name: string
  row_id: string
  path: string
  kind: "cpr" | "card"
  masked: string | null
  state: FindingState
  found_at: Date
  changed_by: string | null
  changed_at: Date | null
  digest: string | null
}

type Place = Pick<FindingRow, "table_name" | "column_name" | "row_id" | "path">

const PURPOSE = "access-finding"

const asText = (place: Place, text: string): string =>
  JSON.stringify([place.table_name, place.column_name, place.row_id, place.path, text])

/** What is kept of a text that staff said holds no such number: tells whether it is still the same, and nothing else. */
export const digestOf = (secrets: Secrets, place: Place, text: string): string =>
  createToken(secrets, PURPOSE, asText(place, text))

export const isSameText = (
  secrets: Secrets,
  place: Place & Pick<FindingRow, "digest">,
  text: string
): boolean => verifyToken(secrets, PURPOSE, asText(place, text), place.digest ?? undefined)

/** Columns that a closed finding loses: nothing about a person stays. */
export const RESOLVED = `state = 'resolved', masked = NULL, digest = NULL`
