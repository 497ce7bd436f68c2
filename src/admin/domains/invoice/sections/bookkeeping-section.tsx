import { Alert, Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminBookkeepingDifference } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { formatMoney } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { AccountsDrawer } from "../forms/accounts-drawer"
import { useAccounts, useDifferences, useSaveMonth } from "../hooks/use-bookkeeping"
import { accountsIn, lastMonth } from "../month"
import { LatePayments } from "./late-payments"

const Difference = ({ difference }: { difference: AdminBookkeepingDifference }) => {
  const { t, i18n } = useTranslation("dkBookkeeping")
  const { order_id: id, display_id: number, currency_code: currency } = difference
  const money = (amount: number) => formatMoney(amount, currency, i18n.language)
  return (
    <div className="flex flex-wrap gap-x-3 px-6 py-3" data-testid="dk-difference">
      <Link to={`/orders/${id}`} className="text-ui-fg-base txt-small underline">
        {t("order", { number })}
      </Link>
      <Text size="small">
        {t("difference", {
          documents: money(difference.documents),
          money: money(difference.money),
        })}
      </Text>
    </div>
  )
}

const Missing = ({ error }: { error: Error }) => {
  const { t } = useTranslation("dkBookkeeping")
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" data-testid="dk-accounts-missing">
        <p>{t("missing")}</p>
        <ul className="list-disc pl-4">
          {accountsIn(error.message).map((key) => (
            <li key={key}>{t(`account.${key}`)}</li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}

const MonthField = ({ month, onMonth }: { month: string; onMonth: (month: string) => void }) => {
  const { t } = useTranslation("dkBookkeeping")
  return (
    <Input
      type="month"
      size="small"
      className="w-[160px]"
      aria-label={t("month")}
      min="2020-01"
      value={month}
      data-testid="dk-bookkeeping-month"
      onChange={({ target }) => {
        onMonth(target.value)
      }}
    />
  )
}

/** A month for the bookkeeper: its entries as a file, and where documents and money differ. */
export const BookkeepingSection = () => {
  const { t } = useTranslation("dkBookkeeping")
  const [month, setMonth] = useState(() => lastMonth(new Date()))
  const [isOpen, setOpen] = useState(false)
  const accounts = useAccounts()
  const differences = useDifferences(month)
  const save = useSaveMonth()
  const sayError = useSayError()
  const isMissing = save.error instanceof ApiError && save.error.code === "account_missing"
  const press = () => {
    save.mutate(month, {
      onError: (error) => {
        if (!(error instanceof ApiError && error.code === "account_missing")) sayError(error)
      },
    })
  }
  return (
    <Section
      title={t("title")}
      text={t("text")}
      testId="dk-bookkeeping"
      actions={
        <>
          <MonthField
            month={month}
            onMonth={(next) => {
              save.reset()
              setMonth(next)
            }}
          />
          <Button
            size="small"
            variant="secondary"
            disabled={!accounts.data}
            data-testid="dk-accounts-open"
            onClick={() => {
              setOpen(true)
            }}
          >
            {t("accounts")}
          </Button>
          <Button
            size="small"
            isLoading={save.isPending}
            disabled={month === ""}
            data-testid="dk-bookkeeping-save"
            onClick={press}
          >
            {t("download")}
          </Button>
        </>
      }
    >
      {save.error && isMissing && <Missing error={save.error} />}
      {month !== "" && <Reading query={differences} />}
      {differences.data?.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4" data-testid="dk-no-difference">
          {t("none")}
        </Text>
      )}
      {differences.data?.map((difference) => (
        <Difference key={difference.order_id} difference={difference} />
      ))}
      <LatePayments month={month} />
      {accounts.data && isOpen && (
        <AccountsDrawer
          known={accounts.data}
          onClose={() => {
            save.reset()
            setOpen(false)
          }}
        />
      )}
    </Section>
  )
}
