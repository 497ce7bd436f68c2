import { Module } from "@medusajs/framework/utils"
import InvoiceModuleService from "./service"

export const INVOICE_MODULE = "dk_invoice"

export type { InvoiceDocument } from "./domain/document"
export type { MissingField } from "./domain/missing-fields"
export { renderInvoiceHtml } from "./domain/render-html"
export { INVOICE_SORTS } from "./read-invoices"
export type { InvoiceFilters, IssuedInvoice } from "./read-invoices"
export type { InvoiceModuleService }

export default Module(INVOICE_MODULE, { service: InvoiceModuleService })
