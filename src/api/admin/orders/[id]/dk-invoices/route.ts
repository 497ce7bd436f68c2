import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { INVOICE_MODULE } from "../../../../../modules/invoice"
import type { InvoiceModuleService } from "../../../../../modules/invoice"
import { conflict } from "../../../../../shared/errors"
import { findInvoicesOfOrder, dkIssueInvoicesWorkflow } from "../../../../../workflows/invoice"
import { answerConflicts } from "../../../../_shared/answer-conflicts"

const answer = async ({ scope, params }: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const orderId = params.id ?? ""
  const service = scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  res.json({
    ...(await findInvoicesOfOrder(scope, orderId)),
    guest_token: await service.orderToken(orderId),
  })
}

/**
 * `{ invoices, missing, guest_token }`: the order's documents, the fields that stand in the way of what is
 * due, and the token a guest shows to read them.
 */
export const GET = answer

/** Issues what is due now, as after mending a buyer. 409 `invoicing_off` when the shop invoices elsewhere. */
export const POST = answerConflicts(async (req, res): Promise<void> => {
  const { settings } = req.scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  if (settings.mode === "off") {
    throw conflict("invoicing_off", "Invoicing is turned off in this store.")
  }
  await dkIssueInvoicesWorkflow(req.scope).run({ input: { order_id: req.params.id ?? "" } })
  await answer(req, res)
})
