import { Module } from "@medusajs/framework/utils"
import InvoiceModuleService from "./service"

export const INVOICE_MODULE = "dk_invoice"

export type { InvoiceDocument } from "./domain/document"
export type { MissingField } from "./domain/missing-fields"
export { externalNumberFields } from "./external/external-fields"
export { renderInvoiceHtml } from "./domain/render-html"
export { checkEInvoice } from "./domain/ubl/check-einvoice"
export type { EInvoiceFormat } from "./domain/ubl/check"
export { renderOioubl } from "./domain/ubl/render-oioubl"
export { renderPeppol } from "./domain/ubl/render-peppol"
export { INVOICE_SORTS } from "./read-invoices"
export type { InvoiceFilters, IssuedInvoice } from "./read-invoices"
export { renderInvoicePdf } from "./rendering/invoice-pdf"
export type { InvoiceModuleService }

export default Module(INVOICE_MODULE, { service: InvoiceModuleService })
