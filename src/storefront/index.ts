/**
 * A typed client of the store's routes for browsers and servers. It needs no framework.
 *
 * @packageDocumentation
 */
export { createStorefrontClient } from "./client"
export type { StorefrontClient } from "./client"
export { createCookieChoice } from "./cookies/choice"
export type { CookieChoice, CookieChoiceOptions } from "./cookies/choice"
export { googleConsentMode, googleConsentSignals } from "./cookies/google-consent"
export type { GoogleConsentSignals } from "./cookies/google-consent"
export { cookieWords } from "./cookies/words"
export type { CookieWords } from "./cookies/words"
export { StorefrontError } from "./error"
export type { StorefrontCartUpdate } from "./medusa"
export { mountNetsCheckout } from "./nets-checkout"
export type { NetsCheckout, NetsCheckoutOptions } from "./nets-checkout"
export type { EmbeddedPayment, StorefrontPayment } from "./payment"
export { createPrivacyPage } from "./privacy/create"
export type { PrivacyPageOptions } from "./privacy/context"
export type { PrivacyWords } from "./privacy/words"
export type { StorefrontCall, StorefrontClientOptions } from "./request"
export type {
  StorefrontAddress,
  StorefrontCart,
  StorefrontCompletion,
  StorefrontLine,
  StorefrontOrder,
  StorefrontProduct,
  StorefrontShippingOption,
  StorefrontVariant,
} from "./types"
export type {
  AddressProtection,
  CookieChoices,
  CookiePurpose,
  DkInvoice,
  NoticeCookie,
  OptionalCookiePurpose,
  StoreBuyer,
  StoreBuyerPlace,
  StoreBuyerResponse,
  StoreBuyerType,
  StoreCartConsents,
  StoreConsent,
  StoreConsentChoice,
  StoreCustomerConsents,
  StoreSetCustomerConsent,
  StoreCookieChoice,
  StoreNotice,
  StoreAskPrivacyRequest,
  StoreConfirmedPrivacyRequest,
  StorePrivacyRequest,
  StorePrivacySummary,
  StoreReportBreach,
  StoreSaveBuyerPlace,
  StoreSetBuyer,
} from "../types/http"
