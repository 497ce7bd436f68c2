import type { OverviewLocale } from "./say-task"

export type MonthlyFacts = {
  shop: string
  /** `YYYY-MM` in Denmark. */
  month: string
  /** Sentences that say what asks for staff, the most urgent first. */
  tasks: readonly string[]
  /** Names of areas that could not be read. */
  failed: readonly string[]
  /** Things whose term ends this month; null where that could not be read. */
  dueThisMonth: number | null
  /** Last day of the stop on erasing, `YYYY-MM-DD`; null when nothing is stopped. */
  stoppedUntil: string | null
  /** Things a store does before it opens that are not done; null where that could not be read. */
  setupMissing: number | null
  /** Where the overview is; null where Admin is served elsewhere. */
  url: string | null
}

type Words = {
  language: string
  subject: (tasks: number) => string
  unreadSubject: string
  head: (shop: string, month: string) => string
  tasks: string
  nothing: string
  unread: (areas: string) => string
  due: (count: number, month: string) => string
  /** Ends the sentence of what is due. */
  goes: (count: number) => string
  stopped: (day: string) => string
  setup: (count: number) => string
  see: (url: string) => string
  seeElsewhere: string
  foot: string
}

const WORDS: Readonly<Record<OverviewLocale, Words>> = {
  da: {
    language: "da-DK",
    subject: (count) =>
      count === 0
        ? "Persondata: intet kræver dig"
        : `Persondata: ${count.toString()} ting kræver dig`,
    unreadSubject: "Persondata: noget kunne ikke læses",
    head: (shop, month) => `Sådan står det til med persondata hos ${shop} ved starten af ${month}.`,
    tasks: "Det kræver dig:",
    nothing: "Intet kræver dig lige nu.",
    unread: (areas) => `Vi kunne ikke læse: ${areas}. Vi ved derfor ikke, om noget der kræver dig.`,
    due: (count, month) =>
      count === 0
        ? `Intet når sin slettefrist i ${month}`
        : `${count.toString()} ting når deres slettefrist i ${month}`,
    goes: () => " og slettes af sig selv",
    stopped: (day) => `Sletning er stoppet til og med ${day}.`,
    setup: (count) =>
      count === 0 ? "Opsætningen er færdig." : `Opsætning: ${count.toString()} punkter mangler.`,
    see: (url) => `Se det hele: ${url}`,
    seeElsewhere: "Se det hele i Admin under Persondata.",
    foot: "Mailen kommer i begyndelsen af hver måned og indeholder kun tal. Den slås fra med access: { monthlyMail: false }.",
  },
  en: {
    language: "en-GB",
    subject: (count) =>
      count === 0
        ? "Personal data: nothing needs you"
        : `Personal data: ${count.toString()} ${count === 1 ? "thing needs" : "things need"} you`,
    unreadSubject: "Personal data: something could not be read",
    head: (shop, month) => `How personal data stands at ${shop} at the beginning of ${month}.`,
    tasks: "This needs you:",
    nothing: "Nothing needs you just now.",
    unread: (areas) =>
      `We could not read: ${areas}. So we do not know whether anything there needs you.`,
    due: (count, month) =>
      count === 0
        ? `Nothing reaches the end of its term in ${month}`
        : `${count.toString()} ${count === 1 ? "thing reaches the end of its" : "things reach the end of their"} term in ${month}`,
    goes: (count) =>
      ` and ${count === 1 ? "goes" : "go"} by ${count === 1 ? "itself" : "themselves"}`,
    stopped: (day) => `Erasing is stopped until ${day} inclusive.`,
    setup: (count) =>
      count === 0
        ? "The store is set up."
        : `Setting up: ${count.toString()} ${count === 1 ? "point is" : "points are"} missing.`,
    see: (url) => `See it all: ${url}`,
    seeElsewhere: "See it all in Admin under Personal data.",
    foot: "This mail comes at the beginning of each month and holds numbers only. It is switched off with access: { monthlyMail: false }.",
  },
}

type Said = { words: Words; month: string }

const dueLines = (
  { dueThisMonth: due, stoppedUntil }: MonthlyFacts,
  { words, month }: Said
): string[] => {
  if (due === null) return []
  if (stoppedUntil !== null) {
    const day = new Intl.DateTimeFormat(words.language, { dateStyle: "long", timeZone: "UTC" })
    return [`${words.due(due, month)}. ${words.stopped(day.format(new Date(stoppedUntil)))}`]
  }
  return [`${words.due(due, month)}${due === 0 ? "" : words.goes(due)}.`]
}

const askedLines = ({ tasks, failed }: MonthlyFacts, words: Words): string[] => {
  const areas = new Intl.ListFormat(words.language).format(failed)
  return [
    ...(tasks.length > 0 ? [[words.tasks, ...tasks.map((says) => `- ${says}`)].join("\n")] : []),
    ...(failed.length > 0 ? [words.unread(areas)] : []),
    ...(tasks.length + failed.length === 0 ? [words.nothing] : []),
  ]
}

/** The owner's mail of a month. It names nobody. */
export const monthlyMail = (
  facts: MonthlyFacts,
  locale: OverviewLocale
): { subject: string; text: string } => {
  const { shop, tasks, failed, setupMissing, url } = facts
  const words = WORDS[locale]
  const month = new Intl.DateTimeFormat(words.language, {
    ...{ month: "long", year: "numeric", timeZone: "UTC" },
  }).format(new Date(`${facts.month}-01T00:00:00Z`))
  const told = [
    ...dueLines(facts, { words, month }),
    ...(setupMissing === null ? [] : [words.setup(setupMissing)]),
  ]
  return {
    subject:
      tasks.length === 0 && failed.length > 0 ? words.unreadSubject : words.subject(tasks.length),
    text: [
      words.head(shop, month),
      ...askedLines(facts, words),
      ...(told.length === 0 ? [] : [told.join("\n")]),
      url === null ? words.seeElsewhere : words.see(url),
      words.foot,
    ].join("\n\n"),
  }
}
