import type { AskedField } from "./asked"
import type { BreachFacts } from "./facts"
import { missingInReport } from "./report"
import { REPORT_WORDS } from "./report-words"

const MINUTE_MS = 60 * 1000

type Reminded = { facts: BreachFacts; deadlineAt: Date; now: Date; isDrill: boolean }
type Locale = keyof typeof REPORT_WORDS

type Words = {
  title: Readonly<Record<"real" | "drill", (isLate: boolean) => string>>
  hours: (count: number) => string
  minutes: (count: number) => string
  limit: (at: string, left: string) => string
  late: (at: string) => string
  missing: (fields: string) => string
  rest: string
  drill: string
  fields: Readonly<Record<AskedField, string>>
}

/** Nobody affected is named: the feed is read by all staff. */
const WORDS: Readonly<Record<Locale, Words>> = {
  da: {
    title: {
      real: (isLate) =>
        isLate ? "Fristen til Datatilsynet er overskredet" : "Et brud skal anmeldes",
      drill: (isLate) => (isLate ? "ØVELSE: fristen er overskredet" : "ØVELSE: fristen løber"),
    },
    hours: (count) => (count === 1 ? "1 time" : `${count.toString()} timer`),
    minutes: (count) => (count === 1 ? "1 minut" : `${count.toString()} minutter`),
    limit: (at, left) => `Frist til Datatilsynet: ${at} (om ${left}). Tæller også weekend.`,
    late: (at) => `Fristen til Datatilsynet var ${at}. Anmeld nu, og skriv hvorfor det er sent.`,
    missing: (fields) => `Mangler: ${fields}.`,
    rest: "Du kan anmelde nu og sende resten senere.",
    drill: "Det er en øvelse: anmeld ikke noget.",
    fields: {
      kinds: "slags brud",
      nature: "hvad der skete",
      people_categories: "hvem det er om",
      people_count: "antal berørte",
      data_categories: "hvilke oplysninger",
      records_count: "antal registreringer",
      consequences: "konsekvenser",
      measures_taken: "hvad I har gjort",
    },
  },
  en: {
    title: {
      real: (isLate) =>
        isLate ? "The limit to the authority has passed" : "A breach is to be reported",
      drill: (isLate) => (isLate ? "DRILL: the limit has passed" : "DRILL: the limit runs"),
    },
    hours: (count) => (count === 1 ? "1 hour" : `${count.toString()} hours`),
    minutes: (count) => (count === 1 ? "1 minute" : `${count.toString()} minutes`),
    limit: (at, left) => `Limit to the authority: ${at} (in ${left}). Weekends count.`,
    late: (at) => `The limit to the authority was ${at}. Report now, and say why it is late.`,
    missing: (fields) => `Missing: ${fields}.`,
    rest: "You may report now and send the rest later.",
    drill: "This is a drill: report nothing.",
    fields: {
      kinds: "kind of breach",
      nature: "what happened",
      people_categories: "whom it is about",
      people_count: "number of people affected",
      data_categories: "which data",
      records_count: "number of records",
      consequences: "consequences",
      measures_taken: "what you have done",
    },
  },
}

/** Tuesday 24 November at 16:45, by the shop's clock. */
const momentOf = (at: Date, locale: Locale): string => {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(REPORT_WORDS[locale].language, {
      ...options,
      timeZone: "Europe/Copenhagen",
    }).format(at)
  // Formatted in one, Danish puts "den" between them.
  const day = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const
  return `${part({ weekday: "long" })} ${part(day)}`
}

/** Whole hours, and minutes when there are none. */
const spanOf = (ms: number, { hours, minutes }: Words): string => {
  const left = Math.floor(ms / MINUTE_MS)
  return left < 60 ? minutes(left) : hours(Math.floor(left / 60))
}

/** What staff is reminded of while the authority has not been told. */
export const breachReminder = (
  { facts, deadlineAt, now, isDrill }: Reminded,
  locale: Locale
): { title: string; text: string } => {
  const words = WORDS[locale]
  const left = deadlineAt.getTime() - now.getTime()
  const isLate = left < 0
  const at = momentOf(deadlineAt, locale)
  const missing = missingInReport(facts).map((field) => words.fields[field])
  return {
    title: words.title[isDrill ? "drill" : "real"](isLate),
    text: [
      isLate ? words.late(at) : words.limit(at, spanOf(left, words)),
      ...(missing.length === 0 ? [] : [words.missing(missing.join(", "))]),
      ...(isLate ? [] : [words.rest]),
      ...(isDrill ? [words.drill] : []),
    ].join(" "),
  }
}
