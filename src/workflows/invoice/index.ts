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
export { askForDelivery, findDeliveries, findPayload, settleDeliveryByStaff } from "./delivery/ask"
export { lookUpEan } from "./delivery/look-up-ean"
export { listUndelivered, withDeliveryStates } from "./delivery/overview"
export { sendDueDeliveries } from "./delivery/send-due"
export { workOffDeliveriesOf } from "./delivery/work-off"
