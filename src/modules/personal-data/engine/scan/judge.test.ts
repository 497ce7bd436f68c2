import { freeTable, table } from "../../domain/table-map"
import type { ColumnRule } from "../../domain/table-map"
import { clearUp, stateOfColumn, stateOfOpen } from "./judge"

const RULE: ColumnRule = {
  category: "order_contact",
  purpose: "sale",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "null",
}

const map = table("zq_orders")
  .of()
  .column("note", RULE)
  .column("seal", { ...RULE, retention: "evidence", erase: "keep" })
  .column("made_by", { ...RULE, category: "staff" })
  .contextOf(["id"], "which")
  .freeOf(["state"], "one of a few words")

describe("what a value does where it was found", () => {
  it("is told by the column, or asked of the row", () => {
    expect(stateOfColumn(undefined, "note", "name")).toBe("found")
    expect(stateOfColumn(map, "unknown", "street")).toBe("found")
    expect(stateOfColumn(freeTable("zq_goods", "goods", ["title"]), "title", "name")).toBe("found")
    for (const free of ["id", "state"]) expect(stateOfColumn(map, free, "email")).toBe("found")
    for (const kept of ["seal", "made_by"]) expect(stateOfColumn(map, kept, "email")).toBe("kept")
    for (const kind of ["name", "street"] as const) {
      expect(stateOfColumn(map, "note", kind)).toBe("others")
    }
    for (const kind of ["email", "phone"] as const) {
      expect(stateOfColumn(map, "note", kind)).toBeNull()
    }
    expect(stateOfColumn(map.removed(), "seal", "email")).toBeNull()
  })

  it("waits, for a phone, until it is known whether somebody else has it", () => {
    expect(stateOfOpen("email", "phone")).toBe("found")
    expect(stateOfOpen("phone", "phone")).toBe("others")
    expect(stateOfOpen("phone", "note")).toBe("unclear")
    const note = { erasure_id: "a", kind: "phone", state: "unclear", numbers: ["1"] } as const
    const relative = { ...note, state: "others" } as const
    const judged = (...others: Parameters<typeof clearUp>[0]) =>
      clearUp([{ ...note, numbers: ["1"] }, ...others])[0]?.state
    const other = { ...relative, numbers: ["1"] }
    expect(judged({ ...other, erasure_id: "b" })).toBe("found")
    expect(judged({ ...other, kind: "street" })).toBe("found")
    expect(judged(other)).toBe("others")
    // Another phone of the same person says nothing of this one.
    expect(judged({ ...other, numbers: ["2"] })).toBe("found")
    expect(clearUp([{ ...note, numbers: ["1", "2"] }, other])[0]?.state).toBe("found")
    expect(clearUp([other])).toEqual([{ erasure_id: "a", kind: "phone", state: "others" }])
  })
})
