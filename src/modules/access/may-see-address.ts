import type { MedusaRequest } from "@medusajs/framework/http"
import { actorOf, shipsOnly } from "./actor"

/**
 * Whether the staff user of a request sees protected addresses without asking: Lager, which is shown only what it ships.
 * Everybody else asks with a button, which is logged.
 */
export const maySeeAddress = async (req: MedusaRequest): Promise<boolean> =>
  shipsOnly(req.scope, await actorOf(req))
