import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isMedusaErrorOf } from "../../../../shared/errors"
import type { AdminHandOverResponse } from "../../../../types/http"
import { handOverAccount } from "../../../../workflows/personal-data"
import { sendConflict } from "../../../_shared/answer-conflicts"
import type { HandOverBody } from "./validators"

/** `{ hand_over }`: a company's account goes on with a new contact. 409 `erasure_open`. */
export const POST = async (
  req: AuthenticatedMedusaRequest<HandOverBody>,
  res: MedusaResponse
): Promise<void> => {
  try {
    const { actor_id } = req.auth_context
    const hand_over = await handOverAccount(req.scope, req.validatedBody, actor_id)
    const answer: AdminHandOverResponse = { hand_over }
    res.status(201).json(answer)
  } catch (error) {
    if (!isMedusaErrorOf(error, MedusaError.Types.CONFLICT)) throw error
    sendConflict(res, error)
  }
}
