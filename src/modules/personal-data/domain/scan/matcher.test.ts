import fc from "fast-check"
import { wholeRows } from "../../engine/scan/copy"
import { digestsOf } from "./digests"
import { Matcher } from "./matcher"
import type { Hit } from "./matcher"
import { searchForms } from "./values"
import type { PlainValues, ScanKind } from "./values"
import type { TextFormat } from "./words"

const SECRETS = { current: { id: "now", key: "a key that is used now" }, previous: [] }

const PERSON: PlainValues = {
  email: ["Anna.K@kunde.example"],
  phone: ["+45 12 34 56 78"],
  street: ["Østre Ålykke 7"],
  name: ["Anna Kjær Ærø"],
}

const matcherOf = (values: Partial<PlainValues>, secrets = SECRETS) => {
  const all = { email: [], phone: [], street: [], name: [], ...values }
  const digests = digestsOf(secrets, searchForms(all))
  return new Matcher(
    secrets,
    digests.map((digest) => ({ ...digest, erasure_id: "erasure" }))
  )
}

/** A text as `COPY` writes it. */
const copied = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r")

const hitsIn = (matcher: Matcher, rows: Buffer, format: TextFormat = "copy"): Hit[] => {
  const hits: Hit[] = []
  for (let from = 0; from < rows.length;) {
    const to = rows.indexOf(10, from)
    matcher.look(rows, { from, to, format }, (hit) => hits.push(hit))
    from = to + 1
  }
  return hits
}

const person = matcherOf(PERSON)
const kindsIn = (text: string): ScanKind[] => [
  ...new Set(hitsIn(person, Buffer.from(`${copied(text)}\n`)).map(({ kind }) => kind)),
]

