import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminErasureCertificateResponse } from "../../../../../../types/http"
import { getCertificate } from "../../../../../../workflows/personal-data"

/** `{ certificate }`: the latest proof, without personal data. 404 before the erasure ran. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminErasureCertificateResponse>
): Promise<void> => {
  res.json({ certificate: await getCertificate(req.scope, req.params.id ?? "") })
}
