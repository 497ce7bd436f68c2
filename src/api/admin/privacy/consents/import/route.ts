import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminConsentImportResponse } from "../../../../../types/http"
import { importConsents } from "../../../../../workflows/consent"
import type { ConsentImportBody } from "./validators"

/**
 * Takes over consents that another system speaks of: `{ rows: [{ email, purpose, channel, given_at }] }`, `{ csv }` or a file as
 * `text/csv` → `{ imported, known, refused: [{ row, field, code, message }] }`. They are *claimed* and open nothing. The same
 * list again changes nothing.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<ConsentImportBody>,
  res: MedusaResponse<AdminConsentImportResponse>
): Promise<void> => {
  res.json(await importConsents(req.scope, req.validatedBody))
}
