import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { AddressSection } from "../domains/access/sections/address-section"
import { guarded } from "../shared/guarded"

const AccessCustomerWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <AddressSection key={data.id} owner={{ kind: "customers", id: data.id }} />
)

export const config = defineWidgetConfig({ zone: "customer.details.after" })

export default guarded(AccessCustomerWidget)
