import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsReceiptResponse } from "../../../../../../../types/http"
import { findNetsReceipt, retryNetsReceipt } from "../../../../../../../workflows/nets"

/** `{ receipt }`: works on a webhook again at once and gives what came of it. 404 for an unknown one. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNetsReceiptResponse>
): Promise<void> => {
  const id = req.params.id ?? ""
  await retryNetsReceipt(req.scope, await findNetsReceipt(req.scope, id))
  res.json({ receipt: await findNetsReceipt(req.scope, id) })
}
