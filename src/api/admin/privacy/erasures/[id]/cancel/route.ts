import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelErasureOf } from "../../../../../../workflows/personal-data"
import { sendConflict } from "../../../../../_shared/answer-conflicts"
import { isMedusaErrorOf } from "../../../../../../shared/errors"
import { MedusaError } from "@medusajs/framework/utils"

/** `{ erasure }`, cancelled; nothing was erased yet. 409 `erasure_started` or `erasure_cancelled`. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  try {
    const { actor_id } = req.auth_context
    res.json({ erasure: await cancelErasureOf(req.scope, req.params.id ?? "", actor_id) })
  } catch (error) {
    if (!isMedusaErrorOf(error, MedusaError.Types.CONFLICT)) throw error
    sendConflict(res, error)
  }
}
