import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminExternalInvoiceImportResponse } from "../../../../../types/http"
import { importExternalInvoices } from "../../../../../workflows/invoice"
import type { ImportBody, ImportQuery } from "../validators"

/**
 * A file of numbers, as `text/csv` (with `?dry_run=true`) or as JSON `{ csv, dry_run? }` → `{ dry_run, lines }` with what came of
 * each: `created`, `known`, or `error` with `field`, `code` and `message`. One bad line keeps none of the others back. Columns:
 * order (number or id), system, number, issued_on, kind, url.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<ImportBody, ImportQuery>,
  res: MedusaResponse<AdminExternalInvoiceImportResponse>
): Promise<void> => {
  const { csv, dry_run: isDry } = req.validatedBody
  const isDryRun = isDry || req.validatedQuery.dry_run === "true"
  const recordedBy = req.auth_context.actor_id
  const lines = await importExternalInvoices(req.scope, { csv, isDryRun, recordedBy })
  res.json({ dry_run: isDryRun, lines })
}
