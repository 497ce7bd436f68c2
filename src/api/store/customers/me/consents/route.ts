import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreCustomerConsents } from "../../../../../types/http"
import { answerConsents, sayConsents } from "../../../../../workflows/consent"
import type { CustomerConsentsBody } from "./validators"

/** `{ consents, objected, events }`: what the account holder has agreed to, and everything that happened, latest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreCustomerConsents>
): Promise<void> => {
  res.json(await answerConsents(req.scope, req.auth_context.actor_id))
}

/**
 * Gives, refuses, withdraws or objects; answers like GET. Withdrawing takes as many calls as giving (GDPR Art. 7(3)). The same
 * again changes nothing. 400 naming the choice whose text is unknown, not in force or about something else.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<CustomerConsentsBody>,
  res: MedusaResponse<StoreCustomerConsents>
): Promise<void> => {
  await sayConsents(req.scope, req.auth_context.actor_id, req.validatedBody.consents)
  res.json(await answerConsents(req.scope, req.auth_context.actor_id))
}
