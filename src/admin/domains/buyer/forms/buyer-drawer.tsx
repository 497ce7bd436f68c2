import { Alert, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBuyer } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { bodyOf, draftOf, fieldsOf } from "../buyer-fields"
import { useSaveBuyer } from "../hooks/use-buyer"
import type { BuyerOwner } from "../hooks/use-buyer"
import { BuyerInputs } from "./buyer-inputs"

type BuyerDrawerProps = {
  owner: BuyerOwner
  buyer: AdminBuyer | null
  onSaved?: () => void
  onClose: () => void
}

/** Where a correction holds the buyer. */
const CORRECTED = "new_invoice.buyer."

const isInvoiced = (error: Error): boolean =>
  error instanceof ApiError && error.code === "invoice_issued"

const useBuyerForm = ({ owner, buyer, onSaved, onClose }: BuyerDrawerProps) => {
  const { t } = useTranslation("dkBuyer")
  const [draft, setDraft] = useState(() => draftOf(buyer))
  // Null until the server says that the order is invoiced: from then on the invoice is corrected too.
  const [reason, setReason] = useState<string | null>(null)
  const { mutate, reset, error, isPending } = useSaveBuyer(owner)
  // What the server said was about the values before.
  const change = (values: Partial<typeof draft>) => {
    reset()
    setDraft({ ...draft, ...values })
  }
  const submit = () => {
    mutate(
      { buyer: bodyOf(draft), reason: reason?.trim() ?? null },
      {
        onSuccess: () => {
          toast.success(t(reason === null ? "saved" : "correction.done"))
          onSaved?.()
          onClose()
        },
        onError: (refusal) => {
          if (isInvoiced(refusal)) setReason("")
        },
      }
    )
  }
  const problemOf = (field: string): string | null =>
    error instanceof ApiError && error.field?.replace(CORRECTED, "") === field ? error.code : null
  const isSilent = error === null || isInvoiced(error)
  return {
    draft,
    change,
    submit,
    error: isSilent ? null : error,
    isPending,
    problemOf,
    reason,
    setReason,
  }
}

/** Corrects who buys. The server judges; its answer stands at the field it names. */
export const BuyerDrawer = (props: BuyerDrawerProps) => {
  const { owner, onClose } = props
  const { t } = useTranslation("dkBuyer")
  const { t: tShared } = useTranslation("dkShared")
  const { draft, change, submit, error, isPending, problemOf, reason, setReason } =
    useBuyerForm(props)
  const isShownAtField = fieldsOf(draft).some((field) => problemOf(field) !== null)
  return (
    <FormDrawer
      title={t("formTitle")}
      text={t("formText")}
      submitLabel={reason === null ? tShared("save") : t("correction.submit")}
      isPending={isPending}
      isReady={reason?.trim() !== ""}
      error={isShownAtField ? null : error}
      testId="dk-buyer-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <BuyerInputs draft={draft} problemOf={problemOf} onChange={change} />
      {owner.kind === "customers" && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("customerHint")}
        </Text>
      )}
      {reason !== null && (
        <>
          <Alert variant="warning" data-testid="dk-buyer-correction">
            {t("correction.text")}
          </Alert>
          <TextField
            id="dk-buyer-reason"
            label={t("correction.reason")}
            hint={t("correction.reasonHint")}
            maxLength={200}
            isRequired
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </FormDrawer>
  )
}
