import type { LetterFacts, LetterLocale, LetterOutcome } from "./facts"
import { LETTER_WORDS } from "./words"
import type { LetterWords } from "./words"

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
  const { invoices_to_correct: invoices, decision, rules, ends_on: end } = outcome
  const { uncertain_orders: uncertain } = outcome
  return [
    ...(decision === null ? [] : [words.decision[decision]]),
    ...(end === null ? [] : [words.restrictedThrough(letterDay(end, locale))]),
    ...(rules === null ? [] : [words.rules(rules.map((rule) => rule[locale]))]),
    ...(invoices.length === 0 ? [] : [words.toCorrect(list(invoices))]),
    ...waitingTexts(outcome, words),
    ...(uncertain === 0 ? [] : [words.uncertain(uncertain)]),
  ].join("\n\n")
}

type Waiting = LetterOutcome["waiting"][number]

/** Reasons that are the law's: what is claimed or disputed is kept (GDPR Art. 17(3)(e)). */
const isClaimed = ({ reason }: Waiting): boolean => reason === "legal_hold" || reason === "dispute"

/** Reasons that are about the whole person and no order. */
const OWN_REASONS = ["ledger_unreachable", "not_erasable"]

/** What an erasure waits for and why, each reason in its own sentence. */
const waitingTexts = ({ waiting }: LetterOutcome, words: LetterWords): string[] => {
  const numbers = (rows: readonly Waiting[]) =>
    new Intl.ListFormat(words.language).format(
      rows.flatMap(({ display_id: id }) => (id === null ? [] : [id.toString()]))
    )
  const claimed = waiting.filter(isClaimed)
  const isStopped = waiting.some(({ reason }) => reason === "stopped")
  const isOwn = waiting.some(({ reason }) => OWN_REASONS.includes(reason))
  const open = numbers(waiting.filter((row) => !isClaimed(row)))
  // A hold on the person is about all there is.
  const isAll = claimed.some(({ display_id: id }) => id === null)
  return [
    ...(open === "" ? [] : [words.waiting(open)]),
    ...(claimed.length === 0 ? [] : [words.held(isAll ? "" : numbers(claimed))]),
    ...(isStopped ? [words.stopped] : []),
    ...(isOwn ? [words.notReady] : []),
  ]
}

/** What was done, on which day; of an erasure only what was erased. */
const doneText = (facts: LetterFacts, locale: LetterLocale): string => {
  const words = LETTER_WORDS[locale]
  const { kind, outcome, has_account: hasAccount } = facts
  const day = letterDay(facts.happened_on, locale)
  if (kind !== "erasure") return words.done[kind](day)
  if (outcome.erasure_id === null) return words.erased.nothing(day)
  return words.erased[hasAccount ? "account" : "data"](day)
}

const heldText = ({ outcome }: LetterFacts, locale: LetterLocale): string => {
  const words = LETTER_WORDS[locale]
  const { what_is_held: held, kept_documents: documents, kept_orders: orders } = outcome
  if (held === null) return ""
  if (held.length === 0) return documents.length + orders.length > 0 ? "" : words.holdsNothing
  return words.holds(held.map(({ title, rows }) => `${title}: ${rows.toString()}`))
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
    happened_on: day(facts.happened_on),
    answer_by: day(facts.answer_by),
    finish_by: facts.finish_by === null ? "" : day(facts.finish_by),
    /** What was done, on which day. */
    done: doneText(facts, locale),
    /** While an erasure waits: whether it has erased something yet. */
    begun: words.begun[outcome.erased?.some(({ rows }) => rows > 0) === false ? "none" : "some"],
    /** What is held about whoever asked; empty of other answers. */
    held: heldText(facts, locale),
    /** Staff's words, quoted. */
    reason: facts.reason === null ? "" : `${words.because}\n\n${quote(facts.reason)}`,
    /** The same words where they explain nothing that was said no to. */
    remark: facts.reason === null ? "" : `${words.remark}\n\n${quote(facts.reason)}`,
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
