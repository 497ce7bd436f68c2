import type { OverviewLocale } from "./say-task"

export type MonthlyFacts = {
  shop: string
  /** `YYYY-MM` in Denmark. */
  month: string
  /** Sentences that say what asks for staff, the most urgent first. */
  tasks: readonly string[]
  /** Things whose term ends this month. */
  dueThisMonth: number
  /** Things a store does before it opens that are not done. */
  setupMissing: number
  /** Where the overview is; null where Admin is served elsewhere. */
  url: string | null
}

type Words = {
  language: string
  subject: (tasks: number) => string
  head: (shop: string, month: string) => string
  tasks: string
  nothing: string
  due: (count: number, month: string) => string
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
    head: (shop, month) => `Sådan står det til med persondata hos ${shop} ved starten af ${month}.`,
    tasks: "Det kræver dig:",
    nothing: "Intet kræver dig lige nu.",
    due: (count, month) =>
      count === 0
        ? `Intet når sin slettefrist i ${month}.`
        : `${count.toString()} ting når deres slettefrist i ${month} og slettes af sig selv.`,
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
    head: (shop, month) => `How personal data stands at ${shop} at the beginning of ${month}.`,
    tasks: "This needs you:",
    nothing: "Nothing needs you just now.",
    due: (count, month) =>
      count === 0
        ? `Nothing reaches the end of its term in ${month}.`
        : `${count.toString()} ${count === 1 ? "thing reaches the end of its" : "things reach the end of their"} term in ${month} and ${count === 1 ? "goes" : "go"} by ${count === 1 ? "itself" : "themselves"}.`,
    setup: (count) =>
      count === 0
        ? "The store is set up."
        : `Setting up: ${count.toString()} ${count === 1 ? "point is" : "points are"} missing.`,
    see: (url) => `See it all: ${url}`,
    seeElsewhere: "See it all in Admin under Personal data.",
    foot: "This mail comes at the beginning of each month and holds numbers only. It is switched off with access: { monthlyMail: false }.",
  },
}

/** The owner's mail of a month. It names nobody. */
export const monthlyMail = (
  { shop, month, tasks, dueThisMonth, setupMissing, url }: MonthlyFacts,
  locale: OverviewLocale
): { subject: string; text: string } => {
  const words = WORDS[locale]
  const named = new Intl.DateTimeFormat(words.language, {
    ...{ month: "long", year: "numeric", timeZone: "UTC" },
  }).format(new Date(`${month}-01T00:00:00Z`))
  const asked =
    tasks.length === 0
      ? words.nothing
      : [words.tasks, ...tasks.map((says) => `- ${says}`)].join("\n")
  return {
    subject: words.subject(tasks.length),
    text: [
      words.head(shop, named),
      asked,
      `${words.due(dueThisMonth, named)}\n${words.setup(setupMissing)}`,
      url === null ? words.seeElsewhere : words.see(url),
      words.foot,
    ].join("\n\n"),
  }
}
