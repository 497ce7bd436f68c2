import { apartInMap, apartInStatement } from "./live-rows"

describe("live rows and deleted ones", () => {
  it("are asked for apart where a key column is indexed for live rows only", () => {
    const traces = `t."order_id" = ANY(:order) OR lower(t.details->>'email') = ANY(:email)`
    expect(apartInMap("order_change_action", traces)).toBe(
      `((t.deleted_at IS NULL AND t."order_id" = ANY(:order)) OR (t.deleted_at IS NOT NULL AND (t."order_id" = ANY(:order)) IS TRUE)) OR lower(t.details->>'email') = ANY(:email)`
    )
  })

  it("are asked for at once by id and in tables with an index of all rows", () => {
    const [byId, byCustomer] = [`t."id" = ANY(:payment)`, `t."customer_id" = ANY(:customer)`]
    expect(apartInMap("payment", byId)).toBe(byId)
    expect(apartInMap("customer_address", byCustomer)).toBe(byCustomer)
  })

  it("are asked for apart in every part of a statement that needs it", () => {
    const [carts, joined] = [
      `SELECT id FROM cart WHERE id = ANY(:cart)`,
      `SELECT a.id FROM auth_identity a JOIN provider_identity p ON true WHERE p.order_id = ANY(:order)`,
    ]
    expect(
      apartInStatement(
        `SELECT id FROM "return" WHERE order_id = ANY(:order) UNION ${carts} UNION ${joined}`
      )
    ).toBe(
      `SELECT id FROM "return" WHERE ((deleted_at IS NULL AND order_id = ANY(:order)) OR (deleted_at IS NOT NULL AND (order_id = ANY(:order)) IS TRUE)) UNION ${carts} UNION ${joined}`
    )
  })
})
