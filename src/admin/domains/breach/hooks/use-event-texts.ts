import { useTranslation } from "react-i18next"
import type { AdminBreachEvent } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"

const TIMES = ["aware_at", "detected_at", "occurred_from", "occurred_to"] as const
const LISTS = [
  { name: "kinds", words: "kind" },
  { name: "people_categories", words: "people" },
  { name: "data_categories", words: "data" },
] as const
const COUNTS = ["people_count", "records_count"] as const
const TEXTS = [
  ...(["title", "nature", "consequences", "measures_taken"] as const),
  ...(["measures_planned", "processor", "contact"] as const),
]

type Values = Readonly<Record<string, unknown>>

const isValues = (value: unknown): value is Values => typeof value === "object" && value !== null

/** What a version of the facts says, each as a line with its name; what was not known is left out. */
const useFactLines = (): ((facts: unknown) => string[]) => {
  const { t, i18n } = useTranslation("dkBreaches")
  return (facts) => {
    if (!isValues(facts)) return []
    const line = (name: string, value: string) =>
      value === "" ? [] : [`${t(`field.${name}`)}: ${value}`]
    const text = (name: string): string => {
      const value = facts[name]
      return typeof value === "string" ? value : ""
    }
    return [
      ...TEXTS.flatMap((name) => line(name, text(name))),
      ...TIMES.flatMap((name) => {
        const at = text(name)
        return line(name, at === "" ? "" : formatMoment(at, i18n.language))
      }),
      ...LISTS.flatMap(({ name, words }) => {
        const values = facts[name]
        const known = Array.isArray(values) ? values : []
        return line(name, known.map((value) => t(`${words}.${String(value)}`)).join("; "))
      }),
      ...COUNTS.flatMap((name) => {
        const value = facts[name]
        return line(name, typeof value === "number" ? value.toLocaleString(i18n.language) : "")
      }),
    ]
  }
}

/** What an event holds that is too long to stand open: the facts, or the texts of a notice, as they were then. */
export const useEventTexts = (): ((event: AdminBreachEvent) => string[]) => {
  const { t } = useTranslation("dkBreachPeople")
  const factLines = useFactLines()
  return ({ data }) => {
    const { texts } = data
    const notice = (["da", "en"] as const).flatMap((locale) => {
      const one = isValues(texts) ? texts[locale] : null
      if (!isValues(one)) return []
      return [`${t(`notice.locale.${locale}`)}: ${String(one.subject)}\n${String(one.text)}`]
    })
    return [...factLines(data.facts), ...notice]
  }
}
