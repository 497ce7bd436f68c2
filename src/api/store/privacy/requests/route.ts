import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { invalidField } from "../../../../shared/errors"
import type { StoreAskPrivacyRequestResponse } from "../../../../types/http"
import { askAsGuest, askSignedIn, mailIntake } from "../../../../workflows/subject-request"
import { customerOf } from "../../../_shared/customer-of"
import type { AskBody } from "./validators"

/**
 * Asks for something under GDPR Art. 12-22. A guest gets 202 `{}`, the same for every address, known or not, and however
 * often: what becomes of it is mailed to the address. Of somebody signed in the request begins at once: 202 `{ id }`. 400
 * naming the field; 429 with Retry-After.
 */
export const POST = async (
  req: MedusaRequest<AskBody>,
  res: MedusaResponse<StoreAskPrivacyRequestResponse>
): Promise<void> => {
  const { email, ...asked } = req.validatedBody
  const customerId = customerOf(req)
  if (customerId !== undefined) {
    res.status(202).json({ id: await askSignedIn(req.scope, customerId, asked) })
    return
  }
  if (email === undefined) throw invalidField("email", "missing", "say where the answer goes.")
  const id = await askAsGuest(req.scope, { ...asked, email })
  res.status(202).json({})
  if (id !== null) await mailIntake(req.scope, id)
}
