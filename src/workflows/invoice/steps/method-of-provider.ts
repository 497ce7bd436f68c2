import type { PaymentMethod } from "../../../modules/invoice/domain/order-facts"
import { isOnAccount } from "../../../modules/invoice/on-account/provider"

/** Medusa's own provider. */
export const MANUAL_PROVIDER = "pp_system_default"

/** How a payment of a provider is named on documents. */
export const methodOfProvider = (providerId: string): PaymentMethod => {
  if (providerId === MANUAL_PROVIDER) return "manual"
  if (isOnAccount(providerId)) return "invoice"
  return providerId.startsWith("pp_nets_") ? "nets" : "other"
}
