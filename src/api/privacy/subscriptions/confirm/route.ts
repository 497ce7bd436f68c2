import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CONSENT_MODULE, confirmPage } from "../../../../modules/consent"
import type { ConfirmState, ConsentModuleService } from "../../../../modules/consent"
import { confirmSubscriptionByToken } from "../../../../workflows/consent"
import { pageLocale, sendPage } from "../../../_shared/send-page"
import type { ConfirmBody } from "../../validators"

const answer = (req: MedusaRequest, res: MedusaResponse, state: ConfirmState): void => {
  const { controller } = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE).settings
  const shop = { name: controller.name, email: controller.email }
  sendPage(res, confirmPage({ locale: pageLocale(req), shop, state }))
}

/** The page behind the link of a sign-up mail: a button. Changes nothing; the token never comes here, it stands behind the `#`. */
export const GET = (req: MedusaRequest, res: MedusaResponse): void => {
  answer(req, res, "asked")
}

/** The page's button: `token` as a form or as JSON. Confirms a sign-up, once; the answer is the page. */
export const POST = async (req: MedusaRequest<ConfirmBody>, res: MedusaResponse): Promise<void> => {
  const isGiven = await confirmSubscriptionByToken(req.scope, req.validatedBody.token)
  answer(req, res, isGiven ? "confirmed" : "expired")
}
