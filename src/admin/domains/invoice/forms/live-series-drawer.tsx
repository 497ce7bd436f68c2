import { Alert, Checkbox, Label, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useOpenSeries } from "../hooks/use-invoices"

/** Asks with which number the valid invoices begin. It cannot be undone, so it is confirmed. */
export const LiveSeriesDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("dkInvoicePage")
  const errorText = useErrorText()
  const [draft, setDraft] = useState({ prefix: "", first: "", isSure: false })
  const { mutate, error, isPending, reset } = useOpenSeries()
  const problemOf = (field: string): string | null =>
    error instanceof ApiError && error.field === field ? errorText(error) : null
  const isShownAtField = ["prefix", "first_number"].some((field) => problemOf(field) !== null)
  const change = (values: Partial<typeof draft>) => {
    reset()
    setDraft({ ...draft, ...values })
  }
  const first = /^[1-9]\d{0,8}$/.test(draft.first.trim()) ? Number(draft.first) : null
  const submit = () => {
    if (first === null) return
    mutate(
      { prefix: draft.prefix.trim(), first_number: first },
      {
        onSuccess: () => {
          toast.success(t("live.opened"))
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("live.action")}
      text={t("live.text")}
      submitLabel={t("live.action")}
      isPending={isPending}
      isReady={first !== null && draft.isSure}
      error={isShownAtField ? null : error}
      testId="dk-live-series"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id="dk-live-prefix"
        label={t("live.prefix")}
        hint={t("live.prefixHint")}
        maxLength={10}
        value={draft.prefix}
        problem={problemOf("prefix")}
        onChange={(prefix) => {
          change({ prefix })
        }}
      />
      <TextField
        id="dk-live-first"
        label={t("live.first")}
        hint={t("live.firstHint")}
        inputMode="numeric"
        isRequired
        value={draft.first}
        problem={problemOf("first_number")}
        onChange={(text) => {
          change({ first: text })
        }}
      />
      {first !== null && (
        <Alert variant="info" data-testid="dk-live-example">
          {t("live.example", { number: `${draft.prefix.trim()}${first.toString()}` })}
        </Alert>
      )}
      <div className="flex items-start gap-x-2">
        <Checkbox
          id="dk-live-sure"
          checked={draft.isSure}
          onCheckedChange={(checked) => {
            change({ isSure: checked === true })
          }}
        />
        <Label htmlFor="dk-live-sure" size="small">
          {t("live.sure")}
        </Label>
      </div>
    </FormDrawer>
  )
}
