import { defineMiddlewares } from "@medusajs/framework/http"
import { adminInviteMiddlewares } from "./admin/invites/middlewares"
import { storeOrderMiddlewares } from "./store/orders/[id]/middlewares"
import { adminCustomerBuyerMiddlewares } from "./admin/customers/[id]/buyer/middlewares"
import { adminBuyerFindingMiddlewares } from "./admin/dk/buyer-findings/middlewares"
import { adminDraftOrderBuyerMiddlewares } from "./admin/draft-orders/[id]/buyer/middlewares"
import { adminOrderBuyerMiddlewares } from "./admin/orders/[id]/buyer/middlewares"
import { adminCustomerCreditMiddlewares } from "./admin/customers/[id]/dk-credit/middlewares"
import { adminBookkeepingMiddlewares } from "./admin/dk/bookkeeping/middlewares"
import { adminPaymentImportMiddlewares } from "./admin/dk/payments-received/import/middlewares"
import { adminUnpaidInvoiceMiddlewares } from "./admin/dk/unpaid-invoices/middlewares"
import { adminPaymentReceivedMiddlewares } from "./admin/orders/[id]/dk-payments-received/middlewares"
import { adminPaymentLinkMiddlewares } from "./admin/orders/[id]/dk-payment-links/middlewares"
import { storeCartLoginMiddlewares } from "./store/carts/middlewares"
import { storeCartBuyerMiddlewares } from "./store/carts/[id]/buyer/middlewares"
import { storeCartChangeMiddlewares } from "./store/carts/[id]/middlewares"
import { storeCartCompleteMiddlewares } from "./store/carts/[id]/complete/middlewares"
import { storeCartPaymentSessionMiddlewares } from "./store/carts/[id]/payment-sessions/middlewares"
import { storeBuyerPlaceMiddlewares } from "./store/customers/me/buyer-places/middlewares"
import { storeCustomerBuyerMiddlewares } from "./store/customers/me/buyer/middlewares"
import { storeLookupMiddlewares } from "./store/dk/middlewares"
import { adminExchangeRateMiddlewares } from "./admin/dk/exchange-rates/middlewares"
import { adminEarlierOrderMiddlewares } from "./admin/dk/earlier-orders/middlewares"
import { adminExternalInvoiceImportMiddlewares } from "./admin/dk/external-invoices/middlewares"
import { adminInvoiceRequestMiddlewares } from "./admin/dk/invoice-requests/middlewares"
import { adminOrderExternalInvoiceMiddlewares } from "./admin/orders/[id]/external-invoices/middlewares"
import { adminFinancialYearMiddlewares } from "./admin/dk/financial-years/middlewares"
import { adminCreditNoteMiddlewares } from "./admin/orders/[id]/dk-credit-notes/middlewares"
import { adminInvoiceSeriesMiddlewares } from "./admin/dk/invoice-series/middlewares"
import { adminDeliveryMiddlewares } from "./admin/dk/invoices/[id]/deliveries/middlewares"
import { adminInvoiceMiddlewares } from "./admin/dk/invoices/middlewares"
import { adminNetsManualRefundMiddlewares } from "./admin/dk/nets/payments/[session_id]/manual-refund/middlewares"
import { adminNetsMiddlewares } from "./admin/dk/nets/middlewares"
import { netsHookMiddlewares } from "./hooks/nets/middlewares"
import { netsPaymentSessionMiddlewares } from "./store/payment-collections/middlewares"
import { storeInvoiceTokenMiddlewares } from "./store/orders/[id]/dk-invoice-token/middlewares"
import { storeInvoiceMiddlewares } from "./store/orders/[id]/dk-invoices/middlewares"
import { storeRegistrationMiddlewares } from "./store/customers/middlewares"
import { storeCustomerConsentMiddlewares } from "./store/customers/me/consents/middlewares"
import { cartConsentMiddlewares } from "./store/carts/[id]/consents/middlewares"
import { storeCookieChoiceMiddlewares } from "./store/privacy/cookie-choices/middlewares"
import { storeNoticeMiddlewares } from "./store/privacy/notices/middlewares"
import { adminConsentMiddlewares } from "./admin/privacy/consents/middlewares"
import { adminNoticeMiddlewares } from "./admin/privacy/notices/middlewares"
import { adminFindingMiddlewares } from "./admin/privacy/findings/middlewares"
import { adminFullScanMiddlewares } from "./admin/privacy/scans/middlewares"
import { adminInputCountMiddlewares } from "./admin/privacy/input-counts/middlewares"
import { adminStaffCheckMiddlewares } from "./admin/privacy/staff-checks/middlewares"
import { adminDoctorMiddlewares } from "./admin/privacy/doctor/middlewares"
import { adminOverviewMiddlewares } from "./admin/privacy/overview/middlewares"
import { adminExportFileMiddlewares } from "./admin/privacy/export-files/middlewares"
import { adminParkedMiddlewares } from "./admin/privacy/parked/middlewares"
import { adminRetentionMiddlewares } from "./admin/privacy/retention/middlewares"
import { adminSweepMiddlewares } from "./admin/privacy/sweeps/middlewares"
import { adminImportCheckMiddlewares } from "./admin/privacy/import-checks/middlewares"
import { adminReplayMiddlewares } from "./admin/privacy/replays/middlewares"
import { adminHoldMiddlewares } from "./admin/privacy/holds/middlewares"
import { adminRecipientMiddlewares } from "./admin/privacy/recipients/middlewares"
import { adminBreachReportMiddlewares } from "./admin/privacy/breach-reports/middlewares"
import { storeBreachReportMiddlewares } from "./store/privacy/breach-reports/middlewares"
import { adminBreachMiddlewares } from "./admin/privacy/breaches/middlewares"
import { adminAffectedMiddlewares } from "./admin/privacy/breaches/[id]/affected/middlewares"
import { adminRequestMiddlewares } from "./admin/privacy/requests/middlewares"
import { adminStopMiddlewares } from "./admin/privacy/stops/middlewares"
import { adminRecordMiddlewares } from "./admin/privacy/record-of-processing/middlewares"
import { adminPrivacyMiddlewares } from "./admin/privacy/middlewares"
import { adminAccessEventMiddlewares } from "./admin/privacy/access-events/middlewares"
import { adminRoleMiddlewares } from "./admin/privacy/roles/middlewares"
import { adminHandOverMiddlewares } from "./admin/privacy/hand-overs/middlewares"
import { adminSelectionMiddlewares } from "./admin/privacy/selections/middlewares"
import { inputGuardMiddlewares } from "./_shared/guard-inputs"
import { accessMiddlewares } from "./_shared/guard-access"
import { restrictedMiddlewares } from "./_shared/refuse-restricted"
import { adminRestrictionMiddlewares } from "./admin/privacy/restrictions/middlewares"
import { adminCustomerProtectionMiddlewares } from "./admin/customers/[id]/address-protection/middlewares"
import { adminOrderProtectionMiddlewares } from "./admin/orders/[id]/address-protection/middlewares"
import { storeCartProtectionMiddlewares } from "./store/carts/[id]/address-protection/middlewares"
import { storeCustomerProtectionMiddlewares } from "./store/customers/me/address-protection/middlewares"
import { adminAudienceMiddlewares } from "./admin/privacy/marketing-audience/middlewares"
import { adminConsentImportMiddlewares } from "./admin/privacy/consents/import/middlewares"
import { adminSuppressionMiddlewares } from "./admin/privacy/suppressions/middlewares"
import { publicPrivacyMiddlewares } from "./privacy/middlewares"
import { storeSubscriptionMiddlewares } from "./store/privacy/subscriptions/middlewares"
import { storePrivacyRequestMiddlewares } from "./store/privacy/requests/middlewares"
import { storeOwnPrivacyRequestMiddlewares } from "./store/customers/me/privacy-requests/middlewares"
import { storePrivacySummaryMiddlewares } from "./store/customers/me/privacy-summary/middlewares"
import { answerError } from "./_shared/answer-error"
import { unreadableMiddlewares } from "./_shared/refuse-unreadable"
import { cacheMiddlewares } from "./_shared/keep-out-of-caches"
import { erasedActorMiddlewares } from "./_shared/refuse-erased-actors"

