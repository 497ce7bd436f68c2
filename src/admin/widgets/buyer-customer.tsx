import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { BuyerSection } from "../domains/buyer/sections/buyer-section"

const BuyerCustomerWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <BuyerSection owner={{ kind: "customers", id: data.id }} />
)

export const config = defineWidgetConfig({ zone: "customer.details.side.after" })

export default BuyerCustomerWidget
