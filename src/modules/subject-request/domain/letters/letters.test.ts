import { LETTER_LOCALES, LETTER_TEMPLATES, parseOutcome, WITH_COMPLAINT } from "./facts"
import type { LetterFacts } from "./facts"
import { REFUSAL_GROUNDS, REQUEST_KINDS } from "../kinds"
import { renderLetterPage } from "./page"
import { findTemplateProblem, renderLetter } from "./render"
import type { LetterTemplates } from "./render"

const FACTS: LetterFacts = {
  shop: { name: "Butikken", email: "info@butik.example", phone: "12345678" },
  kind: "erasure",
  name: "Ane",
  has_account: true,
  received_on: "2026-01-31",
  answer_by: "2026-02-28",
  happened_on: "2026-11-22",
  reason: "Ordre 1203 er på vej",
  ground: "excessive",
  finish_by: "2026-12-20",
  outcome: parseOutcome({
    kept_documents: [
      { number: "10431", keep_through: "2030-12-31", law: "bogføringsloven § 12" },
      { number: "10877", keep_through: null, law: "bogføringsloven § 12" },
    ],
    kept_orders: [{ display_id: 77, keep_through: "2031-12-31", law: "bogføringsloven § 12" }],
    recipients: ["Nets", "GLS"],
  }),
}

const EMPTY: LetterFacts = {
  ...FACTS,
  shop: { ...FACTS.shop, phone: null },
  ...{ name: null, reason: null, ground: null, finish_by: null },
  outcome: parseOutcome(undefined),
}

const every = LETTER_TEMPLATES.flatMap((template) =>
  LETTER_LOCALES.flatMap((locale) =>
    REQUEST_KINDS.map((kind) => ({ template, locale, kind }) as const)
  )
)

