import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderInvoices } from "../../../../../types/http"
import { conflict } from "../../../../../shared/errors"
import { dkIssueInvoicesWorkflow, findInvoicesOfOrder } from "../../../../../workflows/invoice"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import { sendOrderInvoices } from "../../../../_shared/send-order-invoices"

/**
 * `{ mode, invoices, external_invoices, waiting, missing, guest_token }`: who invoices the order, its documents made here and
 * elsewhere, what the bookkeeping system is asked for, the fields that stand in the way of what is due, and the token a
 * guest shows to read the documents.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse<AdminOrderInvoices>): Promise<void> =>
  sendOrderInvoices(req, res)

/** Issues what is due now, or asks for it, as after mending a buyer. 409 `invoicing_off` for an order of a day without invoicing. */
export const POST = answerConflicts(
  async (req, res: MedusaResponse<AdminOrderInvoices>): Promise<void> => {
    const { mode } = await findInvoicesOfOrder(req.scope, req.params.id ?? "")
    if (mode === "off") throw conflict("invoicing_off", "Invoicing is turned off for this order.")
    await dkIssueInvoicesWorkflow(req.scope).run({ input: { order_id: req.params.id ?? "" } })
    await sendOrderInvoices(req, res)
  }
)
