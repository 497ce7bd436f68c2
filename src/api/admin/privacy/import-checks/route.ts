import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminImportCheckResponse } from "../../../../types/http"
import { findErasedEmails } from "../../../../workflows/personal-data"
import type { ImportCheckBody } from "./validators"

/**
 * `{ leave_out }`: the places, from 0, of e-mails whose person was erased and has not come back by themselves. For lists
 * that are about to be imported; registration, checkout and sign-up never ask.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<ImportCheckBody>,
  res: MedusaResponse<AdminImportCheckResponse>
): Promise<void> => {
  const { emails } = req.validatedBody
  const erased = await findErasedEmails(req.scope, emails)
  const places = emails.map((email, index) => (erased.has(email.toLowerCase()) ? index : -1))
  res.json({ leave_out: places.filter((index) => index >= 0) })
}
