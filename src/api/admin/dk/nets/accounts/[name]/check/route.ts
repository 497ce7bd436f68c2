import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsAccountCheckResponse } from "../../../../../../../types/http"
import { checkNetsAccount } from "../../../../../../../workflows/nets"

/**
 * `{ account: { name, environment, state } }`: whether Nets takes the account's secret key; `state` is `ok`,
 * `refused` or `unreachable`. Creates nothing at Nets. 404 for an unknown account.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNetsAccountCheckResponse>
): Promise<void> => {
  res.json({ account: await checkNetsAccount(req.scope, req.params.name ?? "") })
}
