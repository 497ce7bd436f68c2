import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestResponse } from "../../../../../types/http"
import { getRequest } from "../../../../../workflows/subject-request"

/** `{ request }` with its timeline, its clock and what is possible now. 404. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminSubjectRequestResponse>
): Promise<void> => {
  res.json({ request: await getRequest(req.scope, req.params.id ?? "") })
}
