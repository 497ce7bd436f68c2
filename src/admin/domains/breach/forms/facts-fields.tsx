import { useTranslation } from "react-i18next"
import { TextField } from "../../../shared/text-field"
import { isCount } from "../facts-draft"
import type { FactsDraft } from "../facts-draft"
import { DATA, KINDS, PEOPLE } from "../words"
import { CheckList } from "./check-list"

export type FactsFieldsProps = {
  draft: FactsDraft
  problemOf: (field: string) => string | null
  onChange: (change: Partial<FactsDraft>) => void
}

type TextName = {
  [Name in keyof FactsDraft]: FactsDraft[Name] extends string ? Name : never
}[keyof FactsDraft]

/** Fields whose hint says something the label does not. */
const HINTED: readonly TextName[] = [
  "title",
  "occurred_from",
  "aware_at",
  "nature",
  "records_count",
  "people_count",
  "contact",
  "consequences",
]

type FactFieldProps = FactsFieldsProps & { name: TextName }

/** How each is typed. */
const INPUTS: Readonly<
  Partial<Record<TextName, { rows?: number; type?: string; maxLength?: number }>>
> = {
  title: { maxLength: 200 },
  occurred_from: { type: "datetime-local" },
  occurred_to: { type: "datetime-local" },
  detected_at: { type: "datetime-local" },
  aware_at: { type: "datetime-local" },
  contact: { maxLength: 500 },
  processor: { maxLength: 200 },
  people_count: { maxLength: 13 },
  records_count: { maxLength: 13 },
}

/** One fact of the form. */
export const FactField = ({ name, draft, problemOf, onChange }: FactFieldProps) => {
  const { t } = useTranslation("dkBreaches")
  const input = INPUTS[name] ?? { rows: 3, maxLength: 5000 }
  const hints = [
    ...(HINTED.includes(name) ? [t(`hint.${name}`)] : []),
    ...(input.type === "datetime-local" ? [t("byYourClock")] : []),
  ]
  const isWrong = (name === "people_count" || name === "records_count") && !isCount(draft[name])
  return (
    <TextField
      id={`dk-breach-${name}`}
      label={t(`field.${name}`)}
      {...(hints.length > 0 && { hint: hints.join(" ") })}
      {...input}
      isRequired={name === "title"}
      value={draft[name]}
      problem={isWrong ? t("notNumber") : problemOf(name)}
      onChange={(value) => {
        onChange({ [name]: value })
      }}
    />
  )
}

/** Whether a draft of the facts can be sent. */
export const isFactsReady = (draft: FactsDraft): boolean =>
  draft.title.trim() !== "" && isCount(draft.people_count) && isCount(draft.records_count)

/** Fields that show their own errors. */
export const FACT_FIELDS: readonly TextName[] = [
  ...(["title", "occurred_from", "occurred_to", "detected_at", "aware_at", "nature"] as const),
  ...(["people_count", "records_count", "consequences", "measures_taken"] as const),
  ...(["measures_planned", "contact", "processor"] as const),
]

/** What kind of breach, of whom and of which data. */
export const FactLists = ({ draft, onChange }: FactsFieldsProps) => {
  const { t } = useTranslation("dkBreaches")
  return (
    <>
      <CheckList
        id="dk-breach-kinds"
        label={t("field.kinds")}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        chosen={draft.kinds}
        onChange={(kinds) => {
          onChange({ kinds })
        }}
      />
      <CheckList
        id="dk-breach-people_categories"
        label={t("field.people_categories")}
        options={PEOPLE.map((value) => ({ value, label: t(`people.${value}`) }))}
        chosen={draft.people_categories}
        onChange={(people_categories) => {
          onChange({ people_categories })
        }}
      />
      <CheckList
        id="dk-breach-data_categories"
        label={t("field.data_categories")}
        options={DATA.map((value) => ({ value, label: t(`data.${value}`) }))}
        chosen={draft.data_categories}
        onChange={(data_categories) => {
          onChange({ data_categories })
        }}
      />
    </>
  )
}
