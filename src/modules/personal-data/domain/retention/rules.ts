import type { Term } from "./term"

/**
 * What is kept for a term of the shop's own choice. Contact data of orders stays for the two years of the right to
 * complain (købeloven § 83), accounts for the two years that Datatilsynet names for customers who no longer buy.
 */
export const DEFAULT_TERMS = {
  label_file: { term: 7, unit: "days" },
  order_export: { term: 7, unit: "days" },
  workflow_execution: { term: 30, unit: "days" },
  notification: { term: 12, unit: "months" },
  abandoned_cart: { term: 90, unit: "days" },
  order_contact: { term: 24, unit: "months" },
  inactive_account: { term: 24, unit: "months" },
  guest_customer: { term: 90, unit: "days" },
  orphaned_address: { term: 90, unit: "days" },
  former_staff: { term: 12, unit: "months" },
} as const satisfies Record<string, Term>

/** A rule whose term staff may change. */
export type RuleName = keyof typeof DEFAULT_TERMS

/** In the order a sweep goes through them: a guest is only gone when their orders and carts are. */
export const RULE_NAMES = Object.keys(DEFAULT_TERMS) as RuleName[]

export const isRuleName = (name: string): name is RuleName => Object.hasOwn(DEFAULT_TERMS, name)

/** The latest term of each rule that staff has changed, over the defaults. */
export const termsOf = (
  changed: readonly ({ rule: string } & Term)[]
): Readonly<Record<RuleName, Term>> => ({
  ...DEFAULT_TERMS,
  ...Object.fromEntries(
    changed
      .filter(({ rule }) => isRuleName(rule))
      .map(({ rule, term, unit }) => [rule, { term, unit }])
  ),
})
