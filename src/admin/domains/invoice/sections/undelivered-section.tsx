import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminUndeliveredInvoice } from "../../../../types/http"
import { Section } from "../../../shared/section"
import { useUndelivered } from "../hooks/use-deliveries"
import { useOutcomeText } from "../hooks/use-outcome-text"
import { DeliveryBadge } from "./delivery-badges"
import { DeliveryProblems } from "./delivery-problems"
import { SendButton } from "./send-button"

const Undelivered = ({ invoice }: { invoice: AdminUndeliveredInvoice }) => {
  const { t } = useTranslation("dkDelivery")
  const outcomeText = useOutcomeText()
  const { invoice_id: id, order_id: orderId, number, channel, state, problems } = invoice
  const outcome = outcomeText(invoice.outcome)
  return (
    <div
      className="flex items-start justify-between gap-x-3 px-6 py-3"
      data-testid="dk-undelivered"
    >
      <div className="flex flex-col gap-y-1">
        <div className="flex flex-wrap items-center gap-2">
          <Link
            to={`/orders/${orderId}`}
            className="text-ui-fg-interactive txt-small hover:underline"
          >
            {number}
          </Link>
          <DeliveryBadge channel={channel} state={state} />
        </div>
        {outcome !== null && <Text size="small">{outcome}</Text>}
        <DeliveryProblems problems={problems} orderId={orderId} />
      </div>
      <SendButton invoice={{ id, number, order_id: orderId }} label={t("left.open")} />
    </div>
  )
}

/** Documents that wait for staff on their way to the buyer. Draws nothing when there are none. */
export const UndeliveredSection = () => {
  const { t } = useTranslation("dkDelivery")
  const { data: undelivered } = useUndelivered()
  if (!undelivered || undelivered.length === 0) return null
  return (
    <Section title={t("left.title")} text={t("left.text")} testId="dk-undelivered-section">
      {undelivered.map((invoice) => (
        <Undelivered key={invoice.id} invoice={invoice} />
      ))}
    </Section>
  )
}
