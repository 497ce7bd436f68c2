import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminExternalInvoiceListResponse,
  AdminExternalInvoiceResponse,
} from "../../../../../types/http"
import { listExternalInvoices, recordExternalInvoice } from "../../../../../workflows/invoice"
import { answerConflictsOfStaff } from "../../../../_shared/answer-conflicts"
import type { ExternalInvoiceBody } from "./validators"

/** `{ external_invoices }`: the order's numbers in the shop's bookkeeping system, the oldest first, corrected ones too. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminExternalInvoiceListResponse>
): Promise<void> => {
  res.json({ external_invoices: await listExternalInvoices(req.scope, req.params.id ?? "") })
}

/**
 * `{ system, number, issued_on, kind, url?, replaces?, answers? }` → 201 `{ external_invoice }`, or 200 with the one that is there when
 * the same is sent again. 400 naming the field; 409 `number_taken`, `number_known`, `already_replaced`, `already_answered`,
 * `answers_another`, `invoiced_here`.
 */
export const POST = answerConflictsOfStaff<ExternalInvoiceBody>(
  async (req, res: MedusaResponse<AdminExternalInvoiceResponse>) => {
    const { replaces = null, answers, ...fields } = req.validatedBody
    const { invoice, isNew } = await recordExternalInvoice(req.scope, {
      orderId: req.params.id ?? "",
      fields,
      replaces,
      ...(answers !== undefined && { answers }),
      recordedBy: req.auth_context.actor_id,
    })
    const answer: AdminExternalInvoiceResponse = { external_invoice: invoice }
    res.status(isNew ? 201 : 200).json(answer)
  }
)
