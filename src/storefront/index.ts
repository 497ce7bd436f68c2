/**
 * A typed client of the store's routes for browsers and servers. It needs no framework.
 *
 * @packageDocumentation
 */
export { createStorefrontClient } from "./client"
export type { StorefrontClient } from "./client"
export { StorefrontError } from "./error"
export type { StorefrontCartUpdate } from "./medusa"
export { mountNetsCheckout } from "./nets-checkout"
export type { NetsCheckout, NetsCheckoutOptions } from "./nets-checkout"
export type { EmbeddedPayment, StorefrontPayment } from "./payment"
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
  DkInvoice,
  StoreBuyer,
  StoreBuyerResponse,
  StoreBuyerType,
  StoreCartConsents,
  StoreNotice,
  StoreSetBuyer,
} from "../types/http"
