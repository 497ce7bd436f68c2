import type { RequestKind } from "./kinds"

/** Whom it is about, which may be said when a request is carried out, and why it is decided so. */
export const COMMON_FIELDS = [
  "reason",
  "customer_id",
  "email",
  "selection_id",
  "confirmed_order_ids",
  "subject_version",
] as const

/** What staff says of each kind beside them; `true` when it must be said. */
const FIELDS: Readonly<Record<RequestKind, Readonly<Record<string, boolean>>>> = {
  information: {},
  access: { locale: false },
  portability: { locale: false },
  rectification: { customer: false, addresses: false },
  erasure: { override_blocks: false, finish_by: false },
  restriction: { ground: true, ends_on: false },
  objection_marketing: {},
  objection_automated: { decision: true },
  consent_withdrawal: { purposes: false },
}

export type FieldProblem = { field: string; code: "missing" | "not_of_kind" }

/** The first field that a kind needs and does not get, or gets and does not take; null when all is well. */
export const findFieldProblem = (
  kind: RequestKind,
  given: Readonly<Record<string, unknown>>
): FieldProblem | null => {
  const known = FIELDS[kind]
  const isGiven = (field: string) => given[field] !== undefined
  const missing = Object.keys(known).find((field) => known[field] === true && !isGiven(field))
  if (missing !== undefined) return { field: missing, code: "missing" }
  if (kind === "rectification" && !isGiven("customer") && !isGiven("addresses")) {
    return { field: "customer", code: "missing" }
  }
  const taken = new Set<string>([...COMMON_FIELDS, ...Object.keys(known)])
  const foreign = Object.keys(given).find((field) => isGiven(field) && !taken.has(field))
  return foreign === undefined ? null : { field: foreign, code: "not_of_kind" }
}
