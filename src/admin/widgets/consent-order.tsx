import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderConsents } from "../domains/consent/sections/order-consents"
import { guarded } from "../shared/guarded"

const ConsentOrderWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <OrderConsents key={data.id} orderId={data.id} />
)

export const config = defineWidgetConfig({ zone: "order.details.side.after" })

export default guarded(ConsentOrderWidget)
