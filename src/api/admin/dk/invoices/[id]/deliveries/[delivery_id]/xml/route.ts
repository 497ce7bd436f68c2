import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { carriesPeople } from "../../../../../../../../modules/access"
import { findPayload } from "../../../../../../../../workflows/invoice"

/** The e-invoice's bytes as they were sent, or as they are to be sent by hand. 404 when none were made. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { id: invoiceId = "", delivery_id: id = "" } = req.params
  const payload = await findPayload(req.scope, invoiceId, id)
  const { number, format, content } = payload
  carriesPeople(req, [payload.order_id])
  res
    .type("application/xml")
    .set({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-disposition": `attachment; filename="${number}-${format}.xml"`,
    })
    .send(Buffer.from(content, "utf8"))
}
