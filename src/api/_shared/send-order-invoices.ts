import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService } from "../../modules/invoice"
import { findInvoicesOfOrder } from "../../workflows/invoice"

/** `{ mode, invoices, external_invoices, waiting, missing, guest_token }` of the order in the path, for staff. */
export const sendOrderInvoices = async (
  { scope, params }: Pick<MedusaRequest, "scope" | "params">,
  res: MedusaResponse
): Promise<void> => {
  const orderId = params.id ?? ""
  const service = scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  res.json({
    ...(await findInvoicesOfOrder(scope, orderId)),
    guest_token: await service.orderToken(orderId),
  })
}
