import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerCreditResponse } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { readMoney, writeMoney } from "../../../shared/money-input"
import { TextField } from "../../../shared/text-field"
import { useChangeCredit } from "../hooks/use-on-account"

type LimitDrawerProps = {
  customerId: string
  credit: AdminCustomerCreditResponse["credit"]
  onClose: () => void
}

/** What a company usually gets. */
const DAYS = "14"

/** Asks how much an account may owe at once, and how long it has to pay. */
export const LimitDrawer = ({ customerId, credit, onClose }: LimitDrawerProps) => {
  const { t, i18n } = useTranslation("dkOnAccount")
  const [limit, setLimit] = useState(credit ? writeMoney(credit.limit, i18n.language) : "")
  const [days, setDays] = useState(credit?.terms_days.toString() ?? DAYS)
  const { mutate, error, isPending } = useChangeCredit(customerId)
  const amount = readMoney(limit)
  const isDays = /^\d{1,2}$/.test(days.trim()) && Number(days) <= 60
  const submit = () => {
    if (amount === undefined) return
    const onSuccess = () => {
      toast.success(t("credit.approved"))
      onClose()
    }
    mutate({ limit: Math.round(amount * 100), terms_days: Number(days) }, { onSuccess })
  }
  return (
    <FormDrawer
      title={t(credit ? "credit.change" : "credit.approve")}
      text={t("credit.text")}
      submitLabel={t(credit ? "credit.change" : "credit.approve")}
      isPending={isPending}
      isReady={amount !== undefined && isDays}
      error={error}
      testId="dk-limit-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id="dk-limit-limit"
        label={t("credit.limit")}
        hint={t("credit.limitHint")}
        inputMode="decimal"
        maxLength={20}
        isRequired
        value={limit}
        onChange={setLimit}
      />
      <TextField
        id="dk-limit-days"
        label={t("credit.days")}
        hint={t("credit.daysHint")}
        inputMode="numeric"
        maxLength={2}
        isRequired
        value={days}
        problem={isDays ? null : t("credit.daysWrong")}
        onChange={setDays}
      />
    </FormDrawer>
  )
}
