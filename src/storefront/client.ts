import type {
  AddressProtectionResponse,
  StoreBuyerResponse,
  StoreCartConsents,
  StoreConsentChoice,
  StoreCookieChoiceResponse,
  StoreCustomerConsents,
  StoreInvoiceToken,
  StoreLookUpCookieChoice,
  StoreNotice,
  StoreNoticeListResponse,
  StoreOrderInvoices,
  StoreSetBuyer,
  StoreSetCartConsents,
  StoreSetCookieChoice,
  StoreSetCustomerConsent,
  StoreSetCustomerConsents,
} from "../types/http"
import { medusaCalls } from "./medusa"
import { privacyCalls } from "./privacy-calls"
import { createSend } from "./request"
import type { StorefrontClientOptions } from "./request"

const TOKEN_HEADER = "x-dk-invoice-token"

const part = (id: string): string => encodeURIComponent(id)

/**
 * The store's routes for a Danish checkout, typed. It needs nothing but `fetch`, so it fits any framework or
 * none. Every call may throw `StorefrontError`; `send` reaches any other route in the same way.
 */
export const createStorefrontClient = (options: StorefrontClientOptions) => {
  const send = createSend(options)
  const { json, text } = send
  const buyerOf = (cartId: string) => `/store/carts/${part(cartId)}/buyer`
  const protectionOf = (cartId: string) => `/store/carts/${part(cartId)}/address-protection`
  const invoicesOf = (orderId: string) => `/store/orders/${part(orderId)}/dk-invoices`
  const asGuest = (token?: string): { headers?: Record<string, string> } =>
    token === undefined ? {} : { headers: { [TOKEN_HEADER]: token } }
  return {
    ...medusaCalls(json),
    ...privacyCalls(send),

    send: json,

    /** Who buys in the cart; null while nobody has said. */
    getBuyer: async (cartId: string) => (await json<StoreBuyerResponse>(buyerOf(cartId))).buyer,

    /** Sets who buys. Errors name the field; code `buyer_locked` while a payment is open. */
    setBuyer: async (cartId: string, buyer: StoreSetBuyer) =>
      (await json<StoreBuyerResponse>(buyerOf(cartId), { method: "POST", body: buyer })).buyer,

    /** Removes who buys. */
    removeBuyer: (cartId: string) => json<object>(buyerOf(cartId), { method: "DELETE" }),

    /** Whether the shopper has said that their address is protected; null when they have not. */
    getAddressProtection: async (cartId: string) =>
      (await json<AddressProtectionResponse>(protectionOf(cartId))).address_protection,

    /** The shopper says that their address is protected: staff does not see it without asking. Say so before the address. */
    protectAddress: async (cartId: string) =>
      (await json<AddressProtectionResponse>(protectionOf(cartId), { method: "POST" }))
        .address_protection,

    /** The shopper takes it back. Code `cart_completed` once the cart is an order. */
    unprotectAddress: (cartId: string) => json<object>(protectionOf(cartId), { method: "DELETE" }),

    /** Gives up an open payment, which unlocks the buyer. Code `payment_in_progress` once it is paid. */
    giveUpPayment: (cartId: string) =>
      json<object>(`/store/carts/${part(cartId)}/payment-sessions`, { method: "DELETE" }),

    /** The privacy notice in force in a language, or null when the shop has none. */
    getPrivacyNotice: async (locale: string): Promise<StoreNotice | null> => {
      const path = `/store/privacy/notices?kind=privacy&current=true&locale=${part(locale)}`
      return (await json<StoreNoticeListResponse>(path)).notices[0] ?? null
    },

    /** The cookie notice in force in a language, else in another one of the shop's, or null when it has none. */
    getCookieNotice: async (locale: string): Promise<StoreNotice | null> => {
      const path = "/store/privacy/notices?kind=cookies&current=true"
      const inLanguage = await json<StoreNoticeListResponse>(`${path}&locale=${part(locale)}`)
      const exact = inLanguage.notices.find((notice) => notice.locale === locale)
      const found = exact ?? inLanguage.notices[0]
      return found ?? (await json<StoreNoticeListResponse>(path)).notices[0] ?? null
    },

    /** Gives the store what this browser chose of cookies, as proof. The same again changes nothing. */
    setCookieChoice: async (choice: StoreSetCookieChoice) => {
      const path = "/store/privacy/cookie-choices"
      const call = { method: "POST" as const, body: choice }
      return (await json<StoreCookieChoiceResponse>(path, call)).cookie_choice
    },

    /** The proof of what this browser chose, and whether to ask again; null when the store knows nothing. */
    lookUpCookieChoice: async (visitor: StoreLookUpCookieChoice) => {
      const path = "/store/privacy/cookie-choices/lookup"
      const call = { method: "POST" as const, body: visitor }
      return (await json<StoreCookieChoiceResponse>(path, call)).cookie_choice
    },

    /** The texts in force that stand beside boxes for marketing, one for each purpose and channel. */
    getMarketingNotices: async (locale: string): Promise<StoreNotice[]> => {
      const path = `/store/privacy/notices?kind=marketing&current=true&limit=100&locale=${part(locale)}`
      return (await json<StoreNoticeListResponse>(path)).notices
    },

    /**
     * Tells which notices the checkout shows, and what is chosen beside them now. Showing is no consent. Choices replace those
     * before; left out, they stay.
     */
    noteShown: (cartId: string, noticeIds: string[], consents?: StoreConsentChoice[]) => {
      const body: StoreSetCartConsents = { notices: noticeIds, ...(consents && { consents }) }
      return json<StoreCartConsents>(`/store/carts/${part(cartId)}/consents`, {
        method: "POST",
        body,
      })
    },

    /** What the signed-in customer has agreed to, and everything that happened, latest first. */
    getConsents: () => json<StoreCustomerConsents>("/store/customers/me/consents"),

    /** Gives, refuses or withdraws, or objects to all marketing, as the signed-in customer. The same again changes nothing. */
    setConsents: (consents: StoreSetCustomerConsent[]) => {
      const body: StoreSetCustomerConsents = { consents }
      return json<StoreCustomerConsents>("/store/customers/me/consents", { method: "POST", body })
    },

    /** A guest's key to the invoices of the order their cart became. */
    getInvoiceToken: async (orderId: string, cartId: string) => {
      const path = `/store/orders/${part(orderId)}/dk-invoice-token`
      const body = { cart_id: cartId }
      return (await json<StoreInvoiceToken>(path, { method: "POST", body })).token
    },

    /** Invoices and credit notes of an own order, oldest first. Guests pass their token. */
    listInvoices: async (orderId: string, token?: string) =>
      (await json<StoreOrderInvoices>(invoicesOf(orderId), asGuest(token))).invoices,

    /** An own invoice as a page to show or print. */
    getInvoiceHtml: (
      orderId: string,
      invoiceId: string,
      { token, locale }: { token?: string; locale: "da" | "en" }
    ) => text(`${invoicesOf(orderId)}/${part(invoiceId)}/html?locale=${locale}`, asGuest(token)),
  }
}

export type StorefrontClient = ReturnType<typeof createStorefrontClient>
