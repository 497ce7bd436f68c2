import { Checkbox, Label, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useHandOver } from "../hooks/use-hand-over"

type HandOverDrawerProps = { customerId: string; onClose: () => void }

const FIELDS = ["first_name", "last_name", "email", "phone"] as const
const REQUIRED = ["first_name", "last_name", "email"] as const
const EMPTY = { first_name: "", last_name: "", email: "", phone: "" }

/** Gives a company's account to a new contact; the former one is erased from it. */
export const HandOverDrawer = ({ customerId, onClose }: HandOverDrawerProps) => {
  const { t } = useTranslation("dkPersonalData")
  const errorText = useErrorText()
  const [draft, setDraft] = useState(EMPTY)
  const [isAware, setAware] = useState(false)
  const { mutate, reset, error, isPending } = useHandOver()
  const problemOf = (field: string): string | null =>
    error instanceof ApiError && error.field === field ? errorText(error) : null
  const isShownAtField = FIELDS.some((field) => problemOf(field) !== null)
  const submit = () => {
    const { phone, ...contact } = draft
    const body = { customer_id: customerId, ...contact, ...(phone.trim() !== "" && { phone }) }
    mutate(body, {
      onSuccess: () => {
        toast.success(t("handOver.done"))
        onClose()
      },
    })
  }
  return (
    <FormDrawer
      title={t("handOver.title")}
      text={t("handOver.text")}
      submitLabel={t("handOver.submit")}
      isPending={isPending}
      isReady={isAware && REQUIRED.every((field) => draft[field].trim() !== "")}
      error={isShownAtField ? null : error}
      testId="dk-hand-over-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      {FIELDS.map((field) => (
        <TextField
          key={field}
          id={`dk-hand-over-${field}`}
          label={t(`handOver.${field}`)}
          inputMode={field === "email" ? "email" : field === "phone" ? "tel" : "text"}
          isRequired={field !== "phone"}
          maxLength={200}
          value={draft[field]}
          problem={problemOf(field)}
          onChange={(value) => {
            // What the server said was about the values before.
            reset()
            setDraft({ ...draft, [field]: value })
          }}
        />
      ))}
      <div className="flex items-start gap-x-2">
        <Checkbox
          id="dk-hand-over-aware"
          className="mt-0.5 shrink-0"
          checked={isAware}
          onCheckedChange={(next) => {
            setAware(next === true)
          }}
        />
        <Label htmlFor="dk-hand-over-aware" size="small">
          {t("handOver.aware")}
        </Label>
      </div>
    </FormDrawer>
  )
}
