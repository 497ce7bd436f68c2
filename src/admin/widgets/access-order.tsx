import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { AddressSection } from "../domains/access/sections/address-section"
import { guarded } from "../shared/guarded"

const AccessOrderWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <AddressSection key={data.id} owner={{ kind: "orders", id: data.id }} />
)

export const config = defineWidgetConfig({ zone: "order.details.side.before" })

export default guarded(AccessOrderWidget)
