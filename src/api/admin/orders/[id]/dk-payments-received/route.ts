import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderOnAccountResponse } from "../../../../../types/http"
import { findOrderOnAccount, onceByKey, registerPayment } from "../../../../../workflows/invoice"
import { answerConflictsOfStaff } from "../../../../_shared/answer-conflicts"
import type { PaymentReceivedBody } from "./validators"

/** `{ on_account, payments_received }`: what is owed on an order bought on invoice, and what came in. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderOnAccountResponse>
): Promise<void> => {
  res.json(await findOrderOnAccount(req.scope, req.params.id ?? ""))
}

/**
 * `{ amount, received_on, reference?, key? }` → 201 and the answer of GET: registers money that came in, in whole øre.
 * The same `key` again registers nothing. 404 for an unknown order; 409 `not_on_account`, `more_than_owed` or
 * `payment_reserved`.
 */
export const POST = answerConflictsOfStaff<PaymentReceivedBody>(
  async (req, res: MedusaResponse<AdminOrderOnAccountResponse>) => {
    const id = req.params.id ?? ""
    const { key, ...payment } = req.validatedBody
    await registerPayment(req.scope, {
      order_id: id,
      ...payment,
      source: "staff",
      registered_by: req.auth_context.actor_id,
      once: onceByKey(id, key),
    })
    res.status(201).json(await findOrderOnAccount(req.scope, id))
  }
)
