import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { InvoicesPage } from "../../domains/invoice/sections/invoices-page"
import { guarded } from "../../shared/guarded"

const InvoicesRoute = () => <InvoicesPage />

export const config = defineRouteConfig({
  label: "menu",
  icon: ReceiptPercent,
  translationNs: "dkInvoicePage",
})

export default guarded(InvoicesRoute)
