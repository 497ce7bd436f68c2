import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { PersonalDataSection } from "../domains/personal-data/sections/personal-data-section"
import { guarded } from "../shared/guarded"

const PersonalDataCustomerWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <PersonalDataSection customerId={data.id} />
)

export const config = defineWidgetConfig({ zone: "customer.details.after" })

export default guarded(PersonalDataCustomerWidget)
