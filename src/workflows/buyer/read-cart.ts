import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** A session in one of these states may end in a payment, so the buyer must stay as it is. */
const LIVE_SESSIONS = [
  "pending",
  "requires_more",
  "authorized",
  "captured",
  "pending_authorization",
]

/** What decides about changing a cart's buyer. */
export type CartState = {
  id: string
  isCompleted: boolean
  /** Customer with a login the cart belongs to; null for a guest's. */
  accountId: string | null
  liveSessionIds: string[]
  /** A payment is authorised or captured, whatever became of its session. */
  isPaid: boolean
}

type CartRow = {
  is_completed: boolean
  account_id: string | null
  sessions: string[]
  is_paid: boolean
}

/** Facts from the tables, never from a cache. */
const CART = `SELECT c.completed_at IS NOT NULL AS is_completed,
    CASE WHEN customer.has_account THEN customer.id END AS account_id,
    ARRAY(SELECT s.id FROM cart_payment_collection l
      JOIN payment_session s ON s.payment_collection_id = l.payment_collection_id AND s.deleted_at IS NULL
      WHERE l.cart_id = c.id AND l.deleted_at IS NULL AND s.status::text = ANY(?)) AS sessions,
    EXISTS (SELECT 1 FROM cart_payment_collection l
      JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
      WHERE l.cart_id = c.id AND l.deleted_at IS NULL AND p.canceled_at IS NULL) AS is_paid
  FROM cart c LEFT JOIN customer ON customer.id = c.customer_id
  WHERE c.id = ? AND c.deleted_at IS NULL`

/** Reads a cart's state now; null when there is no such cart. */
const readCart = async (
  connection: Knex | Knex.Transaction,
  cartId: string
): Promise<CartState | null> => {
  const [row] = await selectRows<CartRow>(connection, CART, [LIVE_SESSIONS, cartId])
  return row
    ? {
        id: cartId,
        isCompleted: row.is_completed,
        accountId: row.account_id,
        liveSessionIds: row.sessions,
        isPaid: row.is_paid,
      }
    : null
}

/**
 * The cart as this shopper may use it.
 *
 * @param customerId who is signed in; an account's cart is closed to everybody else who is
 * @throws MedusaError not_found when the cart is not there for this shopper
 */
export const requireOwnCart = async (
  container: MedusaContainer,
  cartId: string,
  customerId?: string,
  connection: Knex | Knex.Transaction = postgres(container)
): Promise<CartState> => {
  const cart = await readCart(connection, cartId)
  const accountId = cart?.accountId ?? null
  const isStranger = customerId !== undefined && accountId !== null && accountId !== customerId
  if (!cart || isStranger) throw notFound("The cart was not found.")
  return cart
}
