import { findFieldProblem } from "./fulfilment"
import { REQUEST_KINDS } from "./kinds"
import { endOf, outcomeSchema } from "./outcome"
import type { Outcome } from "./outcome"
import { parseEvent } from "./parse-event"

const erasure = {
  ...{
    kind: "erasure",
    erasure_id: "dkera_1",
    is_done: true,
    erased: [{ category: "address", rows: 2 }],
  },
  ...{ kept_documents: [], kept_orders: [], waiting: [], uncertain_orders: 0, recipients: [] },
} satisfies Outcome

const invoice = { number: "F1", keep_through: "2031-12-31", law: "bogføringsloven § 12, stk. 1" }
const open = { id: "order_1", display_id: 7, reason: "unshipped" }

const OUTCOMES: readonly Outcome[] = [
  { kind: "information" },
  { kind: "access", profile: "access", held: [{ category: "account", rows: 1 }] },
  { kind: "portability", profile: "portability" },
  {
    ...{ kind: "rectification", fields: ["customer.phone"], order_ids: ["order_1"] },
    ...{ invoices_to_correct: ["F1"], recipient_order_ids: ["order_1"], recipients: ["PostNord"] },
  },
  erasure,
  {
    ...{ kind: "restriction", ground: "objection", restriction_ids: ["dkprestr_1"] },
    ...{ uncertain_orders: 0, ends_on: "2027-01-31", recipients: [] },
  },
  { kind: "objection_marketing", addresses: 2 },
  { kind: "objection_automated", rules: [], decision: "upheld", reviewed_by: "user_1" },
  { kind: "consent_withdrawal", withdrawn: [{ purpose: "newsletter", channel: "email" }] },
]

describe("what came of a request", () => {
  it("has a shape for each kind, and is read from the timeline as it was written", () => {
    expect(OUTCOMES.map(({ kind }) => kind).sort()).toEqual([...REQUEST_KINDS].sort())
    for (const outcome of OUTCOMES) {
      const stored: unknown = JSON.parse(JSON.stringify({ outcome }))
      expect(parseEvent("completed", stored as Record<string, unknown>)).toEqual({
        type: "completed",
        outcome,
      })
    }
  })

  it("keeps nothing that it has no place for, such as a name", () => {
    expect(outcomeSchema().parse({ ...erasure, email: "a@b.example" })).toEqual(erasure)
  })

  it("is read from events that were written before there were outcomes", () => {
    expect(parseEvent("completed", {})).toEqual({ type: "completed" })
    expect(parseEvent("planned", { finish_by: null })).toEqual({ type: "planned", finish_by: null })
  })

  it("is all of it, a part while a law keeps something, or a plan while something waits", () => {
    expect(endOf(erasure)).toBe("completed")
    expect(endOf({ ...erasure, kept_documents: [invoice] })).toBe("partly_completed")
    expect(endOf({ ...erasure, uncertain_orders: 1 })).toBe("partly_completed")
    const kept = { display_id: 7, keep_through: "2031-12-31", law: invoice.law }
    expect(endOf({ ...erasure, kept_orders: [kept] })).toBe("partly_completed")
    expect(endOf({ ...erasure, is_done: false, kept_documents: [invoice], waiting: [open] })).toBe(
      "planned"
    )
    for (const outcome of OUTCOMES) expect(endOf(outcome)).toBe("completed")
  })
})

describe("what staff says with it", () => {
  it("is what the kind takes, and all that it needs", () => {
    expect(findFieldProblem("information", { reason: "besvaret" })).toBeNull()
    expect(findFieldProblem("restriction", {})).toEqual({ field: "ground", code: "missing" })
    expect(findFieldProblem("restriction", { ground: "objection", customer_id: "c" })).toBeNull()
    expect(findFieldProblem("access", { ground: "objection" })).toEqual({
      ...{ field: "ground", code: "not_of_kind" },
    })
    expect(findFieldProblem("rectification", {})).toEqual({ field: "customer", code: "missing" })
    expect(findFieldProblem("rectification", { addresses: [{}] })).toBeNull()
    expect(findFieldProblem("objection_automated", { reason: "set" })).toEqual({
      ...{ field: "decision", code: "missing" },
    })
  })
})
