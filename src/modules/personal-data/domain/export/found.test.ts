import { by, table } from "../table-map"
import type { ColumnRule } from "../table-map"
import { columnKinds, heldKinds, rulesOf } from "./found"

const rule: ColumnRule = {
  category: "address",
  purpose: "delivery",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "null",
}

const map = table("dk_example")
  .of(by("order_id", "order"))
  .column("name", rule)
  .column("street", { ...rule, erase: "keep" })
  .column("note", { ...rule, origin: "internal" })
  .column("missing", { ...rule, basis: "consent" })

const kinds = columnKinds(map, new Set(["name", "street", "note"]))

describe("kinds of data in a table", () => {
  it("are columns of which the map says the same, those of this database only", () => {
    expect(kinds.map(({ columns }) => columns)).toEqual([["name", "street"], ["note"]])
  })

  it("have one bit each in what a row holds", () => {
    expect(heldKinds(kinds)).toBe(
      `((t."name" IS NOT NULL OR t."street" IS NOT NULL)::int << 0) | ((t."note" IS NOT NULL)::int << 1)`
    )
    expect(rulesOf(kinds, 0b10).map(({ origin }) => origin)).toEqual(["internal"])
    expect(rulesOf(kinds, 0)).toEqual([])
  })

  it("are none where the map has no column", () => {
    expect(heldKinds([])).toBe("0")
  })
})