export default defineMiddlewares({
  errorHandler: answerError,
  routes: [
    ...unreadableMiddlewares,
    ...cacheMiddlewares,
    ...erasedActorMiddlewares,
    ...accessMiddlewares,
    ...inputGuardMiddlewares,
    ...storeCartLoginMiddlewares,
    ...adminInviteMiddlewares,
    ...storeOrderMiddlewares,
    ...adminCustomerBuyerMiddlewares,
    ...adminOrderBuyerMiddlewares,
    ...adminPaymentLinkMiddlewares,
    ...adminCustomerCreditMiddlewares,
    ...adminPaymentReceivedMiddlewares,
    ...adminPaymentImportMiddlewares,
    ...adminBookkeepingMiddlewares,
    ...adminUnpaidInvoiceMiddlewares,
    ...adminDraftOrderBuyerMiddlewares,
    ...adminBuyerFindingMiddlewares,
    ...storeCartBuyerMiddlewares,
    ...storeCartCompleteMiddlewares,
    ...storeCartPaymentSessionMiddlewares,
    ...storeCartChangeMiddlewares,
    ...storeCustomerBuyerMiddlewares,
    ...storeBuyerPlaceMiddlewares,
    ...storeLookupMiddlewares,
    ...adminPrivacyMiddlewares,
    ...adminRoleMiddlewares,
    ...adminAccessEventMiddlewares,
    ...adminDoctorMiddlewares,
    ...adminOverviewMiddlewares,
    ...adminExportFileMiddlewares,
    ...adminImportCheckMiddlewares,
    ...adminReplayMiddlewares,
    ...adminHoldMiddlewares,
    ...adminStopMiddlewares,
    ...adminRecipientMiddlewares,
    ...adminBreachReportMiddlewares,
    ...storeBreachReportMiddlewares,
    ...adminBreachMiddlewares,
    ...adminAffectedMiddlewares,
    ...adminRequestMiddlewares,
    ...adminRetentionMiddlewares,
    ...adminSweepMiddlewares,
    ...adminParkedMiddlewares,
    ...adminFindingMiddlewares,
    ...adminFullScanMiddlewares,
    ...adminInputCountMiddlewares,
    ...adminStaffCheckMiddlewares,
    ...adminRecordMiddlewares,
    ...adminSelectionMiddlewares,
    ...adminHandOverMiddlewares,
    ...adminNoticeMiddlewares,
    ...adminConsentMiddlewares,
    ...storeNoticeMiddlewares,
    ...storeCookieChoiceMiddlewares,
    ...cartConsentMiddlewares,
    ...storeRegistrationMiddlewares,
    ...storeCustomerConsentMiddlewares,
    ...adminInvoiceMiddlewares,
    ...adminCreditNoteMiddlewares,
    ...adminDeliveryMiddlewares,
    ...adminInvoiceSeriesMiddlewares,
    ...adminExchangeRateMiddlewares,
    ...adminFinancialYearMiddlewares,
    ...adminInvoiceRequestMiddlewares,
    ...adminOrderExternalInvoiceMiddlewares,
    ...adminExternalInvoiceImportMiddlewares,
    ...adminEarlierOrderMiddlewares,
    ...storeInvoiceMiddlewares,
    ...storeInvoiceTokenMiddlewares,
    ...netsHookMiddlewares,
    ...netsPaymentSessionMiddlewares,
    ...adminNetsManualRefundMiddlewares,
    ...adminNetsMiddlewares,
    ...restrictedMiddlewares,
    ...adminRestrictionMiddlewares,
    ...adminCustomerProtectionMiddlewares,
    ...adminOrderProtectionMiddlewares,
    ...storeCartProtectionMiddlewares,
    ...storeCustomerProtectionMiddlewares,
    ...publicPrivacyMiddlewares,
    ...storeSubscriptionMiddlewares,
    ...storePrivacyRequestMiddlewares,
    ...storeOwnPrivacyRequestMiddlewares,
    ...storePrivacySummaryMiddlewares,
    ...adminAudienceMiddlewares,
    ...adminSuppressionMiddlewares,
    ...adminConsentImportMiddlewares,
  ],
})
