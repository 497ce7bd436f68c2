import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminInvoiceDelivery } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { useOutcomeText } from "../hooks/use-outcome-text"
import { DeliveryActions } from "./delivery-actions"
import { DeliveryBadge } from "./delivery-badges"
import { DeliveryProblems } from "./delivery-problems"

type DeliveryHistoryProps = {
  invoiceId: string
  number: string
  orderId: string | null
  deliveries: AdminInvoiceDelivery[]
}

/** Every sending of a document, the newest first, with what is to be done about it. */
export const DeliveryHistory = ({ deliveries, ...document }: DeliveryHistoryProps) => {
  const { t, i18n } = useTranslation("dkDelivery")
  const outcomeText = useOutcomeText()
  return (
    <div className="flex flex-col gap-y-3" data-testid="dk-delivery-history">
      <Text size="small" weight="plus">
        {t("drawer.history")}
      </Text>
      {deliveries.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("drawer.none")}
        </Text>
      )}
      {deliveries.map((delivery) => {
        const outcome = outcomeText(delivery.outcome)
        return (
          <div key={delivery.id} className="flex flex-col gap-y-1" data-testid="dk-delivery">
            <div className="flex flex-wrap items-center gap-2">
              <DeliveryBadge channel={delivery.channel} state={delivery.state} />
              <Text size="small" className="text-ui-fg-subtle">
                {formatMoment(String(delivery.created_at), i18n.language)},{" "}
                {t(`recipient.${delivery.recipient}`)}
              </Text>
            </div>
            {outcome !== null && <Text size="small">{outcome}</Text>}
            {delivery.note !== null && <Text size="small">{delivery.note}</Text>}
            <DeliveryProblems problems={delivery.problems} orderId={document.orderId} />
            <DeliveryActions {...document} delivery={delivery} />
          </div>
        )
      })}
    </div>
  )
}
