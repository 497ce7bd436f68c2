import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** A session in one of these states may end in a payment, so the buyer must stay as it is. */
const LIVE_SESSIONS = [
  "pending",
  "requires_more",
  "authorized",
  "captured",
  "pending_authorization",
]

const cartSchema = z.object({
  id: z.string(),
  completed_at: z.unknown(),
  customer: z.object({ id: z.string(), has_account: z.boolean() }).nullish(),
  payment_collection: z
    .object({
      payment_sessions: z
        .array(z.object({ id: z.string(), status: z.string() }).nullish())
        .nullish(),
    })
    .nullish(),
})

/** What decides about changing a cart's buyer. */
export type CartState = {
  id: string
  isCompleted: boolean
  /** Customer with a login the cart belongs to; null for a guest's. */
  accountId: string | null
  liveSessionIds: string[]
}

/** Reads a cart's state now; null when there is no such cart. */
export const readCart = async (
  container: MedusaContainer,
  cartId: string
): Promise<CartState | null> => {
  const { data }: { data: unknown[] } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "cart",
      fields: [
        "id",
        "completed_at",
        "customer.id",
        "customer.has_account",
        "payment_collection.payment_sessions.id",
        "payment_collection.payment_sessions.status",
      ],
      filters: { id: cartId },
    })
  const [row] = data
  if (row === undefined) return null
  const { id, completed_at, customer, payment_collection } = cartSchema.parse(row)
  const sessions = (payment_collection?.payment_sessions ?? []).filter((session) => session != null)
  return {
    id,
    isCompleted: completed_at != null,
    accountId: customer?.has_account ? customer.id : null,
    liveSessionIds: sessions
      .filter(({ status }) => LIVE_SESSIONS.includes(status))
      .map((session) => session.id),
  }
}
