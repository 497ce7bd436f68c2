import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import texts from "."

const leaves = (value: unknown, path = ""): [string, string][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        leaves(inner, path === "" ? key : `${path}.${key}`)
      )
    : [[path, String(value)]]

const placeholders = (text: string): string[] =>
  Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name ?? "").sort()

const da = leaves(texts.da)
const en = new Map(leaves(texts.en))

const screens = (): string[] =>
  readdirSync(join(__dirname, ".."), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => readFileSync(join(__dirname, "..", file), "utf8"))

/** Keys a screen asks for by name: `const { t: tShared } = useTranslation("dkShared")`, `tShared("save")`. */
const keysOf = (source: string): string[] =>
  Array.from(source.matchAll(/const \{ t(?:: (\w+))?[^}]*\} = useTranslation\("(\w+)"\)/g)).flatMap(
    ([, name = "t", namespace = ""]) =>
      Array.from(
        source.matchAll(new RegExp(`\\b${name}\\("([\\w.]+)"`, "g")),
        ([, key = ""]) => `${namespace}.${key}`
      )
  )

describe("texts of the admin", () => {
  it("have the same keys in Danish and English", () => {
    expect(da.length).toBeGreaterThan(80)
    expect(da.map(([key]) => key).sort()).toEqual([...en.keys()].sort())
  })

  it("hold every key a screen asks for", () => {
    const known = new Set(da.map(([key]) => key.replace(/_(one|other)$/, "")))
    const asked = [...new Set(screens().flatMap(keysOf))]
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter((key) => !known.has(key))).toEqual([])
  })

  it("carry the same facts: no empty text, the same placeholders", () => {
    expect(da.filter(([, text]) => text.trim() === "")).toEqual([])
    const different = da.filter(
      ([key, text]) =>
        JSON.stringify(placeholders(text)) !== JSON.stringify(placeholders(en.get(key) ?? ""))
    )
    expect(different).toEqual([])
  })

  it("avoid words that promise something else", () => {
    const banned = /anonymiser|forsegl|subject|scope|retention|GDPR-request|ugyldig/i
    expect(da.filter(([, text]) => banned.test(text))).toEqual([])
  })
})
