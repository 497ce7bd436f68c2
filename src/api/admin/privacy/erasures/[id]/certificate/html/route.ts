import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { printCertificate } from "../../../../../../../workflows/personal-data"
import type { CertificatePageQuery } from "../../../validators"

/** The latest proof as a page for A4, in Danish or English (`locale`). 404 before the erasure ran. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, CertificatePageQuery>,
  res: MedusaResponse
): Promise<void> => {
  const { locale } = req.validatedQuery
  const page = await printCertificate(req.scope, req.params.id ?? "", locale)
  res
    .set({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    })
    .send(page)
}
