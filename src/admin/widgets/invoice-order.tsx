import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { BuyerSection } from "../domains/buyer/sections/buyer-section"
import { InvoicesSection } from "../domains/invoice/sections/invoices-section"
import { OnAccountSection } from "../domains/invoice/sections/on-account-section"
import { guarded } from "../shared/guarded"

const InvoiceOrderWidget = ({ data }: DetailWidgetProps<AdminOrder>) => (
  <div className="flex flex-col gap-y-3">
    <BuyerSection owner={{ kind: "orders", id: data.id }} />
    <InvoicesSection
      orderId={data.id}
      orderNumber={(data.display_id ?? "").toString()}
      paymentStatus={data.payment_status}
    />
    <OnAccountSection orderId={data.id} paymentStatus={data.payment_status} />
  </div>
)

export const config = defineWidgetConfig({ zone: "order.details.side.after" })

export default guarded(InvoiceOrderWidget)
