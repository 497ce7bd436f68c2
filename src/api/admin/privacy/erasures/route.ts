import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminErasureListResponse, AdminErasureResponse } from "../../../../types/http"
import {
  dkErasePersonWorkflow,
  getErasure,
  listErasures,
  personalDataSettings,
} from "../../../../workflows/personal-data"
import type { ErasureBody, ErasureListQuery } from "./validators"

/** `{ erasures, count, offset, limit }`, newest first; filters `status` and `customer_id`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ErasureListQuery>,
  res: MedusaResponse<AdminErasureListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listErasures(req.scope, req.validatedQuery)), offset, limit })
}

const MESSAGES = {
  done: "The person has been erased.",
  planned: "The erasure is planned and finishes by itself.",
  nothing: "Nothing is left to erase. Nothing was changed.",
}

/** Erases a person now, or plans it until grace and open orders allow. Erasing again changes nothing and says so. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ErasureBody>,
  res: MedusaResponse<AdminErasureResponse>
): Promise<void> => {
  const { grace_hours, ...body } = req.validatedBody
  const { result } = await dkErasePersonWorkflow(req.scope).run({
    input: {
      ...body,
      grace_hours: grace_hours ?? personalDataSettings(req.scope).graceHours,
      requested_by: req.auth_context.actor_id,
      source: "staff",
    },
  })
  const erasure = result.erasure_id === null ? null : await getErasure(req.scope, result.erasure_id)
  const outcome = erasure?.status === "done" ? "done" : "planned"
  res.json({
    erasure,
    already_erased: result.already_erased,
    message: MESSAGES[result.already_erased ? "nothing" : outcome],
  })
}
