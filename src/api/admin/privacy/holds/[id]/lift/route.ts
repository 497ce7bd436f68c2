import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isMedusaErrorOf } from "../../../../../../shared/errors"
import { endHold } from "../../../../../../workflows/personal-data"
import { sendConflict } from "../../../../../_shared/answer-conflicts"

/** `{ hold }`, lifted: planned erasures go on by themselves. 409 `hold_lifted`. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  try {
    res.json({ hold: await endHold(req.scope, req.params.id ?? "", req.auth_context.actor_id) })
  } catch (error) {
    if (!isMedusaErrorOf(error, MedusaError.Types.CONFLICT)) throw error
    sendConflict(res, error)
  }
}
