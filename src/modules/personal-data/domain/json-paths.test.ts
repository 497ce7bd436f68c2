import fc from "fast-check"
import { isKeyPath, keptDocument, keptPaths, secretPaths, shownValue } from "./json-paths"
import { erasedValue } from "./statements"
import type { ColumnRule } from "./table-map"

const rule: ColumnRule = {
  category: "payment",
  purpose: "payment",
  origin: "observed",
  basis: "contract",
  retention: "erasure",
  erase: "empty_object",
  paths: {
    id: { keep: "the provider's number" },
    "items.*.sku": { keep: "goods" },
    token: { secret: true },
  },
}

const KEPT = `dk_personal_data_json_part(dk_personal_data_json_part(t."data", '{id,items.*.sku}', true), '{token}', false)`

describe("isKeyPath", () => {
  it.each(["id", "items.*.title", "*.0", "client-secret", "*"])("takes %s", (path) => {
    expect(isKeyPath(path)).toBe(true)
  })

  it.each(["", ".", "a.", ".a", "a..b", "a*", "it's", "a,b", "a?", "a:order", "{a}", "a b"])(
    "refuses %s",
    (path) => {
      expect(isKeyPath(path)).toBe(false)
    }
  )

  it("lets nothing through that could end a text of SQL or be taken for a key of a person", () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        if (isKeyPath(path)) expect(path).not.toMatch(/['"\\?:,{}\s]/u)
      })
    )
  })
})

describe("key paths of a column", () => {
  it("sorts kept and secret ones", () => {
    expect(keptPaths(rule.paths)).toEqual(["id", "items.*.sku"])
    expect(secretPaths(rule.paths)).toEqual(["token"])
  })

  it("keeps no document when no path is kept", () => {
    expect(keptDocument(`t."data"`, { token: { secret: true } })).toBeNull()
    expect(keptDocument(`t."data"`, undefined)).toBeNull()
  })

  it("shows all but the secret paths, and of a secret column the kept ones", () => {
    expect(shownValue(`t."data"`, rule)).toBe(
      `dk_personal_data_json_part(t."data", '{token}', false)`
    )
    expect(shownValue(`t."data"`, { ...rule, secret: true })).toBe(KEPT)
  })

  it("calls no function where a column has no paths", () => {
    const { paths, ...plain } = rule
    expect(paths).toBeDefined()
    expect(shownValue(`t."data"`, plain)).toBe(`t."data"`)
    expect(shownValue(`t."data"`, { ...plain, secret: true })).toBeNull()
    expect(erasedValue("data", "empty_object")).not.toContain("json_part")
  })
})

describe("what erasure leaves of a column with key paths", () => {
  it("is the kept paths, or what a column without them would hold", () => {
    expect(erasedValue("data", "null", rule.paths)).toBe(`NULLIF(${KEPT}, '{}'::jsonb)`)
    expect(erasedValue("data", "empty_object", rule.paths)).toBe(
      `CASE WHEN t."data" IS NULL THEN NULL ELSE coalesce(${KEPT}, '{}'::jsonb) END`
    )
  })

  it("is everything but the secret paths of a kept column", () => {
    expect(erasedValue("data", "keep", rule.paths)).toBe(
      `dk_personal_data_json_part(t."data", '{token}', false)`
    )
  })

  it("holds under a condition too", () => {
    expect(erasedValue("data", { when: "t.x", then: "null" }, rule.paths)).toContain(KEPT)
  })
})
