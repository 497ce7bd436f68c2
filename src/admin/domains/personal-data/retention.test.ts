import { countOf, inShownOrder, isEditable } from "./retention"
import type { AdminRetentionRule } from "../../../types/http"

const rule: AdminRetentionRule = {
  rule: "order_contact",
  term: 24,
  unit: "months",
  default_term: 24,
  default_unit: "months",
  held: 3,
  due: 1,
  next_due_on: "2026-12-01",
  changed: null,
}

describe("a retention rule", () => {
  it("is edited only when it has a term", () => {
    expect(isEditable(rule)).toBe(true)
    expect(
      isEditable({ ...rule, term: null, unit: null, default_term: null, default_unit: null })
    ).toBe(false)
  })
})

describe("the rules", () => {
  it("stand in the order people look for them, others after", () => {
    const names = ["label_file", "abandoned_cart", "gift_message", "invoice", "order_contact"]
    const shown = inShownOrder(names.map((name) => ({ ...rule, rule: name })))
    expect(shown.map((it) => it.rule)).toEqual([
      "order_contact",
      "invoice",
      "abandoned_cart",
      "label_file",
      "gift_message",
    ])
  })
})

describe("a month", () => {
  const month = { month: "2026-12", counts: { order_contact: 3, invoice: 4 } }

  it("is counted whole, or for one rule", () => {
    expect(countOf(month, null)).toBe(7)
    expect(countOf(month, "invoice")).toBe(4)
    expect(countOf(month, "cookie_proof")).toBe(0)
  })
})
