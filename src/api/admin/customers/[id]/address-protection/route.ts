import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { declareProtection, liftProtection, readProtection } from "../../../../../modules/access"
import { postgres } from "../../../../../shared/postgres"
import type { AddressProtectionResponse, DkDeletedResponse } from "../../../../../types/http"
import { requireCustomer } from "../../../../_shared/require-customer"

type Answer = MedusaResponse<AddressProtectionResponse>

const wordOf = (req: AuthenticatedMedusaRequest) =>
  ({ source: "phone", by: req.auth_context.actor_id, now: new Date() }) as const

/** `{ address_protection }` of the customer: `{ source, declared_at, through }`, or null. */
export const GET = async (req: AuthenticatedMedusaRequest, res: Answer): Promise<void> => {
  const owner = { customer_id: await requireCustomer(req) }
  res.json({ address_protection: await readProtection(postgres(req.scope), owner) })
}

/** Staff records the person's word → `{ address_protection }`. 404 for an unknown customer. */
export const POST = async (req: AuthenticatedMedusaRequest, res: Answer): Promise<void> => {
  const owner = { customer_id: await requireCustomer(req) }
  const protection = await declareProtection(postgres(req.scope), owner, wordOf(req))
  res.json({ address_protection: protection })
}

/** Staff ends it on the person's word. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DkDeletedResponse>
): Promise<void> => {
  const id = await requireCustomer(req)
  await liftProtection(postgres(req.scope), { customer_id: id }, wordOf(req))
  res.json({ id, object: "address_protection", deleted: true })
}
