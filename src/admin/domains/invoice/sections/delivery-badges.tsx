import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DkDeliveryState, DkDeliveryStates } from "../../../../types/http"

const COLOURS: Readonly<Record<DkDeliveryState, "green" | "orange" | "red" | "blue">> = {
  not_sent: "orange",
  queued: "blue",
  delivered: "green",
  failed: "red",
  no_route: "red",
  uncertain: "orange",
}

type DeliveryBadgeProps = { channel: keyof DkDeliveryStates; state: DkDeliveryState }

/** One way to the buyer and how far the document has come on it. */
export const DeliveryBadge = ({ channel, state }: DeliveryBadgeProps) => {
  const { t } = useTranslation("dkDelivery")
  return (
    <StatusBadge color={COLOURS[state]} className="h-auto" data-testid={`dk-delivery-${channel}`}>
      {t(`channel.${channel}`)}: {t(`state.${state}`)}
    </StatusBadge>
  )
}

/** How far a document has come to its buyer. Draws nothing before it was sent anywhere. */
export const DeliveryBadges = ({ delivery }: { delivery: DkDeliveryStates | undefined }) => {
  if (!delivery || (delivery.einvoice === null && delivery.email === null)) return null
  return (
    <div className="mt-1 flex flex-wrap gap-1">
      {delivery.einvoice !== null && <DeliveryBadge channel="einvoice" state={delivery.einvoice} />}
      {delivery.email !== null && <DeliveryBadge channel="email" state={delivery.email} />}
    </div>
  )
}
