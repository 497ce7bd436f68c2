import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { INVOICE_MODULE } from "../../../../../modules/invoice"
import type { InvoiceModuleService } from "../../../../../modules/invoice"
import { conflict } from "../../../../../shared/errors"
import { findInvoicesOfOrder, dkIssueInvoicesWorkflow } from "../../../../../workflows/invoice"
import { answerConflicts } from "../../../../_shared/answer-conflicts"

/**
 * `{ invoices, missing, guest_token }`: the order's documents, the fields that stand in the way of what is
 * due, and the token a guest shows to read them.
 */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const orderId = req.params.id ?? ""
  const service = req.scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  res.json({
    ...(await findInvoicesOfOrder(req.scope, orderId)),
    guest_token: await service.orderToken(orderId),
  })
}

/** Issues what is due now, as after mending a buyer. 409 `invoicing_off` when the shop invoices elsewhere. */
export const POST = answerConflicts(async (req, res): Promise<void> => {
  const orderId = req.params.id ?? ""
  const service = req.scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  if (service.settings.mode === "off") {
    throw conflict("invoicing_off", "Invoicing is turned off in this store.")
  }
  await dkIssueInvoicesWorkflow(req.scope).run({ input: { order_id: orderId } })
  res.json(await findInvoicesOfOrder(req.scope, orderId))
})
