export { dkIssueInvoicesWorkflow } from "./workflows/issue-invoices"
export type { IssueInvoicesInput } from "./workflows/issue-invoices"
export { dkAmendInvoicesWorkflow } from "./workflows/amend-invoices"
export type { AmendInvoicesInput } from "./steps/amend-invoices"
export {
  findOrderOfFulfillment,
  findOrderOfPayment,
  issueInvoicesOf,
  issueMissingInvoices,
} from "./orders-to-issue"
export { findInvoicesOfOrder, findInvoice, listInvoices } from "./read-invoices"
export { listExchangeRates, saveExchangeRate } from "./exchange-rates"
export { requireGiftCardKinds } from "./gift-cards"
export { listLackingOrders } from "./lacking-orders"
export {
  listFinancialYears,
  listInvoiceSeries,
  openInvoiceSeries,
  releaseInvoices,
  replaceFinancialYears,
  verifyInvoiceSeries,
} from "./keeping"
export { isGuestOrder, isCartOfOrder, isOwnOrder } from "./order-access"
export {
  findInvoiceRequest,
  listExternalInvoices,
  listInvoiceRequests,
  recordExternalInvoice,
} from "./external-invoices"
export { importExternalInvoices } from "./import-numbers"
export { archiveEarlierOrders, listArchiveCopies, listEarlierOrders } from "./earlier-orders"
