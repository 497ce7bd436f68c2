import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CONSENT_MODULE, confirmPage } from "../../../../modules/consent"
import type { ConfirmState, ConsentModuleService, Notice } from "../../../../modules/consent"
import { confirmSubscriptionByToken } from "../../../../workflows/consent"
import { pageLocale, sendPage } from "../../../_shared/send-page"
import type { ConfirmBody, ConfirmQuery } from "../../validators"

type ConfirmRequest = MedusaRequest<ConfirmBody, ConfirmQuery>

/** The text that the link says is agreed to; null when it says none. */
const noticeOf = async (req: ConfirmRequest): Promise<Notice | null> => {
  const { notice: id } = req.validatedQuery
  if (id === undefined) return null
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  const filters = { ids: [id], published: true, limit: 1, offset: 0 }
  const { notices } = await service.findNotices({ ...filters, kind: "marketing" })
  return notices[0] ?? null
}

const answer = async (
  req: ConfirmRequest,
  res: MedusaResponse,
  state: ConfirmState
): Promise<void> => {
  const { controller } = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE).settings
  const shop = { name: controller.name, email: controller.email }
  const notice = await noticeOf(req)
  sendPage(res, confirmPage({ locale: pageLocale(req), shop, state, notice }))
}

/**
 * The page behind the link of a sign-up mail: the text that is agreed to (`?notice=`, its id) and a button. Changes nothing; the
 * token never comes here, it stands behind the `#`.
 */
export const GET = (req: ConfirmRequest, res: MedusaResponse): Promise<void> =>
  answer(req, res, "asked")

/** The page's button: `token` as a form or as JSON. Confirms a sign-up, once; the answer is the page. */
export const POST = async (req: ConfirmRequest, res: MedusaResponse): Promise<void> => {
  const isGiven = await confirmSubscriptionByToken(req.scope, req.validatedBody.token)
  await answer(req, res, isGiven ? "confirmed" : "expired")
}
