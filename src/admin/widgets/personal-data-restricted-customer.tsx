import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { RestrictionNotice } from "../domains/personal-data/sections/restriction-notice"
import { guarded } from "../shared/guarded"

const RestrictedCustomerWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <RestrictionNotice path={`/admin/customers/${data.id}`} />
)

export const config = defineWidgetConfig({ zone: "customer.details.side.before" })

export default guarded(RestrictedCustomerWidget)
