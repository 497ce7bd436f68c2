import { accessChecks as daAccessChecks } from "./da/access-checks"
import { access as daAccess } from "./da/access"
import { accessDoctor as daAccessDoctor } from "./da/access-doctor"
import { overview as daOverview } from "./da/overview"
import { breaches as daBreaches } from "./da/breaches"
import { breachCase as daBreachCase } from "./da/breaches-case"
import { breachPeople as daBreachPeople } from "./da/breaches-people"
import { buyer as daBuyer } from "./da/buyer"
import { invoice as daInvoice } from "./da/invoice"
import { invoiceExternal as daInvoiceExternal } from "./da/invoice-external"
import { earlierOrders as daEarlierOrders } from "./da/invoice-earlier"
import { invoiceDelivery as daDelivery } from "./da/invoice-delivery"
import { lacking as daLacking } from "./da/invoice-lacking"
import { invoicePage as daInvoicePage } from "./da/invoice-page"
import { invoiceRates as daInvoiceRates } from "./da/invoice-rates"
import { bookkeeping as daBookkeeping } from "./da/invoice-bookkeeping"
import { onAccount as daOnAccount } from "./da/invoice-on-account"
import { consentHints as daNoticeHints } from "./da/consent-hints"
import { consentNotices as daNotices } from "./da/consent-notices"
import { consents as daConsents } from "./da/consents"
import { nets as daNets } from "./da/nets"
import { netsPage as daNetsPage } from "./da/nets-page"
import { address as daAddress } from "./da/access-address"
import { replays as daReplays } from "./da/personal-data-replays"
import { restrictions as daRestrictions } from "./da/personal-data-restrictions"
import { retention as daRetention } from "./da/personal-data-retention"
import { personalData as daPersonalData } from "./da/personal-data"
import { personalDataMap as daDataMap } from "./da/personal-data-map"
import { personalDataPages as daPrivacy } from "./da/personal-data-pages"
import { fulfil as daFulfil } from "./da/requests-fulfil"
import { intake as daIntake } from "./da/requests-intake"
import { recipients as daRecipients } from "./da/recipients"
import { requests as daRequests } from "./da/requests"
import { consentAudience as daConsentAudience } from "./da/consent-audience"
import { fullScan as daFullScan } from "./da/personal-data-scan"
import { dashboardLanguage as daDashboard } from "./da/dashboard-language"
import { shared as daShared } from "./da/shared"
import { accessChecks as enAccessChecks } from "./en/access-checks"
import { access as enAccess } from "./en/access"
import { accessDoctor as enAccessDoctor } from "./en/access-doctor"
import { overview as enOverview } from "./en/overview"
import { breaches as enBreaches } from "./en/breaches"
import { breachCase as enBreachCase } from "./en/breaches-case"
import { breachPeople as enBreachPeople } from "./en/breaches-people"
import { buyer as enBuyer } from "./en/buyer"
import { invoice as enInvoice } from "./en/invoice"
import { invoiceExternal as enInvoiceExternal } from "./en/invoice-external"
import { earlierOrders as enEarlierOrders } from "./en/invoice-earlier"
import { invoiceDelivery as enDelivery } from "./en/invoice-delivery"
import { lacking as enLacking } from "./en/invoice-lacking"
import { invoicePage as enInvoicePage } from "./en/invoice-page"
import { invoiceRates as enInvoiceRates } from "./en/invoice-rates"
import { bookkeeping as enBookkeeping } from "./en/invoice-bookkeeping"
import { onAccount as enOnAccount } from "./en/invoice-on-account"
import { consentHints as enNoticeHints } from "./en/consent-hints"
import { consentNotices as enNotices } from "./en/consent-notices"
import { consents as enConsents } from "./en/consents"
import { nets as enNets } from "./en/nets"
import { netsPage as enNetsPage } from "./en/nets-page"
import { address as enAddress } from "./en/access-address"
import { replays as enReplays } from "./en/personal-data-replays"
import { restrictions as enRestrictions } from "./en/personal-data-restrictions"
import { retention as enRetention } from "./en/personal-data-retention"
import { personalData as enPersonalData } from "./en/personal-data"
import { personalDataMap as enDataMap } from "./en/personal-data-map"
import { personalDataPages as enPrivacy } from "./en/personal-data-pages"
import { fulfil as enFulfil } from "./en/requests-fulfil"
import { intake as enIntake } from "./en/requests-intake"
import { recipients as enRecipients } from "./en/recipients"
import { requests as enRequests } from "./en/requests"
import { consentAudience as enConsentAudience } from "./en/consent-audience"
import { fullScan as enFullScan } from "./en/personal-data-scan"
import { dashboardLanguage as enDashboard } from "./en/dashboard-language"
import { shared as enShared } from "./en/shared"

