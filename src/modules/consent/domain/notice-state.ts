/** `coming`: published, in force from a day ahead. `replaced`: a newer version is in force. */
export type NoticeState = "draft" | "coming" | "current" | "replaced"

/**
 * What a version is at a time.
 *
 * @param inForce ids of the versions in force, one for each kind, purpose, channel and locale
 * @param at ISO 8601 in UTC
 */
export const noticeState = (
  { id, effective_from: from }: { id: string; effective_from: string | null },
  inForce: ReadonlySet<string>,
  at: string
): NoticeState => {
  if (from === null) return "draft"
  if (inForce.has(id)) return "current"
  return from > at ? "coming" : "replaced"
}
