import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNetsPayment } from "../../../../types/http"
import { formatMoney } from "../../../shared/format"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useRegisterRefund } from "../hooks/use-payments"
import { amountToRegister, leftToRefund } from "../manual-refund"
import { readMoney, writeMoney } from "../../../shared/money-input"

type ManualRefundDrawerProps = { payment: AdminNetsPayment; onClose: () => void }

/** What is wrong with the amount; null while nothing is. */
const useAmountProblem = (payment: AdminNetsPayment, amount: number | undefined): string | null => {
  const { t } = useTranslation("dkNets")
  if (amount === undefined) return t("manual.noAmount")
  return Math.round(amount * 100) > leftToRefund(payment) ? t("manual.tooMuch") : null
}

/** Asks what staff has paid back another way, since it can no longer reach the card. */
export const ManualRefundDrawer = ({ payment, onClose }: ManualRefundDrawerProps) => {
  const { t, i18n } = useTranslation("dkNets")
  const [text, setText] = useState(() => writeMoney(amountToRegister(payment), i18n.language))
  const [reason, setReason] = useState("")
  const { mutate, error, isPending } = useRegisterRefund(payment)
  const amount = readMoney(text)
  const problem = useAmountProblem(payment, amount)
  const left = formatMoney(leftToRefund(payment), payment.currency_code, i18n.language)
  const submit = () => {
    if (amount === undefined) return
    const onSuccess = () => {
      toast.success(t("manual.done"))
      onClose()
    }
    mutate({ amount, reason: reason.trim() }, { onSuccess })
  }
  return (
    <FormDrawer
      title={t("manual.title")}
      text={t("manual.text")}
      submitLabel={t("manual.submit")}
      isPending={isPending}
      isReady={problem === null && reason.trim() !== ""}
      error={error}
      testId="dk-nets-manual"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id="dk-nets-manual-amount"
        label={t("manual.amount", { currency: payment.currency_code.toUpperCase() })}
        hint={t("manual.amountHint", { left })}
        inputMode="decimal"
        maxLength={20}
        isRequired
        value={text}
        problem={problem}
        onChange={setText}
      />
      <TextField
        id="dk-nets-manual-reason"
        label={t("manual.reason")}
        hint={t("manual.reasonHint")}
        rows={3}
        maxLength={500}
        isRequired
        value={reason}
        onChange={setReason}
      />
    </FormDrawer>
  )
}
