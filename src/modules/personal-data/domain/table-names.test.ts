import fc from "fast-check"
import { isNamedBy, tablesIn } from "./table-names"
import { freeTable, table, where } from "./table-map"

const schemaOf = (...names: string[]) => new Map(names.map((name) => [name, new Set(["id"])]))

describe("isNamedBy", () => {
  it.each([
    ["cat_*", "cat_order", true],
    ["cat_*", "cat_", true],
    ["cat_*", "category", false],
    ["search_pg_*_v*", "search_pg_customers_v1", true],
    ["search_pg_*_v*", "search_pg_customers", false],
    ["a*a", "a", false],
    ["order", "order", true],
    ["order", "order_item", false],
  ])("%s, %s: %s", (form, name, expected) => {
    expect(isNamedBy(form, name)).toBe(expected)
  })

  it("agrees with a regular expression of the same meaning", () => {
    const word = fc.array(fc.constantFrom("a", "b", "_"), { maxLength: 6 }).map((c) => c.join(""))
    const form = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("*"))
    fc.assert(
      fc.property(form, word, (pattern, name) => {
        const expected = new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "u").test(name)
        expect(isNamedBy(pattern, name)).toBe(expected)
      })
    )
  })
})

describe("tablesIn", () => {
  const own = table("cat_order").of(where("true"))
  const pivots = freeTable("cat_pivot_*", "pairs of ids", ["pivot"])
  const all = table("cat_*").of(where("t.id = ANY(:order)"))
  const other = table("order").of()

  it("puts a map for each table in the place of a form, the most exact map first", () => {
    const tables = tablesIn(
      [all, other, pivots, own],
      schemaOf("cat_order", "cat_customer", "cat_pivot_ab", "order")
    )
    expect(tables.map(({ table: name }) => name)).toEqual([
      "cat_customer",
      "order",
      "cat_pivot_ab",
      "cat_order",
    ])
    expect(tables.map(({ subject }) => subject)).toEqual([
      all.subject,
      other.subject,
      pivots.subject,
      own.subject,
    ])
  })

  it("gives each table one map", () => {
    const names = fc.uniqueArray(
      fc.constantFrom("cat_order", "cat_x", "cat_pivot_a", "cat_pivot_", "order", "other")
    )
    fc.assert(
      fc.property(names, (present) => {
        const found = tablesIn([all, pivots, own, other], schemaOf(...present))
        const mapped = found.map(({ table: name }) => name)
        expect(new Set(mapped).size).toBe(mapped.length)
        const expected = [...present.filter((name) => name !== "other"), "cat_order", "order"]
        expect(new Set(mapped)).toEqual(new Set(expected))
      })
    )
  })
})
