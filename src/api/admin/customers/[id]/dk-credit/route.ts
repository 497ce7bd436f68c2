import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCustomerCreditResponse } from "../../../../../types/http"
import { approveCustomerCredit, findCustomerCredit } from "../../../../../workflows/invoice"
import { answerConflictsOfStaff } from "../../../../_shared/answer-conflicts"
import type { CreditBody } from "./validators"

/** `{ credit, open, has_account }`: the account's approval to buy on invoice and what it owes, in whole øre. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCustomerCreditResponse>
): Promise<void> => {
  res.json(await findCustomerCredit(req.scope, req.params.id ?? ""))
}

/**
 * `{ limit, terms_days }` → the same answer as GET: approves the account under the name of who asks, or changes what was
 * approved. 404 for an unknown customer, 409 `guest_has_no_account`.
 */
export const POST = answerConflictsOfStaff<CreditBody>(
  async (req, res: MedusaResponse<AdminCustomerCreditResponse>) => {
    const id = req.params.id ?? ""
    const approval = {
      customer_id: id,
      ...req.validatedBody,
      approved_by: req.auth_context.actor_id,
    }
    await approveCustomerCredit(req.scope, approval)
    res.json(await findCustomerCredit(req.scope, id))
  }
)
