import type { AdminSubjectRequest } from "../../../types/http"

const DAY_MS = 24 * 3600 * 1000

/** Whole days from one day `YYYY-MM-DD` to another. */
const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS)

export type Limit = { key: "daysLeft" | "today" | "overdue"; days: number }

/** How far away the answer's limit is; null for a request that has its answer. Overdue only after the law's own day. */
export const limitOf = (
  { state, strict_on: strict, legal_on: legal }: AdminSubjectRequest,
  today: string
): Limit | null => {
  if (!["received", "identity_check", "in_progress"].includes(state)) return null
  if (legal < today) return { key: "overdue", days: daysBetween(legal, today) }
  return strict <= today
    ? { key: "today", days: 0 }
    : { key: "daysLeft", days: daysBetween(today, strict) }
}
