import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { AdminRetentionChangeResponse, AdminRetentionResponse } from "../../../../types/http"
import { changeRetention, readRetention } from "../../../../workflows/personal-data"
import type { RetentionBody } from "./validators"

/** `{ retention }`: what is held, how long and until when, what falls due per month, and the stop in force. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminRetentionResponse>
): Promise<void> => {
  res.json({ retention: await readRetention(req.scope) })
}

/** 201 `{ change }`: the term of a rule from now on. 400 naming `rule`, `term`, `unit` or `reason`. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RetentionBody>,
  res: MedusaResponse<AdminRetentionChangeResponse>
): Promise<void> => {
  const { actor_id: changedBy } = req.auth_context
  const change = await changeRetention(req.scope, { ...req.validatedBody, changedBy })
  res.status(201).json({ change })
}
