import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { texts } from "./texts"

/** Every text by its path; `$schema` is for editors. */
const leaves = (value: object, path = ""): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, string][] => {
    const at = path === "" ? key : `${path}.${key}`
    if (at === "$schema") return []
    return typeof inner === "object" && inner !== null ? leaves(inner, at) : [[at, String(inner)]]
  })

const dashboard = dirname(require.resolve("@medusajs/dashboard/package.json"))
const english = JSON.parse(
  readFileSync(join(dashboard, "src/i18n/translations/en.json"), "utf8")
) as object

const da = leaves(texts)
const en = new Map(leaves(english))

/** What the dashboard fills in, and the marks it puts around words. */
const marks = (text: string): string[] =>
  (text.match(/\{+[^{}]*\}+|<\/?\w+\/?>/g) ?? []).map((mark) => mark.replace(/\s/g, "")).sort()

/** Words that are the same in both languages, and texts of placeholders alone. */
const SAME = new Set([
  ...["+ {{count}}", "<0>{{amount}}</0> <1>{{currency}}</1>", "{{ returnType }} {{ id }}"],
  ...["{{count}} variant", "Definition", "EAN", "Filter", "ID", "JSON", "Metadata", "Model"],
  ...["Navigation", "Normal", "Note", "Output", "Reference", "Region", "Reservation", "S, M, L"],
  ...["SKU", "Start", "Status", "Subtotal", "System", "Tag", "Tags", "Tip", "Type", "UPC"],
  ...["Variant", "Workflow", "Workflows"],
])

/** English words of the glossary, and what the Danish text of the same key says for them. */
const GLOSSARY: [RegExp, RegExp][] = [
  [/\bdraft orders?\b/i, /kladdeordre/i],
  [/\bcustomer groups?\b/i, /kundegruppe/i],
  [/\bprice lists?\b/i, /prisliste/i],
  [/\bpromotions?\b(?! tab)/i, /rabat|kampagne med/i],
  [/\bcampaigns?\b/i, /kampagne/i],
  [/\bsales channels?\b/i, /salgskanal/i],
  [/\bshipping profiles?\b/i, /leveringsprofil/i],
  [/\bshipping options?\b/i, /leveringsmulighed|leveringstype|leveringspris/i],
  [/\bservice zones?\b/i, /leveringszone/i],
  [/\bstock locations?\b/i, /lagersted/i],
  [/\binventory items?\b/i, /lagervare/i],
  [/\bclaims?\b/i, /reklamation/i],
  [/\bexchanges?\b/i, /ombytning/i],
  [/\brefunds?\b/i, /refund[eé]r/i],
  [/\bcaptured?\b/i, /træk|trukket/i],
  [/\btax rates?\b/i, /momssats|standardsats|særsats|satsen/i],
  [/\btax regions?\b/i, /momsregion/i],
  [/\bAPI keys?\b/i, /API-nøgle/],
  [/\bgift cards?\b/i, /gavekort/i],
  [/\bpolic(y|ies)\b/i, /adgangsregel|adgangsregler|adgangsreglen/i],
  [/\bstorefront\b/i, /webshop/i],
]

describe("the dashboard in Danish", () => {
  it("has the keys of the English one, plural forms included", () => {
    expect(da.length).toBeGreaterThan(2_400)
    expect(da.map(([key]) => key).sort()).toEqual([...en.keys()].sort())
  })

  it("fills in the same values and marks the same number of words", () => {
    const different = da.filter(
      ([key, text]) => marks(text).join() !== marks(en.get(key) ?? "").join()
    )
    expect(different).toEqual([])
  })

  it("leaves nothing empty and nothing in English", () => {
    expect(da.filter(([, text]) => text.trim() === "")).toEqual([])
    expect(da.filter(([key, text]) => text === en.get(key) && !SAME.has(text))).toEqual([])
    const english = /\b(the|your|you|and|with|this|successfully|cannot|please|select|edit)\b/i
    expect(da.filter(([, text]) => english.test(text))).toEqual([])
  })

  it.each(GLOSSARY)("says the same for %s everywhere", (word, translation) => {
    const told = da.filter(([key]) => word.test(en.get(key) ?? ""))
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(([, text]) => !translation.test(text))).toEqual([])
  })

  it("ends a sentence where the English one does", () => {
    const abbreviated = /\b(etc|osv|stk|pr|min|maks)\.$|^qty\.$/i
    const ends = (text: string): boolean => /[.?:]$/.test(text) && !abbreviated.test(text)
    expect(da.filter(([key, text]) => ends(text) !== ends(en.get(key) ?? ""))).toEqual([])
  })
})
