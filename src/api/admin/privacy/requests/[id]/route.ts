import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReadSubjectRequestResponse } from "../../../../../types/http"
import { getRequest } from "../../../../../workflows/subject-request"
import { mayEffect } from "../../../../_shared/may-carry-out"

/** `{ request, may_fulfil }` with its timeline, its clock and what is possible now. 404. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminReadSubjectRequestResponse>
): Promise<void> => {
  const request = await getRequest(req.scope, req.params.id ?? "")
  res.json({ request, may_fulfil: await mayEffect(req, request.kind) })
}
