import { EMPTY_QUERY, isQueryComplete, linesOf, queryOf } from "./query-draft"
import type { QueryDraft } from "./query-draft"

const NOBODY = { customer_ids: [], order_ids: [] }
const PERIOD = { from: "2026-11-01", to: "2026-11-20" }

const draft = (change: Partial<QueryDraft>): QueryDraft => ({ ...EMPTY_QUERY, ...change })

describe("the query for those affected", () => {
  it("is incomplete while a chosen part says nothing", () => {
    expect(isQueryComplete(EMPTY_QUERY)).toBe(false)
    expect(isQueryComplete(draft({ parts: ["customers"] }))).toBe(true)
    expect(isQueryComplete(draft({ parts: ["customers", "orders"] }))).toBe(false)
    const orders = { ...PERIOD, buyer_types: [] }
    expect(isQueryComplete(draft({ parts: ["orders"], orders }))).toBe(true)
    const backwards = { from: PERIOD.to, to: PERIOD.from, buyer_types: [] }
    expect(isQueryComplete(draft({ parts: ["orders"], orders: backwards }))).toBe(false)
    expect(isQueryComplete(draft({ parts: ["chosen"], chosen: " \n" }))).toBe(false)
  })

  it("asks for what is chosen only, whatever else was typed", () => {
    const orders = { ...PERIOD, buyer_types: ["business" as const] }
    const typed = draft({ parts: ["guests", "orders"], orders, chosen: "cus_1" })
    expect(queryOf(typed, { customer_ids: ["cus_1"], order_ids: [] })).toEqual({
      ...{ guests: true, orders: { ...PERIOD, buyer_types: ["business"] } },
    })
  })

  it("leaves out what nobody was named by, and sends instants", () => {
    const readBy = { actor_id: "user_1", from: "2026-11-01T08:00", to: "2026-11-02T08:00" }
    const typed = draft({ parts: ["chosen", "read_by"], read_by: readBy, chosen: "1203" })
    expect(queryOf(typed, { ...NOBODY, order_ids: ["order_1"] })).toEqual({
      order_ids: ["order_1"],
      read_by: {
        actor_id: "user_1",
        from: new Date(2026, 10, 1, 8).toISOString(),
        to: new Date(2026, 10, 2, 8).toISOString(),
      },
    })
  })

  it("takes a line once", () => {
    expect(linesOf("1203\n 1203, kunde@kunde.example;\n")).toEqual(["1203", "kunde@kunde.example"])
  })
})
