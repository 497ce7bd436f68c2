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

describe("texts of the admin", () => {
  it("have the same keys in Danish and English", () => {
    expect(da.length).toBeGreaterThan(80)
    expect(da.map(([key]) => key).sort()).toEqual([...en.keys()].sort())
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
