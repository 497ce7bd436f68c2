import type { NoticeText } from "./events"
import type { BreachFacts } from "./facts"
import type { ReportParts } from "./report"
import { REPORT_WORDS } from "./report-words"

type Locale = keyof typeof REPORT_WORDS

/** What a notice to people must say (GDPR Art. 34(2)), as fields of the facts. */
export const missingInNotice = (facts: BreachFacts): (keyof BreachFacts)[] =>
  (["nature", "data_categories", "consequences", "measures_taken"] as const).filter(
    (field) => facts[field].length === 0
  )

const WORDS = {
  da: {
    subject: (shop: string) => `Vigtigt om dine oplysninger hos ${shop}`,
    drill: "ØVELSE. ",
    intro:
      "Vi skriver, fordi der er sket et brud på sikkerheden, som kan berøre oplysninger om dig.",
    nature: "Hvad der er sket",
    data: "Hvilke oplysninger det kan være",
    consequences: "Hvad det kan betyde for dig",
    measures: "Hvad vi har gjort, og hvad vi gør",
    contact: "Spørg os",
    complaint: "Du kan også klage til Datatilsynet (datatilsynet.dk).",
  },
  en: {
    subject: (shop: string) => `Important: about your data at ${shop}`,
    drill: "DRILL. ",
    intro: "We are writing because of a security breach that may concern data about you.",
    nature: "What happened",
    data: "Which data it may be",
    consequences: "What it can mean for you",
    measures: "What we have done, and are doing",
    contact: "Ask us",
    complaint: "You may also complain to the Danish Data Protection Agency (datatilsynet.dk).",
  },
} as const

type NoticeParts = Pick<ReportParts, "controller" | "facts" | "is_drill">

/** A notice to begin from, in plain words and with nothing else in it (GDPR Art. 34(2)); staff reads and mends it. */
export const draftNotice = (
  { controller, facts, is_drill: isDrill }: NoticeParts,
  locale: Locale
): NoticeText => {
  const words = WORDS[locale]
  const { language, data } = REPORT_WORDS[locale]
  const list = new Intl.ListFormat(language).format(facts.data_categories.map((one) => data[one]))
  const parts = [
    [words.nature, facts.nature],
    [words.data, list],
    [words.consequences, facts.consequences],
    [words.measures, [facts.measures_taken, facts.measures_planned].filter(Boolean).join("\n")],
    [
      words.contact,
      facts.contact ||
        [controller.name, controller.email, controller.phone ?? ""].filter(Boolean).join(", "),
    ],
  ]
  return {
    subject: `${isDrill ? words.drill : ""}${words.subject(controller.name)}`,
    text: [
      words.intro,
      ...parts.flatMap(([head, text]) => (text ? [`${head ?? ""}\n${text}`] : [])),
      words.complaint,
      controller.name,
    ].join("\n\n"),
  }
}
