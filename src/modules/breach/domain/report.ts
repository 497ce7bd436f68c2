import { ASKED } from "./asked"
import type { AskedField } from "./asked"
import type { BreachAssessment } from "./events"
import type { BreachFacts } from "./facts"
import { REPORT_WORDS } from "./report-words"

const isEmpty = (value: string | number | readonly string[] | null): boolean =>
  value === null || (typeof value !== "number" && value.length === 0)

/** What a report to the authority still lacks, in the order it is asked for. */
export const missingInReport = (facts: BreachFacts): AskedField[] =>
  ASKED.filter((field) => isEmpty(facts[field]))

export type ReportParts = {
  controller: {
    name: string
    cvr: string
    address: string
    email: string
    phone?: string | undefined
  }
  facts: BreachFacts
  assessment: BreachAssessment | null
  delay_reasons: string | null
  /** Whether it is told too late and nobody has said why. */
  owes_reasons: boolean
  is_drill: boolean
}

type Locale = keyof typeof REPORT_WORDS

/** A moment as the shop's clock shows it: 24. november 2026 kl. 16.45. */
export const shopTime = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(REPORT_WORDS[locale].language, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Copenhagen",
  }).format(new Date(at))

const contactOf = ({ controller, facts }: ReportParts): string =>
  facts.contact === ""
    ? [controller.name, controller.email, controller.phone ?? ""].filter(Boolean).join(", ")
    : facts.contact

const occurredIn = ({ occurred_from: from, occurred_to: to }: BreachFacts, locale: Locale) =>
  [from, to]
    .flatMap((at) => (at === null ? [] : [shopTime(at, locale)]))
    .filter((at, index, all) => all.indexOf(at) === index)
    .join(" – ")

type Row = { label: string; value: string }

const rowsOf = (parts: ReportParts, locale: Locale): Row[] => {
  const words = REPORT_WORDS[locale]
  const { controller, facts, assessment } = parts
  const list = (items: readonly string[]) => new Intl.ListFormat(words.language).format(items)
  const time = (at: string | null) => (at === null ? "" : shopTime(at, locale))
  const count = (value: number | null) => value?.toLocaleString(words.language) ?? ""
  const { fields } = words
  const optional = (label: string, value: string | null): Row[] =>
    value === null || value === "" ? [] : [{ label, value }]
  return [
    {
      label: fields.controller,
      value: `${controller.name}, CVR ${controller.cvr}, ${controller.address}`,
    },
    { label: fields.contact, value: contactOf(parts) },
    ...optional(fields.processor, facts.processor),
    { label: fields.kinds, value: list(facts.kinds.map((kind) => words.kinds[kind])) },
    { label: fields.occurred, value: occurredIn(facts, locale) },
    { label: fields.detected_at, value: time(facts.detected_at) },
    { label: fields.aware_at, value: time(facts.aware_at) },
    { label: fields.nature, value: facts.nature },
    {
      label: fields.people_categories,
      value: list(facts.people_categories.map((one) => words.people[one])),
    },
    { label: fields.people_count, value: count(facts.people_count) },
    {
      label: fields.data_categories,
      value: list(facts.data_categories.map((one) => words.data[one])),
    },
    { label: fields.records_count, value: count(facts.records_count) },
    { label: fields.consequences, value: facts.consequences },
    ...(assessment === null
      ? []
      : [
          { label: fields.risk, value: words.risks[assessment.risk] },
          { label: fields.reasoning, value: assessment.reasoning },
        ]),
    { label: fields.measures_taken, value: facts.measures_taken },
    ...optional(fields.measures_planned, facts.measures_planned),
    ...(parts.owes_reasons
      ? [{ label: fields.delay_reasons, value: "" }]
      : optional(fields.delay_reasons, parts.delay_reasons)),
  ]
}

/** The report as text to paste into the authority's form; what is not known is said to be so. */
export const renderReport = (parts: ReportParts, locale: Locale): string => {
  const words = REPORT_WORDS[locale]
  const rows = rowsOf(parts, locale).map(
    ({ label, value }) => `${label}\n${value || words.unknown}`
  )
  const head = parts.is_drill ? [words.drill, words.title] : [words.title]
  return `${[head.join("\n"), ...rows].join("\n\n")}\n`
}

/** The same for a machine: fields by the names of this plugin, moments in UTC. */
export const reportJson = ({
  controller,
  facts,
  assessment,
  delay_reasons,
  owes_reasons,
  is_drill,
}: ReportParts) => ({
  ...{ is_drill, controller, breach: facts, risk: assessment?.risk ?? null },
  reasoning: assessment?.reasoning ?? null,
  delay_reasons,
  missing: [...missingInReport(facts), ...(owes_reasons ? ["delay_reasons"] : [])],
})
