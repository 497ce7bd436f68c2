import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { ErasedOrderNotice } from "../domains/personal-data/sections/erased-order-notice"
import { guarded } from "../shared/guarded"

const PersonalDataOrderWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <ErasedOrderNotice email={data.email} />
)

export const config = defineWidgetConfig({ zone: "order.details.side.before" })

export default guarded(PersonalDataOrderWidget)
