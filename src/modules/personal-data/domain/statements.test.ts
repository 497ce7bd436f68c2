import {
  bindKeys,
  eraseStatement,
  erasedValue,
  exportStatement,
  isPortable,
  keptStatement,
  pendingStatement,
} from "./statements"
import { by, emptyKeys, table } from "./table-map"
import type { ColumnRule } from "./table-map"

const keys = {
  ...emptyKeys(),
  order: ["order_1"],
  cart: ["cart_1"],
}

const rule: ColumnRule = {
  category: "address",
  purpose: "delivery",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "null",
}

const map = table("dk_example")
  .of(by("order_id", "order"), by("cart_id", "cart"))
  .column("name", rule)
  .column("note", { ...rule, category: "order_note", origin: "internal" })
  .column("seal", { ...rule, erase: "keep" })
  .column("hash", { ...rule, secret: true })
  .contextOf(["id"], "row id")

const schema = new Map([["dk_example", new Set(["id", "name", "note", "seal", "hash"])]])

describe("bindKeys", () => {
  it("binds each key it meets, casts excepted", () => {
    expect(bindKeys("a = ANY(:order) AND b::text = ANY(:cart) AND c = ':'", keys)).toEqual({
      sql: "a = ANY(?::text[]) AND b::text = ANY(?::text[]) AND c = ':'",
      bindings: [["order_1"], ["cart_1"]],
    })
  })
})

describe("erasedValue", () => {
  it("limits a strategy to the rows that meet its condition", () => {
    expect(erasedValue("name", { when: "t.type = 'private'", then: "null" })).toBe(
      `CASE WHEN t.type = 'private' THEN NULL ELSE t."name" END`
    )
  })

  it("keeps an absent JSON value absent", () => {
    expect(erasedValue("data", "empty_object")).toContain("IS NULL THEN NULL")
  })
})

describe("eraseStatement", () => {
  it("overwrites what erasure changes, in rows that still differ, and leaves evidence alone", () => {
    const statement = eraseStatement(map, schema, keys)
    expect(statement?.sql).toBe(
      `UPDATE "dk_example" AS t SET "name" = NULL, "note" = NULL, "hash" = NULL WHERE ` +
        `(t."order_id" = ANY(?::text[]) OR t."cart_id" = ANY(?::text[])) AND ` +
        `(t."name" IS DISTINCT FROM (NULL) OR t."note" IS DISTINCT FROM (NULL) OR t."hash" IS DISTINCT FROM (NULL))`
    )
    expect(statement?.bindings).toEqual([["order_1"], ["cart_1"]])
  })

  it("passes over tables and columns that the database does not have", () => {
    expect(eraseStatement(map, new Map(), keys)).toBeNull()
    const older = new Map([["dk_example", new Set(["id", "name"])]])
    expect(eraseStatement(map, older, keys)?.sql).not.toContain("note")
  })

  it("removes rows where the table says so", () => {
    expect(eraseStatement(map.removed(), schema, keys)?.sql).toMatch(/^DELETE FROM "dk_example"/)
  })
})

describe("pendingStatement", () => {
  it("counts per category", () => {
    const sql = pendingStatement(map, schema, keys)?.sql ?? ""
    expect(sql).toContain("'address' AS category")
    expect(sql).toContain("'order_note' AS category")
  })
})

describe("exportStatement", () => {
  it("shows everything but secrets for access, and what the person provided for portability", () => {
    expect(exportStatement(map, schema, keys, "access")?.sql).toContain(
      `(SELECT t."id", t."name", t."note", t."seal") AS r`
    )
    expect(exportStatement(map, schema, keys, "portability")?.sql).toContain(
      `(SELECT t."id", t."name", t."seal") AS r`
    )
  })
})

describe("isPortable", () => {
  it.each([
    ["provided", "contract", true],
    ["observed", "consent", true],
    ["internal", "contract", false],
    ["derived", "contract", false],
    ["provided", "legal_obligation", false],
  ] as const)("%s on %s: %s", (origin, basis, expected) => {
    expect(isPortable({ ...rule, origin, basis })).toBe(expected)
  })
})

describe("a table without an id", () => {
  const mails = table("dk_mails")
    .of(by("order_id", "order"))
    .column("email", { ...rule, erase: "placeholder_email" })
  const columns = new Map([["dk_mails", new Set(["order_id", "email"])]])

  it("gets a placeholder that needs none and stays when it runs again", () => {
    const sql = eraseStatement(mails, columns, keys)?.sql ?? ""
    expect(sql).not.toContain("t.id")
    expect(sql).toContain(`LIKE 'erased+%@invalid.invalid' THEN t."email"`)
  })
})

describe("keptStatement", () => {
  const kept = table("dk_example")
    .of(by("order_id", "order"))
    .column("seal", { ...rule, erase: "keep" })

  it("counts rows that stay, and none of a table whose rows go", () => {
    expect(keptStatement(kept, schema, keys)?.sql).toContain("count(*)")
    expect(keptStatement(kept.removed(), schema, keys)).toBeNull()
  })
})
