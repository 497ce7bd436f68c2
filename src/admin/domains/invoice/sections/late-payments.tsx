import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminLatePayment } from "../../../../types/http"
import { formatDay, formatMoney } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { useLatePayments } from "../hooks/use-bookkeeping"

const Payment = ({ payment }: { payment: AdminLatePayment }) => {
  const { t, i18n } = useTranslation("dkBookkeeping")
  const { order_id: id, order_number: number, currency_code: currency } = payment
  return (
    <div className="flex flex-wrap gap-x-3 py-1" data-testid="dk-late-payment">
      <Link to={`/orders/${id}`} className="text-ui-fg-base txt-small underline">
        {t("order", { number })}
      </Link>
      <Text size="small">
        {t(payment.amount < 0 ? "late.paidBack" : "late.received", {
          amount: formatMoney(Math.abs(payment.amount), currency, i18n.language),
          day: formatDay(payment.received_on, i18n.language),
          registered: formatDay(payment.registered_on, i18n.language),
        })}
      </Text>
    </div>
  )
}

/** What was registered for a month when it was over. Draws nothing for a month that stands as it ended. */
export const LatePayments = ({ month }: { month: string }) => {
  const { t } = useTranslation("dkBookkeeping")
  const late = useLatePayments(month)
  if (!late.data) return month === "" ? null : <Reading query={late} />
  if (late.data.length === 0) return null
  return (
    <div className="px-6 py-4" data-testid="dk-late-payments">
      <Heading level="h3">{t("late.title")}</Heading>
      <Text size="small" className="text-ui-fg-subtle mb-2">
        {t("late.text")}
      </Text>
      {late.data.map((payment, place) => (
        <Payment key={`${payment.voucher}-${place.toString()}`} payment={payment} />
      ))}
    </div>
  )
}
