import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../types/http"
import { getCase } from "../../../../../workflows/breach"

/** `{ breach }` with its timeline, its clock and what it still owes. 404. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminBreachResponse>
): Promise<void> => {
  res.json({ breach: await getCase(req.scope, req.params.id ?? "") })
}
