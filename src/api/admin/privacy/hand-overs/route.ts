import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminHandOverResponse } from "../../../../types/http"
import { handOverAccount } from "../../../../workflows/personal-data"
import { answerConflictsOfStaff } from "../../../_shared/answer-conflicts"
import type { HandOverBody } from "./validators"

/** `{ hand_over }`: a company's account goes on with a new contact. 409 `erasure_open`. */
export const POST = answerConflictsOfStaff<HandOverBody>(
  async (req, res: MedusaResponse<AdminHandOverResponse>) => {
    const { actor_id } = req.auth_context
    const hand_over = await handOverAccount(req.scope, req.validatedBody, actor_id)
    const answer: AdminHandOverResponse = { hand_over }
    res.status(201).json(answer)
  }
)
