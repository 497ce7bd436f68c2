import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService } from "../../modules/invoice"
import type { AdminOrderInvoices } from "../../types/http"
import { findInvoicesOfOrder, withDeliveryStates } from "../../workflows/invoice"

/**
 * `{ mode, invoices, external_invoices, waiting, missing, guest_token }` of the order in the path, with how far each document has
 * come, for staff.
 */
export const sendOrderInvoices = async (
  { scope, params }: Pick<MedusaRequest, "scope" | "params">,
  res: MedusaResponse<AdminOrderInvoices>
): Promise<void> => {
  const orderId = params.id ?? ""
  const service = scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const { invoices, ...rest } = await findInvoicesOfOrder(scope, orderId)
  res.json({
    invoices: await withDeliveryStates(scope, invoices),
    ...rest,
    guest_token: await service.orderToken(orderId),
  })
}
