import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminInvoiceDeliveriesResponse,
  AdminInvoiceDeliveryResponse,
} from "../../../../../../types/http"
import { askForDelivery, findDeliveries } from "../../../../../../workflows/invoice"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { DeliveryBody } from "./validators"

/**
 * `{ deliveries, ways }`: how the document was sent, the newest first, and how it can be sent now: each of
 * `ways.einvoice`, `.email` (to the order's address) and `.typed` is null or a code of what stands against it.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminInvoiceDeliveriesResponse>
): Promise<void> => {
  const { deliveries, ways } = await findDeliveries(req.scope, req.params.id ?? "")
  res.json({ deliveries, ways })
}

/**
 * `{ channel: "einvoice", format? }` or `{ channel: "email", email? }` → 201 `{ delivery }`: sends the document once more and
 * tells what came of it. Without `email` it goes to the order's address; a typed one is stored nowhere. 409 with one
 * of the codes of `ways`.
 */
export const POST = answerConflictsOfStaff<DeliveryBody>(
  async (req, res: MedusaResponse<AdminInvoiceDeliveryResponse>) => {
    const answer: AdminInvoiceDeliveryResponse = {
      delivery: await askForDelivery(req.scope, {
        ...req.validatedBody,
        invoiceId: req.params.id ?? "",
        askedBy: req.auth_context.actor_id,
      }),
    }
    res.status(201).json(answer)
  }
)
