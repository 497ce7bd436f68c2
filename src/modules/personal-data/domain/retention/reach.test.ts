import { registeredTables } from "../../registry"
import { by, freeTable, table } from "../table-map"
import type { ColumnRule } from "../table-map"
import { DEFAULT_TERMS, termsOf } from "./rules"
import { columnsWithoutRule } from "./reach"
import "../../entry"

const RULE: ColumnRule = {
  category: "order_note",
  purpose: "sale",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "null",
}

describe("columns without a rule", () => {
  it("are those of rows that no person leads to, that nothing names and no law keeps", () => {
    const maps = [
      table("note").of(by("order_id", "order")).column("text", RULE),
      table("lost")
        .of()
        .column("text", RULE)
        .column("proof", { ...RULE, erase: "keep" }),
      table("named").of().column("text", RULE),
      freeTable("goods", "nobody's", ["title"]),
    ]
    expect(columnsWithoutRule(maps, new Set(["named"]))).toEqual([
      { table: "lost", column: "text" },
    ])
  })

  it("are none of Medusa's tables and of this domain's", () => {
    expect(registeredTables().length).toBeGreaterThan(90)
    expect(columnsWithoutRule(registeredTables(), new Set())).toEqual([])
  })
})

describe("terms", () => {
  it("are the defaults until staff changes one; what is no rule changes nothing", () => {
    expect(termsOf([])).toEqual(DEFAULT_TERMS)
    const changed = { rule: "order_contact", term: 36, unit: "months" } as const
    expect(termsOf([changed, { ...changed, rule: "invoice" }])).toEqual({
      ...DEFAULT_TERMS,
      order_contact: { term: 36, unit: "months" },
    })
  })
})
