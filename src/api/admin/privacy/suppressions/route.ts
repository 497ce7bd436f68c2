import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSuppressionCountResponse } from "../../../../types/http"
import { countObjections, enterObjection } from "../../../../workflows/consent"
import type { SuppressionBody } from "./validators"

/** `{ count }`: how many addresses objected. Only digests are kept, so no list can be given. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminSuppressionCountResponse>
): Promise<void> => {
  res.json({ count: await countObjections(req.scope) })
}

/**
 * Enters an objection that a call or a letter brought (GDPR Art. 21(2)-(3)), by e-mail or phone: it holds for all marketing and
 * everything known at an e-mail, of a phone for whoever is reached there, and outlives an erasure. The same again changes nothing. Answers like GET.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<SuppressionBody>,
  res: MedusaResponse<AdminSuppressionCountResponse>
): Promise<void> => {
  await enterObjection(req.scope, req.validatedBody)
  res.json({ count: await countObjections(req.scope) })
}
