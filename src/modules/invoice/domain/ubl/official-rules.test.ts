import fc from "fast-check"
import { readdirSync, readFileSync } from "node:fs"
import { goldenDocuments } from "../../../../../integration-tests/helpers/golden-documents"
import { isRefused, judge } from "../../../../../integration-tests/helpers/official-rules/judge"
import type {
  Rendered,
  Verdict,
} from "../../../../../integration-tests/helpers/official-rules/judge"
import { anyMutant } from "../../../../../integration-tests/helpers/mutated-documents"
import { anyDocument } from "../../../../../integration-tests/helpers/random-documents"
import {
  describeWithReferenceData,
  hasReferenceData,
  referencePath,
} from "../../../../../integration-tests/helpers/reference-data"
import { spoiltDocuments } from "../../../../../integration-tests/helpers/spoilt-documents"
import type { InvoiceContent } from "../document"
import type { EInvoiceFormat } from "./check"
import { checkEInvoice } from "./check-einvoice"
import { renderOioubl } from "./render-oioubl"
import { renderPeppol } from "./render-peppol"

const EINVOICE = "artefacts/einvoice"
const FORMATS: readonly EInvoiceFormat[] = ["peppol", "oioubl"]

/** How many random orders and mutants. The long run has 500 of each, and judges by the whole rule sets. */
const ORDERS = Number(process.env.EINVOICE_ORDERS ?? 40)
const IS_LONG = ORDERS > 40

/** What the check demands and no official rule computes. */
const BEYOND = new Set(["GS1", "FIK"])

type Case = { name: string } & Rendered

const nameOf = (title: string, format: EInvoiceFormat): string => `${title} (${format})`

const rendered = (title: string, document: InvoiceContent): Case[] => [
  { name: nameOf(title, "peppol"), format: "peppol", xml: renderPeppol(document) },
  { name: nameOf(title, "oioubl"), format: "oioubl", xml: renderOioubl(document) },
]

const filesOf = (folder: string, format: EInvoiceFormat): Case[] =>
  hasReferenceData(EINVOICE)
    ? readdirSync(referencePath(`${EINVOICE}/${folder}`)).map((name) => ({
        name,
        format,
        xml: readFileSync(referencePath(`${EINVOICE}/${folder}/${name}`), "utf8"),
      }))
    : []

const sample = (kind: string, arbitrary: fc.Arbitrary<InvoiceContent>) =>
  fc
    .sample(arbitrary, { numRuns: ORDERS, seed: 20261124 })
    .map((document, index) => ({ title: `${kind} ${index + 1}`, document }))

const orders = sample("order", anyDocument)
const mutants = sample("mutant", anyMutant)

/** Documents of others that are right; they hold elements ours never do, so only the whole rule sets judge them. */
const examples = IS_LONG
  ? [
      ...filesOf("examples-official/peppol-2026.5", "peppol"),
      ...filesOf("examples-official/dk-cius", "peppol"),
      ...filesOf("examples-official/oioubl-1.17.2", "oioubl"),
    ]
  : []

const cases: Case[] = [
  ...Object.entries(goldenDocuments).flatMap(([title, document]) => rendered(title, document)),
  ...spoiltDocuments.flatMap(({ title, document }) => rendered(title, document)),
  ...[...orders, ...mutants].flatMap(({ title, document }) => rendered(title, document)),
  ...filesOf("examples-own/bad", "peppol"),
  ...examples,
]

type UnitCase = { name: string; rule: string; expected: string; xml: string }

/** OpenPeppol's own cases of the Danish rules: parts of documents, each with the rule it is about. */
const unitCases: UnitCase[] = (IS_LONG ? filesOf("unit-DK", "peppol") : []).flatMap(
  ({ name: file, xml }) =>
    [...xml.matchAll(/<test>.*?<\/test>/gs)].flatMap(([test], index) => {
      const [, expected, rule] = /<(success|error)[^>]*>([^<]*)</.exec(test) ?? []
      const [fragment] = /<(Invoice|CreditNote)\b.*<\/\1>/s.exec(test) ?? []
      if (expected === undefined || rule === undefined || fragment === undefined) return []
      return [{ name: `${file} ${index + 1}`, expected, rule: rule.trim(), xml: fragment }]
    })
)

