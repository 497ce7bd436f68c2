import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { printCertificate } from "../../../../../../../workflows/personal-data"
import type { CertificatePageQuery } from "../../../validators"
import { sendDocument } from "../../../../../../_shared/send-document"

/** The latest proof as a page for A4, in Danish or English (`locale`). 404 before the erasure ran. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, CertificatePageQuery>,
  res: MedusaResponse
): Promise<void> => {
  const { locale } = req.validatedQuery
  const page = await printCertificate(req.scope, req.params.id ?? "", locale)
  sendDocument(res, page)
}
