import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { WhileCartsRest } from "../../modules/personal-data/engine/run-erasure"

/** Frees the carts of a killed process; an erasure takes seconds. */
const EXPIRES_AFTER_SECONDS = 120

/**
 * Medusa changes and completes a cart under a lock of its id. While an erasure holds it, a checkout waits and then
 * finds no cart; while a checkout holds it, the erasure leaves the cart alone.
 */
export const whileCartsRest =
  (container: MedusaContainer): WhileCartsRest =>
  async (cartIds, work) => {
    const locking = container.resolve(Modules.LOCKING)
    const owner = { ownerId: `dk-erasure-${randomUUID()}` }
    const held: string[] = []
    const busy: string[] = []
    try {
      for (const id of cartIds) {
        try {
          await locking.acquire(id, { ...owner, expire: EXPIRES_AFTER_SECONDS })
          held.push(id)
        } catch {
          // Every lock provider throws for a key that somebody else holds.
          busy.push(id)
        }
      }
      return await work(busy)
    } finally {
      if (held.length > 0) await locking.release(held, owner)
    }
  }
