import type {
  StoreBuyerInput,
  StoreBuyerResponse,
  StoreCartConsents,
  StoreInvoiceToken,
  StoreNotice,
  StoreNoticeListResponse,
  StoreOrderInvoices,
} from "../types/http"
import { createSend } from "./request"
import type { DenmarkClientOptions } from "./request"

const TOKEN_HEADER = "x-dk-invoice-token"

const part = (id: string): string => encodeURIComponent(id)

/**
 * The plugin's routes for a storefront, typed. Needs nothing but `fetch`, so it fits any framework or none.
 * Every call may throw `DenmarkApiError`; `send` reaches any other route of the store in the same way.
 */
export const createDenmarkClient = (options: DenmarkClientOptions) => {
  const { json, text } = createSend(options)
  const buyerOf = (cartId: string) => `/store/carts/${part(cartId)}/buyer`
  const invoicesOf = (orderId: string) => `/store/orders/${part(orderId)}/dk-invoices`
  const asGuest = (token?: string) => (token === undefined ? {} : { [TOKEN_HEADER]: token })
  return {
    send: json,

    /** Who buys in the cart; null while nobody has said. */
    getBuyer: async (cartId: string) => (await json<StoreBuyerResponse>(buyerOf(cartId))).buyer,

    /** Sets who buys. Errors name the field; code `buyer_locked` while a payment is open. */
    setBuyer: async (cartId: string, buyer: StoreBuyerInput) =>
      (await json<StoreBuyerResponse>(buyerOf(cartId), { method: "POST", body: buyer })).buyer,

    /** Removes who buys. */
    removeBuyer: (cartId: string) => json<object>(buyerOf(cartId), { method: "DELETE" }),

    /** The privacy notice in force in a language, or null when the shop has none. */
    getPrivacyNotice: async (locale: string): Promise<StoreNotice | null> => {
      const path = `/store/privacy/notices?kind=privacy&current=true&locale=${part(locale)}`
      return (await json<StoreNoticeListResponse>(path)).notices[0] ?? null
    },

    /** A notice by its id, old versions too. */
    getNotice: async (id: string) =>
      (await json<{ notice: StoreNotice }>(`/store/privacy/notices/${part(id)}`)).notice,

    /** Tells which notices the checkout shows. That is no consent. */
    noteShown: (cartId: string, noticeIds: string[]) =>
      json<StoreCartConsents>(`/store/carts/${part(cartId)}/consents`, {
        method: "POST",
        body: { notices: noticeIds, consents: [] },
      }),

    /** A guest's key to the invoices of the order their cart became. */
    getInvoiceToken: async (orderId: string, cartId: string) => {
      const path = `/store/orders/${part(orderId)}/dk-invoice-token`
      return (await json<StoreInvoiceToken>(path, { method: "POST", body: { cart_id: cartId } }))
        .token
    },

    /** Invoices and credit notes of an own order, oldest first. Guests pass their token. */
    listInvoices: async (orderId: string, token?: string) =>
      (await json<StoreOrderInvoices>(invoicesOf(orderId), { headers: asGuest(token) })).invoices,

    /** An own invoice as a page to show or print. */
    getInvoiceHtml: (
      orderId: string,
      invoiceId: string,
      { token, locale }: { token?: string; locale: "da" | "en" }
    ) =>
      text(`${invoicesOf(orderId)}/${part(invoiceId)}/html?locale=${locale}`, {
        headers: asGuest(token),
      }),
  }
}

export type DenmarkClient = ReturnType<typeof createDenmarkClient>
