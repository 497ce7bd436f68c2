import { Checkbox, Label, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminRecipient } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useWord } from "../../personal-data/hooks/use-word"
import { useAddRecipient, useChangeRecipient } from "../hooks/use-recipients"
import { draftOf, PURPOSES, recipientOf, ROLES } from "../recipients"
import type { RecipientDraft } from "../recipients"

type FieldsProps = {
  draft: RecipientDraft
  problemOf: (field: string) => string | null
  onChange: (change: Partial<RecipientDraft>) => void
}

/** Fields of a line each, in the order of the form. */
const TEXTS = [
  { field: "country", max: 2 },
  { field: "safeguard", max: 500 },
  { field: "agreement_on", type: "date" },
  { field: "agreement_reference", max: 200 },
  { field: "next_review_on", type: "date" },
  { field: "contact_email", max: 320 },
  { field: "contact_how", max: 500 },
] as const

const Purposes = ({ draft, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkRecipients")
  const word = useWord()
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{t("form.purposes")}</legend>
      {PURPOSES.map((purpose) => (
        <div key={purpose} className="flex items-start gap-x-2">
          <Checkbox
            id={`dk-recipient-${purpose}`}
            className="mt-0.5 shrink-0"
            checked={draft.purposes.includes(purpose)}
            onCheckedChange={(next) => {
              const others = draft.purposes.filter((known) => known !== purpose)
              onChange({ purposes: next === true ? [...others, purpose] : others })
            }}
          />
          <Label htmlFor={`dk-recipient-${purpose}`} size="small">
            {word("purpose", purpose)}
          </Label>
        </div>
      ))}
    </fieldset>
  )
}

const Fields = (props: FieldsProps) => {
  const { draft, problemOf, onChange } = props
  const { t } = useTranslation("dkRecipients")
  return (
    <>
      <TextField
        id="dk-recipient-name"
        label={t("form.name")}
        maxLength={200}
        isRequired
        value={draft.name}
        problem={problemOf("name")}
        onChange={(name) => {
          onChange({ name })
        }}
      />
      <div className="flex flex-col gap-y-1">
        <SelectField
          id="dk-recipient-role"
          label={t("form.role")}
          value={draft.role}
          options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(role) => {
            onChange({ role })
          }}
        />
        <p className="txt-small text-ui-fg-subtle">{t(`roleText.${draft.role}`)}</p>
      </div>
      <Purposes {...props} />
      {TEXTS.map(({ field, ...input }) => (
        <TextField
          key={field}
          id={`dk-recipient-${field}`}
          label={t(`form.${field}`)}
          hint={t(`formHint.${field}.${draft.role}`, { defaultValue: t(`formHint.${field}.any`) })}
          {...("max" in input ? { maxLength: input.max } : { type: input.type })}
          value={draft[field]}
          problem={problemOf(field)}
          onChange={(text) => {
            onChange({ [field]: text })
          }}
        />
      ))}
    </>
  )
}

const FIELDS: readonly string[] = ["name", ...TEXTS.map(({ field }) => field)]

type RecipientDrawerProps = { recipient?: AdminRecipient; onClose: () => void }

/** Adds a recipient or changes what is known of one. */
export const RecipientDrawer = ({ recipient, onClose }: RecipientDrawerProps) => {
  const { t } = useTranslation("dkRecipients")
  const errorText = useErrorText()
  const add = useAddRecipient()
  const change = useChangeRecipient(recipient?.id ?? "")
  const save = recipient ? change : add
  const [draft, setDraft] = useState(() => draftOf(recipient))
  const error = save.error
  const isTaken = error instanceof ApiError && error.code === "name_taken"
  const field = isTaken ? "name" : error instanceof ApiError ? error.field : null
  const problemOf = (name: string): string | null => {
    if (error === null || field !== name) return null
    return t(`problem.${name}`, { defaultValue: errorText(error) })
  }
  return (
    <FormDrawer
      title={recipient ? t("edit") : t("add")}
      text={t("formText")}
      submitLabel={t("save")}
      isPending={save.isPending}
      isReady={draft.name.trim() !== "" && draft.purposes.length > 0}
      error={field !== null && FIELDS.includes(field) ? null : error}
      testId="dk-recipient-drawer"
      onSubmit={() => {
        save.mutate(recipientOf(draft), {
          onSuccess: () => {
            toast.success(t("saved"))
            onClose()
          },
        })
      }}
      onClose={onClose}
    >
      <Fields
        draft={draft}
        problemOf={problemOf}
        onChange={(values) => {
          save.reset()
          setDraft({ ...draft, ...values })
        }}
      />
    </FormDrawer>
  )
}
