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
  listKeptUntil,
  openInvoiceSeries,
  releaseInvoices,
  replaceFinancialYears,
  verifyInvoiceSeries,
} from "./keeping"
export { readInvoiceSetup } from "./setup"
export type { InvoiceSetup } from "./setup"
export {
  approveCustomerCredit,
  findCustomerCredit,
  revokeCustomerCredit,
} from "./on-account/credit"
export {
  changeBookkeepingAccounts,
  listBookkeepingAccounts,
  listBookkeepingDifferences,
  listLatePayments,
  readJournal,
} from "./bookkeeping/bookkeeping"
export type { JournalEntry } from "../../modules/invoice/domain/journal"
export { closeSettledOnAccount } from "./on-account/close-settled"
export { finishCaptures } from "./on-account/finish-captures"
export { importPayments } from "./on-account/import-payments"
export { findOrderOnAccount, onceByKey, registerPayment } from "./on-account/register-payment"
export { listUnpaidInvoices } from "./on-account/unpaid"
export {
  isSessionOnAccount,
  requireOnAccount,
  requireReservations,
} from "./on-account/require-on-account"
export { isGuestOrder, isCartOfOrder, isOwnOrder } from "./order-access"
export {
  findInvoiceRequest,
  listExternalInvoices,
  listInvoiceRequests,
  recordExternalInvoice,
} from "./external-invoices"
export { importExternalInvoices } from "./import-numbers"
export {
  archiveEarlierOrders,
  listArchiveCopies,
  listEarlierOrders,
  listEarlierYears,
} from "./earlier-orders"
export { askForDelivery, findDeliveries, findPayload, settleDeliveryByStaff } from "./delivery/ask"
export { lookUpEan } from "./delivery/look-up-ean"
export { listUndelivered, withDeliveryStates } from "./delivery/overview"
export { sendDueDeliveries } from "./delivery/send-due"
export { workOffDeliveriesOf } from "./delivery/work-off"