/** One namespace per domain. Shipping Danish also lets the dashboard run in Danish (`lng=da`). */
export default {
  da: {
    dkShared: daShared,
    dkAccessChecks: daAccessChecks,
    dkAccess: daAccess,
    dkAccessDoctor: daAccessDoctor,
    dkOverview: daOverview,
    dkBuyer: daBuyer,
    dkInvoice: daInvoice,
    dkInvoicePage: daInvoicePage,
    dkLacking: daLacking,
    dkInvoiceRates: daInvoiceRates,
    dkOnAccount: daOnAccount,
    dkBookkeeping: daBookkeeping,
    dkInvoiceExternal: daInvoiceExternal,
    dkEarlierOrders: daEarlierOrders,
    dkDelivery: daDelivery,
    dkNotices: daNotices,
    dkNoticeHints: daNoticeHints,
    dkConsents: daConsents,
    dkNets: daNets,
    dkNetsPage: daNetsPage,
    dkPersonalData: daPersonalData,
    dkPrivacy: daPrivacy,
    dkDataMap: daDataMap,
    dkFullScan: daFullScan,
    dkAddress: daAddress,
    dkRestrictions: daRestrictions,
    dkRetention: daRetention,
    dkReplays: daReplays,
    dkConsentAudience: daConsentAudience,
    dkRequests: daRequests,
    dkFulfil: daFulfil,
    dkRecipients: daRecipients,
    dkIntake: daIntake,
    dkBreaches: daBreaches,
    dkBreachCase: daBreachCase,
    dkBreachPeople: daBreachPeople,
    dkDashboard: daDashboard,
  },
  en: {
    dkShared: enShared,
    dkAccessChecks: enAccessChecks,
    dkAccess: enAccess,
    dkAccessDoctor: enAccessDoctor,
    dkOverview: enOverview,
    dkBuyer: enBuyer,
    dkInvoice: enInvoice,
    dkInvoicePage: enInvoicePage,
    dkLacking: enLacking,
    dkInvoiceRates: enInvoiceRates,
    dkOnAccount: enOnAccount,
    dkBookkeeping: enBookkeeping,
    dkInvoiceExternal: enInvoiceExternal,
    dkEarlierOrders: enEarlierOrders,
    dkDelivery: enDelivery,
    dkNotices: enNotices,
    dkNoticeHints: enNoticeHints,
    dkConsents: enConsents,
    dkNets: enNets,
    dkNetsPage: enNetsPage,
    dkPersonalData: enPersonalData,
    dkPrivacy: enPrivacy,
    dkDataMap: enDataMap,
    dkFullScan: enFullScan,
    dkAddress: enAddress,
    dkRestrictions: enRestrictions,
    dkRetention: enRetention,
    dkReplays: enReplays,
    dkConsentAudience: enConsentAudience,
    dkRequests: enRequests,
    dkFulfil: enFulfil,
    dkRecipients: enRecipients,
    dkIntake: enIntake,
    dkBreaches: enBreaches,
    dkBreachCase: enBreachCase,
    dkBreachPeople: enBreachPeople,
    dkDashboard: enDashboard,
  },
}
