import { INVOICE_MODULE } from "../../../../../modules/invoice"
import type { InvoiceModuleService } from "../../../../../modules/invoice"
import { conflict } from "../../../../../shared/errors"
import { dkIssueInvoicesWorkflow } from "../../../../../workflows/invoice"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import { sendOrderInvoices } from "../../../../_shared/send-order-invoices"

/**
 * `{ invoices, missing, guest_token }`: the order's documents, the fields that stand in the way of what is
 * due, and the token a guest shows to read them.
 */
export const GET = sendOrderInvoices

/** Issues what is due now, as after mending a buyer. 409 `invoicing_off` when the shop invoices elsewhere. */
export const POST = answerConflicts(async (req, res): Promise<void> => {
  const { settings } = req.scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  if (settings.mode === "off") {
    throw conflict("invoicing_off", "Invoicing is turned off in this store.")
  }
  await dkIssueInvoicesWorkflow(req.scope).run({ input: { order_id: req.params.id ?? "" } })
  await sendOrderInvoices(req, res)
})
