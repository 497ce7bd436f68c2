import { affectedSchema } from "./affected"

const day = { from: "2026-01-02", to: "2026-01-02" }
const reader = { actor_id: "user_1", to: "2026-01-02T11:00:00+02:00" }

const problemOf = (query: object): string | undefined => {
  const [issue] = affectedSchema().safeParse(query).error?.issues ?? []
  return issue && `${issue.path.join(".")} ${issue.message}`
}

describe("a query of those affected", () => {
  it("takes every offset that a moment can have, and days of one day", () => {
    const from = "2026-01-02T10:00:00+23:59"
    const { read_by, orders } = affectedSchema().parse({
      ...{ read_by: { ...reader, from }, orders: day },
    })
    expect(read_by).toEqual({
      ...{ actor_id: "user_1", from: "2026-01-01T10:01:00.000Z", to: "2026-01-02T09:00:00.000Z" },
    })
    expect(orders).toEqual(day)
  })

  it.each([
    ["customer_ids.0 is no id", { customer_ids: ["cus_\0"] }],
    ["order_ids.0 is no id", { order_ids: ["order 1"] }],
    ["orders.from is before 1900-01-01", { orders: { ...day, from: "0000-01-01" } }],
    ["kept_invoices.from is before 1900-01-01", { kept_invoices: { ...day, from: "1899-12-31" } }],
    [
      "read_by.from is before 1900-01-01",
      { read_by: { ...reader, from: "0000-01-01T00:00:00+23:59" } },
    ],
    ["orders.to is before the beginning", { orders: { ...day, from: "2026-01-03" } }],
    ["kept_invoices.to is before the beginning", { kept_invoices: { ...day, from: "2026-01-03" } }],
    [
      "read_by.to is before the beginning",
      { read_by: { ...reader, from: "2026-01-02T09:30:00Z" } },
    ],
  ])("is refused: %s", (problem, query) => {
    expect(problemOf(query)).toBe(problem)
  })
})
