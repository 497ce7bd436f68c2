import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CONSENT_MODULE, starterStaffNotice } from "../../../../../modules/consent"
import type { ConsentModuleService } from "../../../../../modules/consent"
import type { StarterNoticeQuery } from "../validators"

/** `{ notice: { kind, locale, body } }`: a text to begin with, written with the shop's own name and address. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, StarterNoticeQuery>,
  res: MedusaResponse
): Promise<void> => {
  const { controller } = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE).settings
  const { kind, locale } = req.validatedQuery
  res.json({ notice: { kind, locale, body: starterStaffNotice(controller, locale) } })
  return Promise.resolve()
}
