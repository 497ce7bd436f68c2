import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { DkInvoice } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { creditBodyOf } from "../credit-body"
import type { CreditDraft } from "../credit-body"
import { useCreditInvoice } from "../hooks/use-order-invoices"

type CreditDrawerProps = { orderId: string; invoice: DkInvoice; onClose: () => void }

const KINDS = ["amount", "order"] as const

type AmountFieldsProps = {
  draft: CreditDraft
  problem: string | null
  onChange: (values: Partial<CreditDraft>) => void
}

/** How much, and whether it has been paid back. */
const AmountFields = ({ draft, problem, onChange }: AmountFieldsProps) => {
  const { t } = useTranslation("dkInvoice")
  return (
    <>
      <TextField
        id="dk-credit-amount"
        label={t("credit.amount")}
        hint={t("credit.amountHint")}
        inputMode="decimal"
        isRequired
        value={draft.amount}
        problem={problem}
        onChange={(amount) => {
          onChange({ amount })
        }}
      />
      <TextField
        id="dk-credit-paid"
        label={t("credit.paidBack")}
        hint={t("credit.paidBackHint")}
        type="date"
        value={draft.paidBackOn}
        onChange={(paidBackOn) => {
          onChange({ paidBackOn })
        }}
      />
    </>
  )
}

/** Credits a sum of an invoice, or puts a new one in its place with goods and prices of the order as it is now. */
export const CreditDrawer = ({ orderId, invoice, onClose }: CreditDrawerProps) => {
  const { t } = useTranslation("dkInvoice")
  const errorText = useErrorText()
  const [draft, setDraft] = useState<CreditDraft>(() => ({
    kind: "amount",
    amount: "",
    paidBackOn: "",
    reason: "",
    key: crypto.randomUUID(),
  }))
  const { mutate, error, isPending, reset } = useCreditInvoice(orderId)
  const change = (values: Partial<CreditDraft>) => {
    reset()
    setDraft({ ...draft, ...values })
  }
  const body = creditBodyOf(draft, invoice.id)
  const isOfAmount =
    error instanceof ApiError && (error.field === "amount" || error.code === "exceeds_invoice")
  const submit = () => {
    if (body === null) return
    mutate(body, {
      onSuccess: () => {
        toast.success(t(`credit.done.${draft.kind}`))
        onClose()
      },
    })
  }
  return (
    <FormDrawer
      title={t("credit.title", { number: invoice.number })}
      text={t("credit.text")}
      submitLabel={t(`credit.submit.${draft.kind}`)}
      isPending={isPending}
      isReady={body !== null}
      error={isOfAmount ? null : error}
      testId="dk-credit"
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        id="dk-credit-kind"
        label={t("credit.kind")}
        value={draft.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`credit.kinds.${kind}`) }))}
        onChange={(kind) => {
          change({ kind })
        }}
      />
      {draft.kind === "amount" && (
        <AmountFields
          draft={draft}
          problem={isOfAmount ? errorText(error) : null}
          onChange={change}
        />
      )}
      <TextField
        id="dk-credit-reason"
        label={t("credit.reason")}
        hint={t("credit.reasonHint")}
        maxLength={200}
        isRequired
        value={draft.reason}
        onChange={(reason) => {
          change({ reason })
        }}
      />
    </FormDrawer>
  )
}
