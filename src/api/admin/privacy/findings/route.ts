import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminFindingListResponse } from "../../../../types/http"
import { listFindings } from "../../../../workflows/access"
import type { FindingListQuery } from "./validators"

/** `{ findings, count, offset, limit, scan }`, newest first; filters `state`, `kind` and `table`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, FindingListQuery>,
  res: MedusaResponse<AdminFindingListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listFindings(req.scope, req.validatedQuery)), offset, limit })
}
