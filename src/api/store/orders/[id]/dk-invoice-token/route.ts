import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreInvoiceToken } from "../../../../../types/http"
import { INVOICE_MODULE } from "../../../../../modules/invoice"
import type { InvoiceModuleService } from "../../../../../modules/invoice"
import { notFound } from "../../../../../shared/errors"
import { isCartOfOrder } from "../../../../../workflows/invoice"
import type { InvoiceTokenBody } from "./validators"

/** `{ token }` for the receipt of a guest, who shows the cart they paid. 404 for anybody else. */
export const POST = async (
  req: MedusaRequest<InvoiceTokenBody>,
  res: MedusaResponse<StoreInvoiceToken>
): Promise<void> => {
  const orderId = req.params.id ?? ""
  if (!(await isCartOfOrder(req.scope, orderId, req.validatedBody.cart_id))) {
    throw notFound("The order was not found.")
  }
  const service = req.scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  res.json({ token: await service.orderToken(orderId) })
}
