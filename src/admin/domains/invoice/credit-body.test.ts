import { creditBodyOf } from "./credit-body"
import type { CreditDraft } from "./credit-body"

const draft: CreditDraft = { kind: "amount", amount: "10", paidBackOn: "", reason: "Ros", key: "k" }

it("waits for a reason and an amount", () => {
  expect(creditBodyOf({ ...draft, reason: " " }, "dkinv_1")).toBeNull()
  expect(creditBodyOf({ ...draft, amount: "x" }, "dkinv_1")).toBeNull()
  expect(creditBodyOf({ ...draft, kind: "order", amount: "x" }, "dkinv_1")).toEqual({
    invoice_id: "dkinv_1",
    reason: "Ros",
    new_invoice: { lines: "order" },
  })
})

it("names the day only when it was paid back", () => {
  const body = { invoice_id: "dkinv_1", reason: "Ros", key: "k", amount: 10 }
  expect(creditBodyOf(draft, "dkinv_1")).toEqual(body)
  expect(creditBodyOf({ ...draft, paidBackOn: "2026-11-26" }, "dkinv_1")).toEqual({
    ...body,
    paid_back_on: "2026-11-26",
  })
})
