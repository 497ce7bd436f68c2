import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminPaymentImportResponse } from "../../../../../types/http"
import { importPayments } from "../../../../../workflows/invoice"
import type { PaymentImportBody } from "./validators"

/**
 * `{ csv, dry_run? }` → `{ lines, dry_run }`: registers the payments of a bank's file and tells what became of each
 * line. Sent twice it books nothing twice. 400 `columns_missing` when the header names no day, amount and text.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<PaymentImportBody>,
  res: MedusaResponse<AdminPaymentImportResponse>
): Promise<void> => {
  const { csv, dry_run: isDryRun } = req.validatedBody
  const by = req.auth_context.actor_id
  const lines = await importPayments(req.scope, { csv, dry_run: isDryRun, imported_by: by })
  res.json({ lines, dry_run: isDryRun })
}
