import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { WhileCartsRest } from "../../modules/personal-data/engine/run-erasure"

/** Frees the carts of a killed process where the provider knows time; an erasure takes seconds. */
const EXPIRES_AFTER_SECONDS = 120

/** The same each time it runs: not every provider lets go of what has expired, but all let an owner take its own again. */
const ownerOf = (id: string) => ({ ownerId: `dk-erasure-${id}` })

/** Frees what a killed sweep held. Only for one that nobody else works on. */
export const letCartsGo = async (container: MedusaContainer, id: string): Promise<void> => {
  await container.resolve(Modules.LOCKING).releaseAll(ownerOf(id))
}

/**
 * Medusa changes and completes a cart under a lock of its id. While an erasure holds it, a checkout waits and then
 * finds no cart; while a checkout holds it, the erasure leaves the cart alone.
 *
 * @param id of the erasure or sweep
 */
export const whileCartsRest =
  (container: MedusaContainer, id: string): WhileCartsRest =>
  async (cartIds, work) => {
    const locking = container.resolve(Modules.LOCKING)
    const owner = ownerOf(id)
    const held: string[] = []
    const busy: string[] = []
    try {
      for (const cartId of cartIds) {
        try {
          await locking.acquire(cartId, { ...owner, expire: EXPIRES_AFTER_SECONDS })
          held.push(cartId)
        } catch {
          // Every lock provider throws for a key that somebody else holds.
          busy.push(cartId)
        }
      }
      return await work(busy)
    } finally {
      if (held.length > 0) await locking.release(held, owner)
    }
  }
