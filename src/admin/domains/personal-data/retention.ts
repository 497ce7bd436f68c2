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