const inLongRun = IS_LONG ? it : it.skip

const breaches = ({ schema, broken }: Verdict): string[] => [...schema, ...broken]

describeWithReferenceData(EINVOICE, "the official rules", () => {
  let verdicts: ReadonlyMap<string, Verdict> = new Map()

  const verdictOf = (name: string): Verdict => {
    const verdict = verdicts.get(name)
    if (!verdict) throw new Error(`Nothing was judged as "${name}".`)
    return verdict
  }

  beforeAll(() => {
    const judged = judge(cases, IS_LONG)
    verdicts = new Map(
      cases.flatMap(({ name }, index) => {
        const verdict = judged[index]
        return verdict ? [[name, verdict] as const] : []
      })
    )
  }, 3_600_000)

  it("fit every document that the schemas take", () => {
    expect(verdicts.size).toBe(cases.length)
    const taken = [...verdicts].filter(([, { schema }]) => schema.length === 0)
    expect(taken.length).toBeGreaterThan(cases.length / 2)
    expect(taken.filter(([, { fired }]) => fired === 0)).toEqual([])
  })

  it.each([
    ["bad-BRCO15-total.xml", "BR-CO-15"],
    ["bad-DKR002-no-cvr.xml", "DK-R-002"],
    ["bad-DKR005-code30.xml", "DK-R-005"],
    ["bad-DKR010-fik.xml", "DK-R-010"],
    ["bad-R003-no-reference.xml", "PEPPOL-EN16931-R003"],
    ["bad-R040-gln.xml", "PEPPOL-COMMON-R040"],
  ])("refuse %s by %s", (name, rule) => {
    expect(verdictOf(name).broken).toContain(rule)
  })

  inLongRun("take every example of others", () => {
    expect(examples.filter(({ name }) => isRefused(verdictOf(name)))).toEqual([])
  })

  inLongRun("judge their own unit cases as those say", () => {
    const judged = judge(
      unitCases.map(({ xml }) => ({ format: "fragment", xml })),
      true
    )
    expect(unitCases.length).toBeGreaterThan(100)
    const wrong = unitCases.filter(({ rule, expected }, index) => {
      const isBroken = judged[index]?.broken.includes(rule)
      return isBroken !== (expected === "error")
    })
    expect(wrong).toEqual([])
  })

  it.each(Object.keys(goldenDocuments))("take %s", (title) => {
    for (const format of FORMATS) expect(breaches(verdictOf(nameOf(title, format)))).toEqual([])
  })

  it.each(spoiltDocuments)("refuse $title where the check does", (spoilt) => {
    for (const format of FORMATS) {
      const verdict = verdictOf(nameOf(spoilt.title, format))
      const problems = checkEInvoice(spoilt.document, format).filter(
        ({ rule }) => !BEYOND.has(rule)
      )
      expect({ format, breaches: breaches(verdict), refused: problems.length > 0 }).toEqual({
        format,
        breaches: breaches(verdict),
        refused: isRefused(verdict),
      })
      const problem = problems.find(({ code }) => code === spoilt.code)
      const rule = problem && (spoilt.rules?.[format] ?? problem.rule)
      if (rule === "XSD") expect(verdict.schema).not.toEqual([])
      else if (rule !== undefined) expect(verdict.broken).toContain(rule)
    }
  })

  it.each([
    ["orders", orders],
    ["mutants", mutants],
  ])("say of random %s what the check says", (_, documents) => {
    const differing = documents.flatMap(({ title, document }) =>
      FORMATS.flatMap((format) => {
        const problems = checkEInvoice(document, format).filter(({ rule }) => !BEYOND.has(rule))
        const verdict = verdictOf(nameOf(title, format))
        const agree = isRefused(verdict) === problems.length > 0
        return agree ? [] : [{ title, format, problems, breaches: breaches(verdict) }]
      })
    )
    expect(differing).toEqual([])
  })

  it("take most orders and few mutants", () => {
    const taken = (documents: typeof orders) =>
      documents.filter(({ title }) =>
        FORMATS.every((format) => !isRefused(verdictOf(nameOf(title, format))))
      ).length
    expect(taken(orders)).toBeGreaterThan(ORDERS / 2)
    expect(taken(mutants)).toBeLessThan(ORDERS / 2)
  })
})
