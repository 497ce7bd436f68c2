import type { AdminRetentionMonth, AdminRetentionRule, RetentionUnit } from "../../../types/http"

/** A rule whose term staff may set. */
export type EditableRule = AdminRetentionRule & {
  term: number
  unit: RetentionUnit
  default_term: number
  default_unit: RetentionUnit
}

/** Rules that go by dates of their own have no term. */
export const isEditable = (rule: AdminRetentionRule): rule is EditableRule =>
  rule.term !== null &&
  rule.unit !== null &&
  rule.default_term !== null &&
  rule.default_unit !== null

/** How many things fall due in a month, all rules together or one of them. */
export const countOf = ({ counts }: AdminRetentionMonth, rule: string | null): number =>
  rule === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : (counts[rule] ?? 0)

/** What people ask for first stands first; what a domain or plugin registered comes after. */
const SHOWN_FIRST = [
  "order_contact",
  "invoice",
  "inactive_account",
  "guest_customer",
  "abandoned_cart",
  "orphaned_address",
  "notification",
]

const placeOf = ({ rule }: AdminRetentionRule): number => {
  const place = SHOWN_FIRST.indexOf(rule)
  return place === -1 ? SHOWN_FIRST.length : place
}

export const inShownOrder = (rules: readonly AdminRetentionRule[]): AdminRetentionRule[] =>
  [...rules].sort((a, b) => placeOf(a) - placeOf(b))
