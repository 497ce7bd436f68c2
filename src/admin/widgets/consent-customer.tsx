import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { CustomerConsents } from "../domains/consent/sections/customer-consents"
import { guarded } from "../shared/guarded"

const ConsentCustomerWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <CustomerConsents key={data.id} customerId={data.id} />
)

export const config = defineWidgetConfig({ zone: "customer.details.after" })

export default guarded(ConsentCustomerWidget)
