import { z } from "@medusajs/framework/zod"
import { LETTER_LOCALES, LETTER_TEMPLATES, parseOutcome, WITH_COMPLAINT } from "./facts"
import type { LetterFacts, LetterLocale, LetterTemplate, LetterText } from "./facts"
import { letterParts } from "./parts"
import type { LetterParts } from "./parts"
import { shippedLetter } from "./shipped"
import { lazy } from "../../../../shared/lazy"

const textSchema = lazy(() =>
  z.strictObject({
    subject: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(20_000),
  })
)

/** A letter that the store writes itself: from the facts, with the sentences the shipped one is made of. */
export type LetterFunction = (facts: LetterFacts, parts: LetterParts) => LetterText

const functionSchema = lazy(() =>
  z.custom<LetterFunction>(
    (value) => typeof value === "function",
    "must be { subject, text } or a function that gives them"
  )
)

const ownSchema = lazy(() => z.union([textSchema(), functionSchema()]))

export const letterTemplatesSchema = lazy(() =>
  z
    .partialRecord(z.enum(LETTER_TEMPLATES), z.partialRecord(z.enum(LETTER_LOCALES), ownSchema()))
    .default({})
)

export type LetterTemplates = z.infer<ReturnType<typeof letterTemplatesSchema>>

const MARK = /\{\{(\w+)\}\}/g

const isPart = (name: string, parts: LetterParts): name is keyof LetterParts => name in parts

/** Marks are filled in once: what stands in a part, such as staff's words, is never read as a mark. */
const fill = (text: string, parts: LetterParts): string =>
  text.replace(MARK, (mark, name: string) => (isPart(name, parts) ? parts[name] : mark))

/**
 * The letter as it is sent, by the store's own template when there is one.
 *
 * @throws what a store's function throws, or a ZodError when it gives no letter
 */
export const renderLetter = (
  templates: LetterTemplates,
  { template, locale }: { template: LetterTemplate; locale: LetterLocale },
  facts: LetterFacts
): LetterText => {
  const own = templates[template]?.[locale]
  if (own === undefined) return shippedLetter(template, locale, facts)
  const parts = letterParts(facts, locale)
  if (typeof own === "function") return textSchema().parse(own(facts, parts))
  return { subject: fill(own.subject, parts), text: fill(own.text, parts) }
}

const SAMPLE_REASON = "dk-sample-reason"

const SAMPLE: LetterFacts = {
  shop: { name: "Butik", email: "butik@butik.example", phone: null },
  kind: "erasure",
  name: "Ane",
  has_account: true,
  received_on: "2026-01-31",
  answer_by: "2026-02-28",
  happened_on: "2026-02-10",
  reason: SAMPLE_REASON,
  ground: "excessive",
  finish_by: "2026-12-20",
  outcome: parseOutcome({
    kept_documents: [{ number: "10431", keep_through: "2030-12-31", law: "bogføringsloven § 12" }],
  }),
}

const lacksComplaint = (text: string): boolean =>
  !text.includes("Datatilsynet") || !/domstol|court/i.test(text)

const problemOf = (
  templates: LetterTemplates,
  template: LetterTemplate,
  locale: LetterLocale
): string | null => {
  const own = templates[template]?.[locale]
  if (own === undefined) return null
  if (typeof own !== "function") {
    const parts = letterParts(SAMPLE, locale)
    const marks = Array.from(`${own.subject}${own.text}`.matchAll(MARK), ([, name = ""]) => name)
    const unknown = marks.find((name) => !isPart(name, parts))
    if (unknown !== undefined) return `has a mark that is not known: {{${unknown}}}`
  }
  try {
    const { text } = renderLetter(templates, { template, locale }, SAMPLE)
    if (WITH_COMPLAINT.includes(template) && lacksComplaint(text)) {
      return "must tell of the complaint to Datatilsynet and of the courts (GDPR Art. 12(4))"
    }
    const mustSayWhy = template === "refusal" || template === "extension"
    return mustSayWhy && !text.includes(SAMPLE_REASON)
      ? "must give the reasons (GDPR Art. 12(3)-(4))"
      : null
  } catch {
    return "gives no { subject, text } for a sample request"
  }
}

/** The first template of the store's that cannot be used, by its place in the options, and why; null when all can. */
export const findTemplateProblem = (
  templates: LetterTemplates
): { path: string; problem: string } | null => {
  for (const template of LETTER_TEMPLATES) {
    for (const locale of LETTER_LOCALES) {
      const problem = problemOf(templates, template, locale)
      if (problem !== null) return { path: `${template}.${locale}`, problem }
    }
  }
  return null
}
