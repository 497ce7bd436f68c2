import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useSaveExchangeRate } from "../hooks/use-exchange-rates"

const FIELDS = ["currency", "valid_from", "rate", "source"] as const
type Field = (typeof FIELDS)[number]

const SHOWN = {
  currency: { label: "currency", hint: "currencyHint" },
  valid_from: { label: "validFrom", hint: null },
  rate: { label: "rate", hint: "rateHint" },
  source: { label: "source", hint: null },
} as const

const INPUTS = {
  currency: { maxLength: 3 },
  valid_from: { type: "date" },
  rate: { inputMode: "decimal" },
  source: { maxLength: 100 },
} as const

type RateDrawerProps = {
  /** The currency that a rate is needed of. */
  currency?: string
  onSaved?: () => void
  onClose: () => void
}

/** Asks for the rate of a currency on a day. */
export const RateDrawer = ({ currency = "", onSaved, onClose }: RateDrawerProps) => {
  const { t } = useTranslation("dkInvoiceRates")
  const { t: tShared } = useTranslation("dkShared")
  const errorText = useErrorText()
  const [draft, setDraft] = useState<Record<Field, string>>({
    currency,
    valid_from: "",
    rate: "",
    source: "Danmarks Nationalbank",
  })
  const { mutate, error, isPending, reset } = useSaveExchangeRate()
  const problemOf = (field: Field): string | null =>
    error instanceof ApiError && error.field === field ? errorText(error) : null
  const submit = () => {
    mutate(
      { ...draft, rate: draft.rate.trim().replace(",", ".") },
      {
        onSuccess: () => {
          toast.success(t("saved"))
          onSaved?.()
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("add")}
      text={t("addText")}
      submitLabel={tShared("save")}
      isPending={isPending}
      isReady={FIELDS.every((field) => draft[field].trim() !== "")}
      error={FIELDS.some((field) => problemOf(field) !== null) ? null : error}
      testId="dk-rate"
      onSubmit={submit}
      onClose={onClose}
    >
      {FIELDS.map((field) => {
        const { label, hint } = SHOWN[field]
        return (
          <TextField
            key={field}
            id={`dk-rate-${field}`}
            label={t(label)}
            {...(hint && { hint: t(hint) })}
            {...INPUTS[field]}
            isRequired
            value={draft[field]}
            problem={problemOf(field)}
            onChange={(value) => {
              reset()
              setDraft({ ...draft, [field]: value })
            }}
          />
        )
      })}
    </FormDrawer>
  )
}
