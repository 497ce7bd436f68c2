import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsAccountListResponse } from "../../../../../types/http"
import { listNetsAccounts } from "../../../../../workflows/nets"

/** `{ accounts: [{ name, environment }] }`: the accounts of the options, without their keys. */
export const GET = (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNetsAccountListResponse>
): void => {
  res.json({ accounts: listNetsAccounts(req.scope) })
}
