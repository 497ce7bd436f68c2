import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { BuyerSection } from "../domains/buyer/sections/buyer-section"
import { LimitSection } from "../domains/invoice/sections/limit-section"
import { guarded } from "../shared/guarded"

const BuyerCustomerWidget = ({ data }: DetailWidgetProps<AdminCustomer>) => (
  <div className="flex flex-col gap-y-3">
    <BuyerSection owner={{ kind: "customers", id: data.id }} />
    <LimitSection customerId={data.id} />
  </div>
)

export const config = defineWidgetConfig({ zone: "customer.details.side.after" })

export default guarded(BuyerCustomerWidget)
