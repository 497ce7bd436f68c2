import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hasPermission } from "../../../../../modules/access"
import type { AdminReadBreachResponse } from "../../../../../types/http"
import { getCase } from "../../../../../workflows/breach"

/** `{ breach, may_decide }` with its timeline, its clock and what it still owes. 404. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminReadBreachResponse>
): Promise<void> => {
  const breach = await getCase(req.scope, req.params.id ?? "")
  res.json({ breach, may_decide: await hasPermission(req, "breaches:decide") })
}
