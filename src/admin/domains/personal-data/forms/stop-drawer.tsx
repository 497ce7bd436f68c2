import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminStop } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { dayOf } from "../hold-state"
import { useCreateStop } from "../hooks/use-retention"

const KINDS: readonly AdminStop["kind"][] = ["tax_audit", "court", "authority", "other"]

/** Asks who wants everything to stay, why, and until when. */
export const StopDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("dkRetention")
  const errorText = useErrorText()
  const [draft, setDraft] = useState({
    kind: "tax_audit" as AdminStop["kind"],
    reason: "",
    day: "",
  })
  const create = useCreateStop()
  const { error } = create
  const isAtDay = error instanceof ApiError && error.field === "ends_on"
  const change = (values: Partial<typeof draft>) => {
    create.reset()
    setDraft({ ...draft, ...values })
  }
  const submit = () => {
    const { kind, reason, day } = draft
    create.mutate(
      { kind, reason, ends_on: day },
      {
        onSuccess: () => {
          toast.success(t("stop.created"))
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("stop.create")}
      text={t("stop.createText")}
      submitLabel={t("stop.create")}
      isPending={create.isPending}
      isReady={draft.reason.trim() !== "" && draft.day !== ""}
      error={isAtDay ? null : error}
      testId="dk-stop-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        id="dk-stop-kind"
        label={t("stop.kindLabel")}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: t(`stop.kind.${value}`) }))}
        onChange={(kind) => {
          change({ kind })
        }}
      />
      <TextField
        id="dk-stop-reason"
        label={t("stop.reason")}
        hint={t("stop.reasonHint")}
        rows={3}
        isRequired
        maxLength={500}
        value={draft.reason}
        onChange={(reason) => {
          change({ reason })
        }}
      />
      <TextField
        id="dk-stop-day"
        label={t("stop.day")}
        hint={t("stop.dayHint")}
        type="date"
        isRequired
        min={dayOf(new Date())}
        value={draft.day}
        problem={isAtDay ? errorText(error) : null}
        onChange={(day) => {
          change({ day })
        }}
      />
    </FormDrawer>
  )
}
