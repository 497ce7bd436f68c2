import { useTranslation } from "react-i18next"
import type { AdminExternalInvoice } from "../../../../types/http"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { knownSystem, KNOWN_SYSTEMS } from "../bookkeeping-system"

export type NumberDraft = {
  kind: AdminExternalInvoice["kind"]
  system: string
  number: string
  issued_on: string
  url: string
}

type FieldsProps = {
  draft: NumberDraft
  onChange: (values: Partial<NumberDraft>) => void
  problemOf: (field: keyof NumberDraft) => string | null
}

const SystemFields = ({ draft, onChange, problemOf }: FieldsProps) => {
  const { t } = useTranslation("dkInvoiceExternal")
  const known = knownSystem(draft.system)
  return (
    <>
      <SelectField
        id="dk-number-system"
        label={t("record.system")}
        value={known ?? "other"}
        options={[
          ...KNOWN_SYSTEMS.map((system) => ({ value: system, label: system })),
          { value: "other", label: t("record.other") },
        ]}
        onChange={(system) => {
          onChange({ system: system === "other" ? "" : system })
        }}
      />
      {known === null && (
        <TextField
          id="dk-number-system-name"
          label={t("record.otherName")}
          maxLength={40}
          isRequired
          value={draft.system}
          problem={problemOf("system")}
          onChange={(system) => {
            onChange({ system })
          }}
        />
      )}
    </>
  )
}

/** What the bookkeeping system says of a number. */
export const NumberFields = ({ draft, onChange, problemOf }: FieldsProps) => {
  const { t } = useTranslation("dkInvoiceExternal")
  return (
    <>
      <SystemFields {...{ draft, onChange, problemOf }} />
      <TextField
        id="dk-number"
        label={t("record.number")}
        maxLength={40}
        isRequired
        value={draft.number}
        problem={problemOf("number")}
        onChange={(number) => {
          onChange({ number })
        }}
      />
      <TextField
        id="dk-number-day"
        label={t("record.issuedOn")}
        type="date"
        isRequired
        value={draft.issued_on}
        problem={problemOf("issued_on")}
        onChange={(day) => {
          onChange({ issued_on: day })
        }}
      />
      <TextField
        id="dk-number-url"
        label={t("record.url")}
        hint={t("record.urlHint")}
        maxLength={500}
        value={draft.url}
        problem={problemOf("url")}
        onChange={(url) => {
          onChange({ url })
        }}
      />
    </>
  )
}
