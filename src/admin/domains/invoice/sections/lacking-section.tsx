import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminLackingOrder } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { formatSentence } from "../../../shared/format"
import { Section } from "../../../shared/section"
import { useLackingOrders } from "../hooks/use-invoices"
import { MendBuyerButton } from "./mend-buyer-button"

const Order = ({ order }: { order: AdminLackingOrder }) => {
  const { t, i18n } = useTranslation("dkInvoicePage")
  const { t: tInvoice } = useTranslation("dkInvoice")
  const { order_id: id, display_id: number, missing } = order
  const names = missing.map(({ field, code }) =>
    code === "required"
      ? tInvoice(`fields.${field.replaceAll(".", "-")}`, { defaultValue: field })
      : t(`lacking.${code}`)
  )
  return (
    <div className="flex flex-wrap items-center gap-x-3 px-6 py-3" data-testid="dk-lacking">
      <Link to={`/orders/${id}`} className="text-ui-fg-interactive txt-small hover:underline">
        {t("order", { number })}
      </Link>
      <Text size="small">{formatSentence(names, i18n.language)}</Text>
      {missing.some(({ field }) => field === "company_name") && <MendBuyerButton orderId={id} />}
    </div>
  )
}

/** Orders whose invoice waits for something staff can mend. Draws nothing when there are none; not to know is told. */
export const LackingSection = () => {
  const { t } = useTranslation("dkInvoicePage")
  const { data: orders = [], error, refetch } = useLackingOrders()
  if (orders.length === 0 && !error) return null
  return (
    <Section title={t("lacking.title")} text={t("lacking.text")} testId="dk-lacking-section">
      {error && (
        <div className="px-6 py-4">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {orders.map((order) => (
        <Order key={order.order_id} order={order} />
      ))}
    </Section>
  )
}
