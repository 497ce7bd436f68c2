import { addBatch, NOTHING_YET, sumOf, toWalk } from "./archiving"

const order = { order_id: "order_1", order_number: "1", copies: 1, missing: [], failed: null }
const lacking = {
  ...order,
  copies: 0,
  missing: [{ field: "company_name", code: "required" as const }],
}
const unread = { ...order, copies: 0, failed: "TypeError" }

describe("copying earlier orders", () => {
  it("counts what was looked at and kept, and holds on to what could not be", () => {
    const first = addBatch(NOTHING_YET, [order, lacking])
    expect(addBatch(first, [{ ...order, copies: 2 }, unread])).toEqual({
      walked: 4,
      copies: 3,
      held: [lacking, unread],
    })
  })

  it("looks at paid orders without a number, also those that have a copy", () => {
    const years = [
      { year: 2024, unpaid: 9, past: 1, numbered: 5, copied: 1, left: 0 },
      { year: 2025, unpaid: 0, past: 0, numbered: 0, copied: 2, left: 3 },
    ]
    expect([toWalk(years), sumOf(years, "left"), sumOf(years, "numbered")]).toEqual([7, 3, 5])
  })
})
