import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StorePrivacySummary } from "../../../../../types/http"
import { summarizeHeldOf } from "../../../../../workflows/personal-data"
import { documentLocale } from "../../../../_shared/document-locale"

/**
 * `{ categories, kept_documents }`: how much of each kind is held about the account holder, what for, what allows it and how long,
 * and the invoices a law keeps. In Danish, or English with `?locale=en`. Counted, not read out. 429 with Retry-After after 60
 * times an hour.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StorePrivacySummary>
): Promise<void> => {
  const subject = { customer_id: req.auth_context.actor_id }
  res.set("Cache-Control", "no-store")
  res.json(await summarizeHeldOf(req.scope, { subject, locale: documentLocale(req) }))
}
