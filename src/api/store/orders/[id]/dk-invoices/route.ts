import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreOrderInvoices } from "../../../../../types/http"
import { listInvoices } from "../../../../../workflows/invoice"

/** `{ invoices }`: the buyer's own documents, oldest first. 404 for anybody else. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreOrderInvoices>
): Promise<void> => {
  const { invoices } = await listInvoices(req.scope, {
    order_id: req.params.id ?? "",
    order: "number",
  })
  res.set("cache-control", "private, no-store").json({ invoices })
}
