import fc from "fast-check"
import type { AdminDataMapColumn, AdminDataMapTable } from "../../../types/http"
import { filterTables, groupByPurpose, personalColumns } from "./data-map"

const column = (name: string, values: Partial<AdminDataMapColumn> = {}): AdminDataMapColumn => ({
  column: name,
  kind: "personal",
  category: "account",
  purpose: "account",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "emptied",
  portable: true,
  secret: false,
  reason: null,
  paths: [],
  ...values,
})

const free = (name: string): AdminDataMapColumn =>
  column(name, { kind: "free", category: null, purpose: null, reason: "nobody's" })

const table = (
  name: string,
  columns: AdminDataMapColumn[],
  values: Partial<AdminDataMapTable> = {}
): AdminDataMapTable => ({
  table: name,
  has_subject: true,
  is_present: true,
  rows_removed: false,
  columns,
  ...values,
})

const MAP = [
  table("order", [
    column("email", { category: "order_contact", purpose: "sale" }),
    free("currency_code"),
  ]),
  table("customer", [column("email"), column("phone"), column("note", { purpose: "service" })]),
  table("currency", [free("code")], { has_subject: false }),
  table("gift_card", [column("code", { purpose: "sale" })], { is_present: false }),
]

const namesOf = (tables: AdminDataMapTable[]): string[] => tables.map(({ table: name }) => name)

describe("the map by table", () => {
  it("is in alphabetical order and leaves out what holds no personal data", () => {
    expect(namesOf(filterTables(MAP, { search: "", kind: "personal" }))).toEqual([
      "customer",
      "gift_card",
      "order",
    ])
    expect(filterTables(MAP, { search: "", kind: "all" })).toHaveLength(4)
    expect(namesOf(filterTables(MAP, { search: "", kind: "absent" }))).toEqual(["gift_card"])
  })

  it("is searched by the names of tables and columns, in any case", () => {
    expect(namesOf(filterTables(MAP, { search: " PHONE ", kind: "all" }))).toEqual(["customer"])
    expect(namesOf(filterTables(MAP, { search: "curr", kind: "all" }))).toEqual([
      "currency",
      "order",
    ])
    expect(filterTables(MAP, { search: "zq", kind: "all" })).toEqual([])
  })
})

describe("the map by purpose", () => {
  it("gathers what a purpose uses, and where it lies", () => {
    const groups = groupByPurpose(MAP)
    expect(groups.map(({ purpose }) => purpose)).toEqual(["sale", "account", "service"])
    expect(groups[0]).toEqual({
      purpose: "sale",
      categories: ["order_contact", "account"],
      bases: ["contract"],
      retentions: ["erasure"],
      origins: ["provided"],
      columns: 2,
      tables: [
        { table: "order", columns: ["email"] },
        { table: "gift_card", columns: ["code"] },
      ],
    })
  })

  it("loses no personal column and counts none twice", () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/)
    const anyColumn = fc.record({ name, purpose: fc.constantFrom("sale", "account", "service") })
    const anyTable = fc.record({ name, columns: fc.array(anyColumn, { maxLength: 6 }) })
    fc.assert(
      fc.property(fc.array(anyTable, { maxLength: 6 }), (tables) => {
        const map = tables.map(({ name: tableName, columns }) =>
          table(
            tableName,
            columns.map((made) => column(made.name, { purpose: made.purpose }))
          )
        )
        const groups = groupByPurpose(map)
        const all = map.flatMap(personalColumns).length
        expect(groups.reduce((sum, group) => sum + group.columns, 0)).toBe(all)
        expect(
          groups.flatMap((group) => group.tables.flatMap(({ columns }) => columns))
        ).toHaveLength(all)
      })
    )
  })
})
