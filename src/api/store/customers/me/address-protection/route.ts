import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AddressProtectionResponse, DkDeletedResponse } from "../../../../../types/http"
import { declareProtection, liftProtection, readProtection } from "../../../../../modules/access"
import { postgres } from "../../../../../shared/postgres"

const ownerOf = (req: AuthenticatedMedusaRequest) => ({ customer_id: req.auth_context.actor_id })

/** `{ address_protection }` of the account: `{ source, declared_at, through }`, or null. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AddressProtectionResponse>
): Promise<void> => {
  res.json({ address_protection: await readProtection(postgres(req.scope), ownerOf(req)) })
}

/** The person says that their address is protected → `{ address_protection }`. Never lapses by itself. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AddressProtectionResponse>
): Promise<void> => {
  const word = { source: "self", by: null, now: new Date() } as const
  const protection = await declareProtection(postgres(req.scope), ownerOf(req), word)
  res.json({ address_protection: protection })
}

/** The person takes it back. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DkDeletedResponse>
): Promise<void> => {
  const owner = ownerOf(req)
  await liftProtection(postgres(req.scope), owner, { source: "self", by: null, now: new Date() })
  res.json({ id: owner.customer_id, object: "address_protection", deleted: true })
}
