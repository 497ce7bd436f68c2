/** The package's `./nets` entry: pure functions and wire types for tests and tools. */
export { derivePaymentState } from "./domain/payment-state"
export type { ExpectedPayment, PaymentState } from "./domain/payment-state"
export { parseWebhook } from "./domain/webhook"
export type { NetsWebhook } from "./domain/webhook"
export type {
  AmountBody,
  CreatePaymentBody,
  OrderItem,
  WirePayment,
  WireWebhook,
} from "./domain/wire"
