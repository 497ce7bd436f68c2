import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  declareProtection,
  liftProtectionOfOrder,
  readProtectionOfOrder,
} from "../../../../../modules/access"
import { conflict } from "../../../../../shared/errors"
import { postgres } from "../../../../../shared/postgres"
import type { AddressProtectionResponse, DkDeletedResponse } from "../../../../../types/http"
import { requireOrder } from "../../../../../workflows/buyer"
import { answerConflictsOfStaff } from "../../../../_shared/answer-conflicts"

type Answer = MedusaResponse<AddressProtectionResponse>

const wordOf = (req: AuthenticatedMedusaRequest) =>
  ({ source: "phone", by: req.auth_context.actor_id, now: new Date() }) as const

/** `{ address_protection }` of an order or draft order: its own, its cart's or its customer's, or null. */
export const GET = async (req: AuthenticatedMedusaRequest, res: Answer): Promise<void> => {
  const orderId = req.params.id ?? ""
  await requireOrder(req.scope, orderId)
  res.json({ address_protection: await readProtectionOfOrder(postgres(req.scope), orderId) })
}

/** Staff records the word of who ordered by phone → `{ address_protection }`. 404 for an unknown order. */
export const POST = async (req: AuthenticatedMedusaRequest, res: Answer): Promise<void> => {
  const orderId = req.params.id ?? ""
  await requireOrder(req.scope, orderId)
  await declareProtection(postgres(req.scope), { order_id: orderId }, wordOf(req))
  res.json({ address_protection: await readProtectionOfOrder(postgres(req.scope), orderId) })
}

/** Staff ends it on the person's word. 409 `protected_by_account`: the account's own word is ended on the customer. */
export const DELETE = answerConflictsOfStaff(
  async (req, res: MedusaResponse<DkDeletedResponse>) => {
    const id = req.params.id ?? ""
    const connection = postgres(req.scope)
    await requireOrder(req.scope, id)
    const protection = await readProtectionOfOrder(connection, id)
    if (protection?.through === "customer") {
      throw conflict("protected_by_account", "The customer's account protects the address.")
    }
    await liftProtectionOfOrder(connection, id, wordOf(req))
    res.json({ id, object: "address_protection", deleted: true })
  }
)
