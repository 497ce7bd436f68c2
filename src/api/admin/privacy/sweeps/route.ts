import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSweepListResponse, AdminSweepResponse } from "../../../../types/http"
import { beginSweep, listSweepsOf } from "../../../../workflows/personal-data"
import type { RetentionPageQuery } from "../retention/validators"

/** `{ sweeps, count, offset, limit }`, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RetentionPageQuery>,
  res: MedusaResponse<AdminSweepListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listSweepsOf(req.scope, { limit, offset })), offset, limit })
}

/** 202 `{ sweep }`: what is past its term is being erased. One that is running already is answered as it is. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminSweepResponse>
): Promise<void> => {
  res.status(202).json({ sweep: await beginSweep(req.scope, req.auth_context.actor_id) })
}
