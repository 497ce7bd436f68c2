import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreCookieChoiceResponse } from "../../../../../types/http"
import { CONSENT_MODULE } from "../../../../../modules/consent"
import type { ConsentModuleService } from "../../../../../modules/consent"
import { sendCookieChoice } from "../../../../_shared/send-cookie-choice"
import type { CookieLookupBody } from "../validators"

/**
 * `{ cookie_choice }`: the proof of what a visitor chose, for who has the visitor's random id, and whether to ask again; null
 * when nothing is known under the id. A POST, so that the id stands in no address and no log. 400 naming `visitor_id`.
 */
export const POST = async (
  req: MedusaRequest<CookieLookupBody>,
  res: MedusaResponse<StoreCookieChoiceResponse>
): Promise<void> => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  await sendCookieChoice(service, req.validatedBody, res)
}
