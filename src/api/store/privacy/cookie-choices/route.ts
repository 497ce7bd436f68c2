import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreCookieChoiceResponse } from "../../../../types/http"
import { CONSENT_MODULE } from "../../../../modules/consent"
import type { ConsentModuleService } from "../../../../modules/consent"
import { sendCookieChoice } from "../../../_shared/send-cookie-choice"
import type { CookieChoiceBody } from "./validators"

/**
 * Keeps what a visitor chose of cookies as evidence under a key made of the visitor's random id, and answers
 * `{ cookie_choice }` like the lookup. No login, no IP address, no customer. The same again is no news. 400 naming
 * `visitor_id`, `notice_id` (unknown, not in force, or not about cookies), the purpose under `choices` that the notice does
 * not list, or `method`; 429 with Retry-After after 600 in an hour from one internet address, which is counted as a keyed digest
 * apart from the choice.
 */
export const POST = async (
  req: MedusaRequest<CookieChoiceBody>,
  res: MedusaResponse<StoreCookieChoiceResponse>
): Promise<void> => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  await service.saveCookieChoice(req.validatedBody)
  await sendCookieChoice(service, req.validatedBody, res)
}
