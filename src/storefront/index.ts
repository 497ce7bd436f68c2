/**
 * A typed client of the plugin's store routes for browsers and servers. It needs no framework.
 *
 * @packageDocumentation
 */
export { DenmarkApiError } from "./api-error"
export { createDenmarkClient } from "./client"
export type { DenmarkClient } from "./client"
export type { Call, DenmarkClientOptions } from "./request"
export type {
  DkInvoice,
  StoreBuyer,
  StoreBuyerInput,
  StoreBuyerResponse,
  StoreCartConsents,
  StoreNotice,
} from "../types/http"
