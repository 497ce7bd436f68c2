import type { MedusaContainer } from "@medusajs/framework/types"
import { isOnAccount } from "../../../modules/invoice/on-account/provider"
import { judgeOnAccount, renewReservations } from "../../../modules/invoice/on-account/sessions"
import { notAllowed } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"

type SessionRequest = {
  provider_id: unknown
  payment_collection_id: string
  /** Who is signed in. */
  customer_id: string | undefined
}

/** True for a request to pay on invoice. */
export const isSessionOnAccount = (providerId: unknown): boolean =>
  typeof providerId === "string" && isOnAccount(providerId)

/**
 * Refuses a payment session on invoice to whom it is not for; other sessions pass.
 *
 * @throws MedusaError not_allowed: `on_account_not_approved`, `credit_limit_exceeded`, `ean_missing`,
 *   `reference_missing` or `on_account_currency`
 */
export const requireOnAccount = async (
  container: MedusaContainer,
  { provider_id: providerId, payment_collection_id: collectionId, customer_id: id }: SessionRequest
): Promise<void> => {
  if (!isSessionOnAccount(providerId)) return
  const decision = await judgeOnAccount(postgres(container), {
    payment_collection_id: collectionId,
    customer_id: id ?? null,
  })
  if (!decision.ok) throw notAllowed(decision.reason.code, decision.reason.message)
}

/**
 * Refuses a cart that was authorised on invoice earlier, came to no order, and is beyond the limit by now; other carts
 * pass.
 *
 * @throws as `requireOnAccount`
 */
export const requireReservations = async (
  container: MedusaContainer,
  cartId: string
): Promise<void> => {
  const decision = await renewReservations(postgres(container), cartId)
  if (!decision.ok) throw notAllowed(decision.reason.code, decision.reason.message)
}