describe("the matcher of erased values", () => {
  it.each<[string, string, ScanKind[]]>([
    ["an e-mail", "Skriv til anna.k@kunde.example i dag", ["email"]],
    ["an e-mail in upper case", "ANNA.K@KUNDE.EXAMPLE", ["email"]],
    ["an e-mail at the end of a sentence", "Til anna.k@kunde.example.Tak", ["email"]],
    ["an e-mail in a web address", "https://x.example/?to=anna.k%40kunde.example&b=1", ["email"]],
    ["an e-mail in JSON", `{"to": "anna.k@kunde.example"}`, ["email"]],
    ["an e-mail as a JSON key", `{"anna.k@kunde.example": true}`, ["email"]],
    ["an e-mail after a line break in JSON", `{"note": "Til\\nanna.k@kunde.example"}`, ["email"]],
    ["an e-mail in JSON in JSON", `{"a": "{\\"b\\": \\"\\\\nanna.k@kunde.example\\"}"}`, ["email"]],
    ["an e-mail in a list", `{anna.k@kunde.example,"x y"}`, ["email"]],
    ["an e-mail after a tab and a backslash", "a\tb\\anna.k@kunde.example\\", ["email"]],
    ["a phone number", "Ring 12345678", ["phone"]],
    ["a phone number in pairs", "Ring 12 34 56 78.", ["phone"]],
    ["a phone number with hyphens", "12-34-56-78", ["phone"]],
    ["a phone number with hard spaces", "12\u00a034\u00a056\u00a078", ["phone"]],
    ["a phone number with country code", "+4512345678 / 004512345678", ["phone"]],
    ["a name in upper case", "ANNA KJÆR ÆRØ", ["name"]],
    ["a name with escaped letters", `{"n": "Anna Kj\\u00e6r \\u00c6r\\u00f8"}`, ["name"]],
    ["a name over two lines", "Anna Kjær\nÆrø", ["name"]],
    ["a street", "østre ålykke 7, 2. tv", ["street"]],
    ["a street in capitals", "ØSTRE ÅLYKKE 7", ["street"]],
  ])("finds %s", (_what, text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds)
  })

  it.each([
    ["a longer e-mail", "xanna.k@kunde.example hanna.k@kunde.example"],
    ["an e-mail of which it is the end", "per.anna.k@kunde.example"],
    ["an e-mail of which it is the beginning", "anna.k@kunde.example.dk anna.k@kunde.example-x.dk"],
    ["an e-mail with other signs", "anna-k@kunde.example anna_k@kunde.example"],
    ["a part of an e-mail", "k@kunde.example kunde.example"],
    ["a longer number", "123456789 012345678 1.12345678 12345678.5"],
    ["groups of a number far apart", "12 x 34 x 56 x 78; [12,34,56,78]"],
    ["a first name", "Anna"],
    ["another house number", "Østre Ålykke 70"],
    ["the names the other way round", "Ærø Anna Kjær"],
  ])("finds nothing in %s", (_what, text) => {
    expect(kindsIn(text)).toEqual([])
  })

  it("tells which phone number it found, however it is written", () => {
    const two = matcherOf({ phone: ["+45 12 34 56 78", "+45 87 65 43 21"] })
    const numbersIn = (text: string) => [
      ...new Set(hitsIn(two, Buffer.from(`${text}\n`)).map(({ number }) => number)),
    ]
    const [first, ...more] = numbersIn(
      "12345678, 12 34 56 78, +45 12345678, 0045 12345678, 1234-5678"
    )
    expect(first).toMatch(/^[0-9a-f]+$/)
    expect(more).toEqual([])
    expect(numbersIn("87 65 43 21")).not.toContain(first)
    expect(hitsIn(person, Buffer.from("Anna Kjær Ærø\n"))[0]?.number).toBeUndefined()
  })

  it("finds nothing over the border of two columns, and tells the column", () => {
    const rows = Buffer.from("id\t\\N\tAnna Kjær\tÆrø 12345678\n")
    expect(hitsIn(person, rows)).toMatchObject([{ erasureId: "erasure", kind: "phone", column: 3 }])
    expect(
      hitsIn(person, Buffer.from("x;Anna Kjær\tÆrø;\\anna.k@kunde.example\n"), "plain")
    ).toEqual([
      { erasureId: "erasure", kind: "name", column: 0 },
      { erasureId: "erasure", kind: "email", column: 0 },
    ])
  })

  it("looks under every secret, and tells which are gone", () => {
    const old = { id: "old", key: "a key of last year" }
    const digests = digestsOf(
      { current: old, previous: [] },
      searchForms({ ...PERSON, phone: [], street: [], name: [] })
    ).map((digest) => ({ ...digest, erasure_id: "before" }))
    const rotated = new Matcher({ current: SECRETS.current, previous: [old] }, digests)
    expect(hitsIn(rotated, Buffer.from("anna.k@kunde.example\n"))).toHaveLength(1)
    expect(rotated.lostKeys).toEqual([])
    const forgotten = new Matcher(SECRETS, digests)
    expect(forgotten.lostKeys).toEqual(["old"])
    expect(hitsIn(forgotten, Buffer.from("anna.k@kunde.example\n"))).toEqual([])
  })

  it("notes nothing that can be read", () => {
    const digests = digestsOf(SECRETS, searchForms(PERSON))
    expect(JSON.stringify(digests)).not.toMatch(/anna|kunde|12345678|12 34|lykke/i)
    expect(new Set(digests.map(({ kind }) => kind)).size).toBe(4)
  })

  // Against the plain way: the words of the whole text, compared one by one.
  it("finds what a plain search finds, however the text is cut into pieces", () => {
    const wordOf = fc.stringMatching(/^[a-zæøåéü0-9]{1,6}$/)
    const between = fc.constantFrom(
      " ",
      ", ",
      "\n",
      "\t",
      "\\",
      '"',
      "; ",
      " – ",
      "\u00a0",
      "\\\\",
      "("
    )
    const isUpper = fc.boolean()
    const value = fc.tuple(wordOf, wordOf, wordOf)
    const text = fc.array(fc.tuple(wordOf, between, isUpper), { maxLength: 12 })
    fc.assert(
      fc.property(
        value,
        text,
        text,
        fc.record({ isIn: fc.boolean(), cuts: fc.array(fc.nat(40), { maxLength: 6 }) }),
        (name, before, after, { isIn, cuts }) => {
          const write = (parts: [string, string, boolean][]) =>
            parts.map(([word, gap, upper]) => (upper ? word.toUpperCase() : word) + gap).join("")
          const whole = `${write(before)}\n${isIn ? name.join(" ") : ""} ${write(after)}`
          const words = whole.toLowerCase().split(/[^a-z0-9æøåéü]+/u)
          const expected = words.some((_word, at) =>
            name.every((part, index) => words[at + index] === part)
          )
          const matcher = matcherOf({ name: [name.join(" ")] })
          const bytes = Buffer.from(`id\t\\N\t${copied(whole)}\nid\t\\N\t${copied(whole)}\n`)
          const hits: Hit[] = []
          const rows = wholeRows((piece) => hits.push(...hitsIn(matcher, piece)))
          let at = 0
          for (const cut of cuts) {
            rows.add(bytes.subarray(at, at + cut))
            at = Math.min(at + cut, bytes.length)
          }
          rows.add(bytes.subarray(at))
          rows.end()
          expect(hits.length > 0).toBe(expected)
          expect(hits.every(({ column }) => column === 2)).toBe(true)
        }
      ),
      { numRuns: 2000, seed: 20261126 }
    )
  })
})
