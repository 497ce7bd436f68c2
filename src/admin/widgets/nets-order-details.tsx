import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderPayments } from "../domains/nets/sections/order-payments"
import { guarded } from "../shared/guarded"

const isPaidByNets = ({ payment_collections: collections }: AdminOrder): boolean =>
  collections
    .flatMap(({ payments = [] }) => payments)
    .some(({ provider_id: provider }) => provider.startsWith("pp_nets_"))

const isOwed = ({ status, summary, payment_collections: collections }: AdminOrder): boolean =>
  status !== "canceled" &&
  summary.pending_difference > 0 &&
  !collections.some((collection) => collection.status.endsWith("authorized"))

const NetsOrderWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <OrderPayments
    orderId={data.id}
    paymentStatus={data.payment_status}
    isPaidByNets={isPaidByNets(data)}
    isOwed={isOwed(data)}
  />
)

export const config = defineWidgetConfig({ zone: "order.details.side.after" })

export default guarded(NetsOrderWidget)
