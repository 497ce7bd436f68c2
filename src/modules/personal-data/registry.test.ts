import { by, registerPersonalData, table } from "."
import type { ColumnRule, Veto } from "./entry"
import { registerHost } from "./host-registration"
import { parsePersonalDataOptions } from "./options"
import { mappedTables, registeredRecipients, registeredTables, registeredVetoes } from "./registry"

const rule: ColumnRule = {
  category: "order_note",
  purpose: "sale",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "null",
}
const note = (name: string) =>
  table(name).of(by("order_id", "order")).column("text", rule).freeOf(["id"], "an id")
const names = () => registeredTables().map((map) => map.table)
const start = (personalData: object) => {
  registerHost(parsePersonalDataOptions({ personalData }))
}

describe("registering", () => {
  it("puts a table on the map once, however often it is said and in whatever order of columns", () => {
    registerPersonalData({ tables: [note("zq_once")] })
    const reversed = table("zq_once").of(by("order_id", "order")).freeOf(["id"], "an id")
    registerPersonalData({ tables: [reversed.column("text", rule)] })
    expect(names().filter((name) => name === "zq_once")).toEqual(["zq_once"])
  })

  it("lists later tables before the ones they hang on", () => {
    registerPersonalData({ tables: [note("zq_first"), note("zq_second")] })
    registerPersonalData({ tables: [note("zq_third")] })
    const order = ["zq_third", "zq_first", "zq_second", "customer"].map((name) =>
      names().indexOf(name)
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
  })

  it("refuses another declaration of a table, naming the column, and adds nothing of it", () => {
    const customer = table("customer").of(by("id", "customer")).column("email", rule)
    expect(() => {
      registerPersonalData({ tables: [note("zq_beside"), customer] })
    }).toThrow(/table "customer", column "\w+".*"keys".*registered already, differently/)
    expect(names()).not.toContain("zq_beside")
  })

  it("takes keys of a JSON column of core's, and refuses those that cannot be", () => {
    const keys = (column: string, paths: object, of = "order") => ({
      keys: [{ table: of, column, paths: paths as Record<string, { keep: string }> }],
    })
    registerPersonalData(keys("metadata", { zq_colour: { keep: "a colour" } }))
    registerPersonalData(keys("metadata", { zq_colour: { keep: "a colour" } }))
    const order = registeredTables().find(({ table }) => table === "order")
    expect(order?.columns.metadata?.paths).toMatchObject({ zq_colour: { keep: "a colour" } })
    for (const [registration, expected] of [
      [
        keys("metadata", { zq_colour: { secret: true } }),
        /column "metadata": the path "zq_colour"/,
      ],
      [keys("display_id", { a: { keep: "b" } }), /column "display_id": the table declares no such/],
      [keys("metadata", { "a b": { keep: "b" } }), /the path "a b" must be keys/],
      [keys("data", { a: { keep: "b" } }, "notification"), /erasure removes the rows/],
    ] as const) {
      expect(() => {
        registerPersonalData(registration)
      }).toThrow(expected)
    }
    registerPersonalData(keys("data", { a: { keep: "b" } }, "zq_of_a_plugin_loaded_later"))
  })

  it("takes columns and key paths of tables that somebody else declares, before or after", () => {
    registerPersonalData({
      columns: [{ table: "zq_added", personal: { nickname: rule }, free: { colour: "a colour" } }],
      keys: [{ table: "zq_added", column: "data", paths: { size: { keep: "a size" } } }],
    })
    registerPersonalData({
      tables: [
        table("zq_added")
          .of(by("order_id", "order"))
          .column("data", { ...rule, paths: { code: { secret: true } } }),
      ],
    })
    expect(registeredTables().find((map) => map.table === "zq_added")).toMatchObject({
      columns: {
        data: { paths: { size: { keep: "a size" }, code: { secret: true } } },
        nickname: rule,
      },
      free: { colour: "a colour" },
    })
  })

  it("has a map for each table of a form that the database has", () => {
    registerPersonalData({
      tables: [table("zq_form_*").of(by("order_id", "order")).column("name", rule)],
    })
    const found = mappedTables(new Map([["zq_form_1", new Set(["name"])]]))
    expect(found.map((map) => map.table)).toContain("zq_form_1")
  })

  it("knows a veto by its name and its function", () => {
    const ask: Veto["ask"] = () => Promise.resolve(null)
    registerPersonalData({ veto: { name: "zq", ask } })
    registerPersonalData({ veto: { name: "zq", ask } })
    expect(registeredVetoes().filter(({ name }) => name === "zq")).toEqual([{ name: "zq", ask }])
    expect(() => {
      registerPersonalData({ veto: { name: "zq", ask: () => Promise.resolve(null) } })
    }).toThrow(/veto "zq" is registered already, differently/)
  })
})

describe("the option personalData", () => {
  it("registers at every start what the store says, and its veto as it is then", () => {
    const registration = {
      tables: [note("zq_host")],
      recipients: [{ name: "zqprinter", purposes: ["sale"], country: "dk" }],
    }
    const first: Veto["ask"] = () => Promise.resolve("first")
    const second: Veto["ask"] = () => Promise.resolve("second")
    start({ register: [registration], veto: first })
    start({ register: [registration], veto: second })
    expect(names().filter((name) => name === "zq_host")).toHaveLength(1)
    expect(registeredRecipients().filter(({ name }) => name === "zqprinter")).toHaveLength(1)
    expect(registeredVetoes().filter(({ name }) => name === "host")).toEqual([
      { name: "host", ask: second },
    ])
  })

  it.each([
    [{ register: note("zq") }, /option "personalData.register" is wrong/],
    [{ register: ["zq"] }, /option "personalData.register.0" is wrong: must be a registration/],
    [{ veto: "no" }, /option "personalData.veto" is wrong: must be a function/],
    [
      {
        register: [
          {},
          { tables: [{ ...note("zq"), columns: { text: { ...rule, erase: "gone" } } }] },
        ],
      },
      /option "personalData.register.1" is wrong: table "zq", column "text": erase must be/,
    ],
    [
      {
        register: [{ tables: [table("customer").of(by("id", "customer")).column("email", rule)] }],
      },
      /option "personalData.register.0" is wrong: table "customer", column/,
    ],
  ])("that is %p stops the start with its name and the part at fault", (option, expected) => {
    expect(() => {
      start(option)
    }).toThrow(expected)
  })
})
