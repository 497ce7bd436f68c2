import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { RestrictionNotice } from "../domains/personal-data/sections/restriction-notice"
import { guarded } from "../shared/guarded"

const RestrictedOrderWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <RestrictionNotice path={`/admin/orders/${data.id}`} />
)

export const config = defineWidgetConfig({ zone: "order.details.side.before" })

export default guarded(RestrictedOrderWidget)
