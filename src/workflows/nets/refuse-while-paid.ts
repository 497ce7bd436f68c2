import type { MedusaContainer } from "@medusajs/framework/types"
import type { NetsModuleService } from "../../modules/nets"
import { NETS_MODULE } from "../../modules/nets"
import { isNotFoundAtNets } from "../../modules/nets/client-error"
import { holdsMoney } from "../../modules/nets/domain/payment-state"
import { readsLeft } from "../../modules/nets/plan-check"
import { HELD_AS_SEEN, recordSeen } from "../../modules/nets/record-seen"
import { conflict, isMedusaErrorOf } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"

const inProgress = () =>
  conflict("payment_in_progress", "The payment of this cart is in progress at Nets.")

/** A payment of a collection as it was last seen, whether Medusa still has its session or not. */
type Seen = {
  session_id: string
  payment_id: string
  account: string
  holds: boolean
  /** Seconds since Nets was read. */
  age: number | null
}

const OPEN_PAYMENTS = `SELECT n.session_id, n.payment_id, n.account,
    ${HELD_AS_SEEN} AS holds,
    extract(epoch FROM now() - n.checked_at)::int AS age
  FROM dk_nets_payment n
  WHERE n.payment_collection_id = ANY(?) AND n.closed_at IS NULL AND n.deleted_at IS NULL AND NOT n.terminated`

/** What was seen this long ago still holds for somebody who is about to change a cart. */
const FRESH_SECONDS = 60

/**
 * Whether the payment holds money: as it was just seen, else by one look at Nets. Without reads left the last
 * look decides.
 */
const isPaid = async (container: MedusaContainer, seen: Seen): Promise<boolean> => {
  const connection = postgres(container)
  const { session_id: sessionId, payment_id: paymentId, account, holds, age } = seen
  if (holds && age !== null && age < FRESH_SECONDS) return true
  if ((await readsLeft(connection, sessionId)) <= 0) return holds
  try {
    const client = container.resolve<NetsModuleService>(NETS_MODULE).client(account)
    const payment = await client.retrieve(paymentId)
    const reference = { session_id: sessionId, payment_id: paymentId, account }
    await recordSeen(connection, reference, payment)
    return holdsMoney(payment)
  } catch (error) {
    // A payment Nets does not have, of another account or environment, holds nothing.
    if (isNotFoundAtNets(error)) return false
    throw error
  }
}

const refuseIfPaid = async (
  container: MedusaContainer,
  collections: readonly string[]
): Promise<void> => {
  if (collections.length === 0) return
  const payments = await selectRows<Seen>(postgres(container), OPEN_PAYMENTS, [[...collections]])
  for (const seen of payments) if (await isPaid(container, seen)) throw inProgress()
}

/**
 * Refuses another payment session while one of the collection holds money at Nets: the shopper has paid, and
 * the order is on its way.
 *
 * @throws MedusaError conflict `payment_in_progress`
 */
export const refuseWhilePaid = (container: MedusaContainer, collectionId: string): Promise<void> =>
  refuseIfPaid(container, [collectionId])

/**
 * Refuses changes of a cart whose money is reserved or charged at Nets and that is no order yet: the shopper
 * would pay for something else. When Nets does not answer the change passes; the amounts are compared again
 * before an order is made.
 *
 * @throws MedusaError conflict `payment_in_progress`
 */
export const refuseChangeWhilePaid = async (
  container: MedusaContainer,
  cartId: string
): Promise<void> => {
  const sql = `SELECT cp.payment_collection_id AS id FROM cart_payment_collection cp
    WHERE cp.cart_id = ? AND cp.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM order_cart oc WHERE oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL)`
  const collections = await selectRows<{ id: string }>(postgres(container), sql, [cartId])
  try {
    await refuseIfPaid(
      container,
      collections.map(({ id }) => id)
    )
  } catch (error) {
    if (isMedusaErrorOf(error, "conflict")) throw error
  }
}
