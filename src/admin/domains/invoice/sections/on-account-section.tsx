import { Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOnAccount, AdminPaymentReceived } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { Facts } from "../../../shared/facts"
import { formatDay, formatMoney } from "../../../shared/format"
import { PaymentReceivedDrawer } from "../forms/payment-received-drawer"
import { useOrderOnAccount } from "../hooks/use-on-account"
import { DueBadge } from "./due-badge"

const OwedFacts = ({ onAccount }: { onAccount: AdminOnAccount }) => {
  const { t, i18n } = useTranslation("dkOnAccount")
  const { currency_code: currency, due_on: due, credited } = onAccount
  const money = (amount: number) => formatMoney(amount, currency, i18n.language)
  const rows = [
    {
      label: t(onAccount.invoice_id === null ? "bought" : "invoiced"),
      value: money(onAccount.amount),
    },
    ...(credited > 0 ? [{ label: t("credited"), value: money(credited) }] : []),
    { label: t("received"), value: money(onAccount.received) },
    { label: t("owed"), value: money(onAccount.owed) },
    ...(due === null ? [] : [{ label: t("due"), value: formatDay(due, i18n.language) }]),
  ]
  return <Facts rows={rows} />
}

const Payment = ({ payment }: { payment: AdminPaymentReceived }) => {
  const { t, i18n } = useTranslation("dkOnAccount")
  const { amount, currency_code: currency, received_on: day, reference, source } = payment
  return (
    <div className="flex items-start justify-between gap-x-4 px-6 py-3" data-testid="dk-payment">
      <div>
        <Text size="small" leading="compact" weight="plus">
          {formatDay(day, i18n.language)}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle mt-1 break-words">
          {reference ?? t(`source.${source}`)}
        </Text>
      </div>
      <Text size="small" leading="compact" className="tabular-nums">
        {formatMoney(amount, currency, i18n.language)}
      </Text>
    </div>
  )
}

type OnAccountSectionProps = { orderId: string; paymentStatus: string }

/** What is owed on an order bought on invoice, and a form for what comes in. Draws nothing for other orders. */
export const OnAccountSection = ({ orderId, paymentStatus }: OnAccountSectionProps) => {
  const { t } = useTranslation("dkOnAccount")
  const { data, error, refetch } = useOrderOnAccount(orderId, paymentStatus)
  const [isOpen, setOpen] = useState(false)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data?.on_account) return null
  const { on_account: onAccount, payments_received: payments } = data
  return (
    <Container className="divide-y p-0" data-testid="dk-on-account">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <div className="flex flex-wrap items-center gap-2">
          <Heading level="h2">{t("title")}</Heading>
          {onAccount.owed === 0 ? (
            <StatusBadge color="green">{t("settled")}</StatusBadge>
          ) : (
            <DueBadge due={onAccount.due_on} />
          )}
        </div>
        {onAccount.owed > 0 && (
          <Button
            size="small"
            variant="secondary"
            className="shrink-0 whitespace-nowrap"
            data-testid="dk-received-open"
            onClick={() => {
              setOpen(true)
            }}
          >
            {t("register.title")}
          </Button>
        )}
      </div>
      <OwedFacts onAccount={onAccount} />
      {onAccount.invoice_id === null && onAccount.owed > 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("notIssued")}
        </Text>
      )}
      {payments.map((payment) => (
        <Payment key={payment.id} payment={payment} />
      ))}
      {isOpen && (
        <PaymentReceivedDrawer
          onAccount={onAccount}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </Container>
  )
}
