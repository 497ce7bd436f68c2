import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { NETS_MODULE } from "../../../../../../../modules/nets"
import type { NetsModuleService } from "../../../../../../../modules/nets"
import { retryNetsReceipt } from "../../../../../../../workflows/nets"

/** `{ receipt }`: works on a webhook again at once and gives what came of it. 404 for an unknown one. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const id = req.params.id ?? ""
  const service = req.scope.resolve<NetsModuleService>(NETS_MODULE)
  await retryNetsReceipt(req.scope, await service.retrieveDkNetsReceipt(id))
  res.json({ receipt: await service.retrieveDkNetsReceipt(id) })
}
