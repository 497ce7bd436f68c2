import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hasPermission } from "../../../../modules/access"
import type { AdminRecipientListResponse, AdminRecipientResponse } from "../../../../types/http"
import { addRecipient, listRecipients } from "../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../_shared/answer-conflicts"
import type { RecipientBody } from "./validators"

/** `{ recipients, presets, may_change }`: who gets data from the store, by name, and Danish companies that can be added. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminRecipientListResponse>
): Promise<void> => {
  const register = await listRecipients(req.scope)
  res.json({ ...register, may_change: await hasPermission(req, "record:write") })
}

/** 201 `{ recipient }`: by preset, or with all that is known. 400 `safeguard` outside the EEA, 409 `name_taken`. */
export const POST = answerConflictsOfStaff<RecipientBody>(
  async (req, res: MedusaResponse<AdminRecipientResponse>) => {
    res.status(201).json({ recipient: await addRecipient(req.scope, req.validatedBody) })
  }
)
