import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { GiftCardSection } from "../domains/invoice/sections/gift-card-section"
import { guarded } from "../shared/guarded"

const InvoiceProductWidget = ({ data }: DetailWidgetProps<AdminProduct>) =>
  data.is_giftcard ? <GiftCardSection id={data.id} metadata={data.metadata ?? {}} /> : null

export const config = defineWidgetConfig({ zone: "product.details.side.after" })

export default guarded(InvoiceProductWidget)
