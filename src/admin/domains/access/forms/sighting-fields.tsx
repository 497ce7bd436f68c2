import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"

const ANSWERS = ["yes", "no"] as const

/** When the certificate was seen, and whether the employee may hold the post. */
export type Sighting = { seenOn: string; nextDue: string; answer: (typeof ANSWERS)[number] }

/** Today as a date field has it. */
export const today = (): string => new Date().toLocaleDateString("sv-SE")

export const newSighting = (): Sighting => ({ seenOn: today(), nextDue: "", answer: "yes" })

/** As the server takes it. */
export const bodyOf = ({ seenOn, nextDue, answer }: Sighting) => ({
  seen_on: seenOn,
  completed: answer === "yes",
  ...(nextDue !== "" && { next_due: nextDue }),
})

type SightingFieldsProps = {
  value: Sighting
  problemOf: (field: string) => string | null
  onChange: (change: Partial<Sighting>) => void
}

export const SightingFields = ({ value, problemOf, onChange }: SightingFieldsProps) => {
  const { t } = useTranslation("dkAccessChecks")
  return (
    <>
      <TextField
        id="dk-check-seen_on"
        label={t("staff.seenOn")}
        type="date"
        isRequired
        value={value.seenOn}
        problem={problemOf("seen_on")}
        onChange={(seenOn) => {
          onChange({ seenOn })
        }}
      />
      <SelectField
        id="dk-check-completed"
        label={t("staff.completed")}
        value={value.answer}
        options={ANSWERS.map((answer) => ({ value: answer, label: t(`staff.answer.${answer}`) }))}
        onChange={(answer) => {
          onChange({ answer })
        }}
      />
      <TextField
        id="dk-check-next_due"
        label={t("staff.nextDue")}
        hint={t("staff.nextDueHint")}
        type="date"
        value={value.nextDue}
        problem={problemOf("next_due")}
        onChange={(nextDue) => {
          onChange({ nextDue })
        }}
      />
    </>
  )
}
