import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOnAccount } from "../../../../types/http"
import { formatMoney } from "../../../shared/format"
import { FormDrawer } from "../../../shared/form-drawer"
import { readMoney, writeMoney } from "../../../shared/money-input"
import { TextField } from "../../../shared/text-field"
import { useRegisterPayment } from "../hooks/use-on-account"

type PaymentReceivedDrawerProps = { onAccount: AdminOnAccount; onClose: () => void }

/** Today where the shop is. */
const today = (): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date())

const useAmountProblem = (owed: number, amount: number | undefined): string | null => {
  const { t } = useTranslation("dkOnAccount")
  if (amount === undefined) return t("register.noAmount")
  return amount > owed ? t("register.tooMuch") : null
}

/** Asks what came in on an invoice, when, and what the bank said of it. */
export const PaymentReceivedDrawer = ({ onAccount, onClose }: PaymentReceivedDrawerProps) => {
  const { t, i18n } = useTranslation("dkOnAccount")
  const { owed, currency_code: currency } = onAccount
  const [draft, setDraft] = useState(() => ({
    amount: writeMoney(owed, i18n.language),
    day: today(),
    reference: "",
    key: crypto.randomUUID(),
  }))
  const { mutate, error, isPending } = useRegisterPayment(onAccount.order_id)
  const major = readMoney(draft.amount)
  const amount = major === undefined ? undefined : Math.round(major * 100)
  const problem = useAmountProblem(owed, amount)
  const isTooEarly = draft.day > today()
  const submit = () => {
    if (amount === undefined) return
    const onSuccess = () => {
      toast.success(t("register.done"))
      onClose()
    }
    const { day, reference, key } = draft
    mutate({ amount, received_on: day, reference: reference.trim(), key }, { onSuccess })
  }
  return (
    <FormDrawer
      title={t("register.title")}
      text={t("register.text")}
      submitLabel={t("register.submit")}
      isPending={isPending}
      isReady={problem === null && draft.day !== "" && !isTooEarly}
      error={error}
      testId="dk-received"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id="dk-received-amount"
        label={t("register.amount", { currency })}
        hint={t("register.amountHint", { owed: formatMoney(owed, currency, i18n.language) })}
        inputMode="decimal"
        maxLength={20}
        isRequired
        value={draft.amount}
        problem={problem}
        onChange={(value) => {
          setDraft({ ...draft, amount: value })
        }}
      />
      <TextField
        id="dk-received-day"
        label={t("register.day")}
        type="date"
        isRequired
        value={draft.day}
        problem={isTooEarly ? t("register.tooEarly") : null}
        onChange={(day) => {
          setDraft({ ...draft, day })
        }}
      />
      <TextField
        id="dk-received-reference"
        label={t("register.reference")}
        hint={t("register.referenceHint")}
        maxLength={140}
        value={draft.reference}
        onChange={(reference) => {
          setDraft({ ...draft, reference })
        }}
      />
    </FormDrawer>
  )
}
