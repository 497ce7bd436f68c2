import type { LetterFacts, LetterLocale } from "./facts"
import { LETTER_WORDS } from "./words"

/** A day as it stands in a letter: 31. december 2030, 31 December 2030. */
export const letterDay = (day: string, locale: LetterLocale): string =>
  new Intl.DateTimeFormat(LETTER_WORDS[locale].language, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`))

/** Staff's words stand behind `>`, so that they cannot pass for the letter's own. */
export const quote = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n")

/** What a law keeps, with the last day of each, and what that means; empty when nothing is. */
const keptText = ({ outcome }: LetterFacts, locale: LetterLocale): string => {
  const words = LETTER_WORDS[locale]
  const { kept_documents: documents, kept_orders: orders } = outcome
  const rows = [
    ...documents.map(({ number, ...row }) => ({ ...row, what: words.list.document(number) })),
    ...orders.map(({ display_id: id, ...row }) => ({
      ...row,
      what: words.list.order(id.toString()),
    })),
  ]
  if (rows.length === 0) return ""
  const lines = rows.map(
    ({ what, law, keep_through: day }) =>
      `- ${words.kept(what, law, day === null ? null : letterDay(day, locale))}`
  )
  return `${[words.keptIntro, ...lines].join("\n")}\n\n${words.keptUse}`
}

/** What came of it beside what is kept, as paragraphs. */
const resultText = ({ outcome }: LetterFacts, locale: LetterLocale): string => {
  const words = LETTER_WORDS[locale]
  const list = (items: readonly string[]) => new Intl.ListFormat(words.language).format(items)
  const { waiting, invoices_to_correct: invoices, decision, rules, ends_on: end } = outcome
  const orders = waiting.flatMap(({ display_id: id }) => (id === null ? [] : [id.toString()]))
  return [
    ...(decision === null ? [] : [words.decision[decision]]),
    ...(end === null ? [] : [words.restrictedThrough(letterDay(end, locale))]),
    ...(rules === null ? [] : [words.rules(rules.map((rule) => rule[locale]))]),
    ...(invoices.length === 0 ? [] : [words.toCorrect(list(invoices))]),
    ...(orders.length === 0 ? [] : [words.waiting(list(orders))]),
  ].join("\n\n")
}

/** The sentences a letter is made of; what the case does not have is empty. */
export const letterParts = (facts: LetterFacts, locale: LetterLocale) => {
  const words = LETTER_WORDS[locale]
  const { shop, outcome } = facts
  const day = (value: string) => letterDay(value, locale)
  const names = new Intl.ListFormat(words.language).format(outcome.recipients)
  return {
    hello: words.hello(facts.name),
    request: words.request[facts.kind],
    received_on: day(facts.received_on),
    answer_by: day(facts.answer_by),
    finish_by: facts.finish_by === null ? "" : day(facts.finish_by),
    /** What was done, on which day. */
    done: words.done[facts.kind](day(facts.happened_on)),
    /** Staff's words, quoted. */
    reason: facts.reason === null ? "" : `${words.because}\n\n${quote(facts.reason)}`,
    ground: facts.ground === null ? "" : words.ground[facts.ground],
    /** What else came of it: a reviewed decision, invoices to credit, orders that are waited for. */
    result: resultText(facts, locale),
    /** What is kept until when, because of which law. */
    kept: keptText(facts, locale),
    recipients: outcome.recipients.length === 0 ? "" : words.recipients(names),
    complaint: words.complaint,
    sender: [shop.name, shop.email, ...(shop.phone === null ? [] : [shop.phone])].join("\n"),
  }
}

export type LetterParts = ReturnType<typeof letterParts>
