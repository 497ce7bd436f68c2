import type { MedusaContainer } from "@medusajs/framework/types"
import type { NetsModuleService } from "../../modules/nets"
import { NETS_MODULE } from "../../modules/nets"
import type { NetsClient } from "../../modules/nets/client"
import { isNotFoundAtNets } from "../../modules/nets/client-error"
import { holdsMoney } from "../../modules/nets/domain/payment-state"
import { readSessionData } from "../../modules/nets/domain/session-data"
import { conflict } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"

/** A payment Nets does not have, of another account or environment, holds nothing. */
const isPaid = async (client: NetsClient, paymentId: string): Promise<boolean> => {
  try {
    return holdsMoney(await client.retrieve(paymentId))
  } catch (error) {
    if (isNotFoundAtNets(error)) return false
    throw error
  }
}

/**
 * Refuses another payment session while one of the collection holds money at Nets: the shopper has paid, and
 * the order is on its way.
 *
 * @throws MedusaError conflict `payment_in_progress`
 */
export const refuseWhilePaid = async (
  container: MedusaContainer,
  collectionId: string
): Promise<void> => {
  const sql = `SELECT data FROM payment_session
    WHERE payment_collection_id = ? AND provider_id LIKE 'pp\\_nets\\_%' AND status <> 'canceled'
      AND deleted_at IS NULL`
  const sessions = await selectRows<{ data: unknown }>(postgres(container), sql, [collectionId])
  const nets = container.resolve<NetsModuleService>(NETS_MODULE)
  for (const { data } of sessions) {
    const { account, payment_id: paymentId } = readSessionData(data)
    if (paymentId === undefined) continue
    if (await isPaid(nets.client(account), paymentId)) {
      throw conflict("payment_in_progress", "The payment of this cart is in progress at Nets.")
    }
  }
}
