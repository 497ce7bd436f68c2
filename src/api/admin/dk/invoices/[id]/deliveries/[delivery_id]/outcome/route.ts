import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminInvoiceDeliveryResponse } from "../../../../../../../../types/http"
import { settleDeliveryByStaff } from "../../../../../../../../workflows/invoice"
import { answerConflictsOfStaff } from "../../../../../../../_shared/answer-conflicts"
import type { DeliveryOutcomeBody } from "../../validators"

/**
 * `{ outcome: "delivered" | "failed", note? }` → `{ delivery }`: staff says what became of a delivery that was sent by hand,
 * could not be sent, or got no answer. 409 `delivery_settled` when that is known.
 */
export const POST = answerConflictsOfStaff<DeliveryOutcomeBody>(
  async (req, res: MedusaResponse<AdminInvoiceDeliveryResponse>) => {
    const { id: invoiceId = "", delivery_id: id = "" } = req.params
    const answer: AdminInvoiceDeliveryResponse = {
      delivery: await settleDeliveryByStaff(req.scope, {
        ...req.validatedBody,
        invoiceId,
        id,
        by: req.auth_context.actor_id,
      }),
    }
    res.json(answer)
  }
)