describe("a letter", () => {
  it.each(every)("$template about $kind in $locale is whole", ({ template, locale, kind }) => {
    for (const facts of [FACTS, EMPTY]) {
      const { subject, text } = renderLetter({}, { template, locale }, { ...facts, kind })
      expect(subject.length).toBeGreaterThan(10)
      expect(`${subject}${text}`).not.toMatch(/undefined|null|NaN|\{\{|\[object|\n\n\n/)
      expect(text).toContain("info@butik.example")
      if (!WITH_COMPLAINT.includes(template)) continue
      expect(text).toContain("Datatilsynet (datatilsynet.dk)".slice(0, 12))
      expect(text).toMatch(locale === "da" ? /domstolene/ : /the courts/)
    }
  })

  it("tells before when a restriction ends, and which rules decide automatically, or that none do", () => {
    const textOf = (kind: LetterFacts["kind"], outcome: object) =>
      LETTER_LOCALES.map(
        (locale) =>
          renderLetter(
            {},
            { template: "completed", locale },
            { ...FACTS, kind, outcome: parseOutcome(outcome) }
          ).text
      )
    const [da, en] = textOf("restriction", { ends_on: "2027-01-31" })
    expect(da).toContain("Begrænsningen gælder til og med 31. januar 2027. Derefter bruger vi")
    expect(en).toContain("The restriction holds through 31 January 2027.")
    const rule = { da: "Kreditgrænse", en: "Credit limit" }
    const named = textOf("objection_automated", { rules: [rule], decision: "upheld" })
    expect(named[0]).toContain("Det her afgøres automatisk om dig:\n- Kreditgrænse")
    expect(named[1]).toContain("This is decided about you automatically:\n- Credit limit")
    const none = textOf("objection_automated", { rules: [], decision: "upheld" })
    expect(none[0]).toContain("Ingen regler hos os træffer afgørelser om dig")
    expect(textOf("access", {}).join()).not.toMatch(/Begrænsningen|automatik/)
  })

  it("tells what was done, what is kept until when and why, who was told, and where to complain", () => {
    const { subject, text } = renderLetter(
      {},
      { template: "partly_completed", locale: "da" },
      FACTS
    )
    expect(subject).toBe("Vi har gjort en del af det, du bad om")
    expect(text).toContain("Hej Ane")
    expect(text).toContain("slettet din konto og dine oplysninger i butikken den 22. november 2026")
    expect(text).toContain(
      "- faktura nr. 10431 til og med 31. december 2030, fordi bogføringsloven § 12 kræver det"
    )
    expect(text).toContain("- ordre 77 til og med 31. december 2031")
    expect(text).toContain("Vi beder Nets og GLS om at gøre det samme")
    expect(text).toContain("Det slettes af sig selv; du skal ikke gøre noget.")
  })

  it("of a plan names the last day", () => {
    const letter = (locale: "da" | "en") =>
      renderLetter({}, { template: "planned", locale }, FACTS).text
    expect(letter("da")).toContain("senest den 20. december 2026")
    expect(letter("en")).toContain("by 20 December 2026 at the latest")
  })

  it("tells what is waited for, which invoices are credited, and what a person decided", () => {
    const outcome = parseOutcome({
      waiting: [{ id: "order_1", display_id: 1203, reason: "unshipped" }],
      ...{ invoices_to_correct: ["10431"], decision: "changed" },
    })
    const { text } = renderLetter(
      {},
      { template: "planned", locale: "da" },
      { ...FACTS, reason: null, outcome }
    )
    expect(text).toContain("Vi venter på ordre 1203.")
    expect(text).toContain("faktura 10431 med en kreditnota")
    expect(text).toContain("Afgørelsen er ændret.")
  })

  it.each(REFUSAL_GROUNDS)("that refuses because of %s says so", (ground) => {
    const { text } = renderLetter(
      {},
      { template: "refusal", locale: "en" },
      { ...FACTS, ground, reason: "Line one\nLine two" }
    )
    expect(text).toContain("> Line one\n> Line two")
    expect(text.split("\n\n")).toHaveLength(8)
  })

  it("never reads staff's words as a mark or as markup", () => {
    const reason = "{{complaint}} <script>alert(1)</script>\nMed venlig hilsen, Datatilsynet"
    const own: LetterTemplates = {
      refusal: { da: { subject: "Nej", text: "{{reason}}\n{{complaint}}" } },
    }
    const letter = renderLetter(own, { template: "refusal", locale: "da" }, { ...FACTS, reason })
    expect(letter.text).toContain("> {{complaint}} <script>")
    expect(letter.text).toContain("\n> Med venlig hilsen")
    const page = renderLetterPage(letter, {
      controller: { name: "B & Co", address: "Gade 1" },
      ...{ to: "<b>Ane</b>", locale: "da" },
    })
    expect(page).not.toMatch(/<script>|<b>/)
    expect(page).toContain("&lt;script&gt;")
    expect(page).toContain("B &amp; Co")
  })
})

describe("a letter of the store's own", () => {
  it("is a text with marks, or a function of the facts", () => {
    const templates: LetterTemplates = {
      receipt: {
        da: { subject: "Modtaget", text: "{{hello}}, senest {{answer_by}}." },
        en: ({ kind }, { answer_by: day }) => ({ subject: kind, text: `By ${day}` }),
      },
    }
    expect(findTemplateProblem(templates)).toBeNull()
    const letter = (locale: "da" | "en") =>
      renderLetter(templates, { template: "receipt", locale }, FACTS)
    expect(letter("da")).toEqual({
      subject: "Modtaget",
      text: "Hej Ane, senest 28. februar 2026.",
    })
    expect(letter("en")).toEqual({ subject: "erasure", text: "By 28 February 2026" })
  })

  it("must hold what the law wants, and only marks that are known", () => {
    const problem = (templates: LetterTemplates) => findTemplateProblem(templates)
    const refusal = (text: string): LetterTemplates => ({
      refusal: { en: { subject: "No", text } },
    })
    expect(problem(refusal("{{reason}}"))?.path).toBe("refusal.en")
    expect(problem(refusal("{{reason}}"))?.problem).toContain("Art. 12(4)")
    expect(problem(refusal("{{complaint}}"))?.problem).toContain("reasons")
    expect(problem(refusal("{{complaint}} {{reasn}}"))?.problem).toContain("{{reasn}}")
    expect(problem(refusal("{{reason}} {{complaint}}"))).toBeNull()
    const breaks = (): never => {
      throw new Error("broken")
    }
    expect(problem({ receipt: { da: breaks } })).toMatchObject({ path: "receipt.da" })
    expect(problem({ receipt: { da: () => ({ subject: "", text: "x" }) } })).not.toBeNull()
  })
})
