import { missingInReport } from "./report"
import type { AskedField } from "./asked"
import type { BreachFacts } from "./facts"
import { REPORT_WORDS } from "./report-words"

const HOUR_MS = 3600 * 1000

type Reminded = { facts: BreachFacts; deadlineAt: Date; now: Date; isDrill: boolean }
type Locale = keyof typeof REPORT_WORDS

/** Nobody affected is named: the feed is read by all staff. */
const WORDS = {
  da: {
    drill: "ØVELSE: ",
    title: (isLate: boolean) =>
      isLate ? "Fristen til Datatilsynet er overskredet" : "Et brud skal anmeldes",
    deadline: (at: string, hours: number) =>
      hours < 0
        ? `Fristen til Datatilsynet var ${at}. Anmeld nu, og skriv hvorfor det er sent.`
        : `Frist til Datatilsynet: ${at} (om ${hours.toString()} timer). Tæller også weekend.`,
    missing: (fields: string) => `Mangler: ${fields}.`,
    rest: "Du kan anmelde nu og sende resten senere.",
  },
  en: {
    drill: "DRILL: ",
    title: (isLate: boolean) =>
      isLate ? "The limit to the authority has passed" : "A breach is to be reported",
    deadline: (at: string, hours: number) =>
      hours < 0
        ? `The limit to the authority was ${at}. Report now, and say why it is late.`
        : `Limit to the authority: ${at} (in ${hours.toString()} hours). Weekends count.`,
    missing: (fields: string) => `Missing: ${fields}.`,
    rest: "You may report now and send the rest later.",
  },
} as const

/** Tuesday 24 November at 16:45, by the shop's clock. */
const momentOf = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(REPORT_WORDS[locale].language, {
    ...{ weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
    timeZone: "Europe/Copenhagen",
  }).format(at)

/** What staff is reminded of while the authority has not been told. */
export const breachReminder = (
  { facts, deadlineAt, now, isDrill }: Reminded,
  locale: Locale
): { title: string; text: string } => {
  const words = WORDS[locale]
  const hours = Math.floor((deadlineAt.getTime() - now.getTime()) / HOUR_MS)
  const name = (field: AskedField) => REPORT_WORDS[locale].fields[field].toLowerCase()
  const missing = new Intl.ListFormat(REPORT_WORDS[locale].language).format(
    missingInReport(facts).map(name)
  )
  return {
    title: `${isDrill ? words.drill : ""}${words.title(hours < 0)}`,
    text: [
      words.deadline(momentOf(deadlineAt, locale), hours),
      ...(missing === "" ? [] : [words.missing(missing)]),
      ...(hours < 0 ? [] : [words.rest]),
    ].join(" "),
  }
}
