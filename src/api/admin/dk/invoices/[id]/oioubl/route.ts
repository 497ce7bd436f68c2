import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findInvoice } from "../../../../../../workflows/invoice"
import { sendEInvoice } from "../../../../../_shared/send-einvoice"

/** The document in OIOUBL 2.1; 409 `einvoice_incomplete` with what its receiver would refuse. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  sendEInvoice(req, res, await findInvoice(req.scope, req.params.id ?? ""), "oioubl")
}
