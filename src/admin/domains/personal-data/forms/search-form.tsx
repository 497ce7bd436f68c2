import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../../shared/api"
import { ErrorNotice } from "../../../shared/error-notice"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useCreateSelection } from "../hooks/use-selection"
import { EMPTY_SEARCH, SEARCH_KINDS, searchBody, searchFields } from "../search-fields"
import type { SearchField, SearchKind } from "../search-fields"

type SearchFormProps = {
  /** A search was made; its rows are still to be confirmed. */
  onSelection: (id: string) => void
  /** Nothing to search for: an e-mail names the person. */
  onEmail: (email: string) => void
}

const KEYBOARDS = {
  order_number: "numeric",
  invoice_number: "text",
  phone: "tel",
  name: "text",
  postal_code: "text",
  email: "email",
} as const satisfies Record<SearchField, string>

/** Finds a person by what a letter or a call says. */
export const SearchForm = ({ onSelection, onEmail }: SearchFormProps) => {
  const { t } = useTranslation("dkPrivacy")
  const errorText = useErrorText()
  const [kind, setKind] = useState<SearchKind>("order_number")
  const [draft, setDraft] = useState(EMPTY_SEARCH)
  const { mutate, reset, error, isPending } = useCreateSelection()
  const fields = searchFields(kind)
  const problemOf = (field: string): string | null =>
    error instanceof ApiError && error.field === field ? errorText(error) : null
  const isReady = fields.every((field) => draft[field].trim() !== "")
  const isShownAtField = fields.some((field) => problemOf(field) !== null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isPending) return
    if (kind === "email") {
      onEmail(draft.email.trim())
      return
    }
    mutate(searchBody(kind, draft), {
      onSuccess: ({ id }) => {
        onSelection(id)
      },
    })
  }
  return (
    <form className="flex flex-col gap-y-4 px-6 py-4" onSubmit={submit} data-testid="dk-find-form">
      <div className="flex flex-col gap-4 md:flex-row">
        <div className="md:w-64 md:shrink-0">
          <SelectField
            id="dk-find-kind"
            label={t("find.by")}
            value={kind}
            options={SEARCH_KINDS.map((value) => ({ value, label: t(`find.kind.${value}`) }))}
            onChange={(next) => {
              reset()
              setKind(next)
            }}
          />
        </div>
        {fields.map((field) => (
          <TextField
            key={field}
            id={`dk-find-${field}`}
            label={t(`find.field.${field}`)}
            inputMode={KEYBOARDS[field]}
            isRequired
            maxLength={200}
            value={draft[field]}
            problem={problemOf(field)}
            onChange={(value) => {
              // What the server said was about the value before.
              reset()
              setDraft({ ...draft, [field]: value })
            }}
          />
        ))}
      </div>
      {error && !isShownAtField && <ErrorNotice error={error} />}
      <div>
        <Button
          type="submit"
          size="small"
          disabled={!isReady}
          isLoading={isPending}
          data-testid="dk-find-submit"
        >
          {t("find.submit")}
        </Button>
      </div>
    </form>
  )
}
