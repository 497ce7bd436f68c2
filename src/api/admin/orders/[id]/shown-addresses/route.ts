import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminShownAddressesResponse } from "../../../../../types/http"
import { answerUnmasked, readAddressesOfOrder } from "../../../../../modules/access"
import { postgres } from "../../../../../shared/postgres"
import { requireOrder } from "../../../../../workflows/buyer"

/** `{ addresses }` of an order as they are, for staff who asks to see them. 404 for an unknown one. */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminShownAddressesResponse>
): Promise<void> => {
  const orderId = req.params.id ?? ""
  await requireOrder(req.scope, orderId)
  answerUnmasked(res, { addresses: await readAddressesOfOrder(postgres(req.scope), orderId) })
}
