import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findRestricted } from "../../../../../modules/personal-data"
import { postgres } from "../../../../../shared/postgres"
import type { AdminRestrictionInForceResponse } from "../../../../../types/http"

/** `{ restriction: { ground } }` that is in force today for who the order is about, else null; for all staff to see. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminRestrictionInForceResponse>
): Promise<void> => {
  const id = req.params.id ?? ""
  const found = await findRestricted(postgres(req.scope), { orderIds: [id] }, new Date())
  const ground = found.get(id)
  res.json({ restriction: ground === undefined ? null : { ground } })
}
