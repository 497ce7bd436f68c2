import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreConsentSheet } from "../../../../../../types/http"
import { sheetPage } from "../../../../../../modules/consent"
import { consentSheet } from "../../../../../../workflows/consent"
import type { SheetQuery } from "../validators"
import { pageLocale, sendPage } from "../../../../../_shared/send-page"

/**
 * What the account holder was told and said, with the texts, to keep: JSON (`StoreConsentSheet`), or a page in Danish or English
 * with `?format=html` or when HTML is asked for.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, SheetQuery>,
  res: MedusaResponse<StoreConsentSheet | string>
): Promise<void> => {
  const sheet = await consentSheet(req.scope, req.auth_context.actor_id)
  const isPage = req.validatedQuery.format === "html" || req.accepts(["json", "html"]) === "html"
  if (isPage) sendPage(res, sheetPage(sheet, pageLocale(req)))
  else res.set("Cache-Control", "no-store").json(sheet)
}
