import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hasPermission } from "../../../../modules/access"
import type { AdminOverviewResponse } from "../../../../types/http"
import { readOverview } from "../../../../workflows/access"
import type { OverviewQuery } from "./validators"

/**
 * `{ overview }`: what asks for staff, the numbers behind it and how far the store is set up, of the areas whose lists the
 * caller may read; `?locale=da|en` is the language of its words. What is heavy to
 * read may be as old as `kept_seconds` says; `?fresh=true` reads all of it anew.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, OverviewQuery>,
  res: MedusaResponse<AdminOverviewResponse>
): Promise<void> => {
  const { locale, fresh: isFresh } = req.validatedQuery
  const may = (permission: Parameters<typeof hasPermission>[1]) => hasPermission(req, permission)
  res.json({ overview: await readOverview(req.scope, { may, locale, isFresh }) })
}
