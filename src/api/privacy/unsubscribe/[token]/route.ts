import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CONSENT_MODULE, unsubscribePage } from "../../../../modules/consent"
import type { ConsentModuleService, UnsubscribeState } from "../../../../modules/consent"
import { stopMarketing, unsubscribeChannel } from "../../../../workflows/consent"
import { pageLocale, sendPage } from "../../../_shared/send-page"
import type { StopBody } from "../../validators"

const answer = (req: MedusaRequest, res: MedusaResponse, state: UnsubscribeState): void => {
  const { controller } = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE).settings
  const channel = unsubscribeChannel(req.scope, req.params.token ?? "")
  const page = unsubscribePage({
    locale: pageLocale(req),
    shop: { name: controller.name, email: controller.email },
    channel: channel ?? "email",
    state: channel === null ? "unknown" : state,
  })
  sendPage(res, page, channel === null ? 404 : 200)
}

/** A page with two buttons: stop this kind on this channel, or say no to all marketing. Changes nothing: scanners of mails come here. */
export const GET = (req: MedusaRequest, res: MedusaResponse): void => {
  answer(req, res, "asked")
}

/**
 * One-click of a mail program (RFC 8058: `List-Unsubscribe=One-Click`, as a form of either kind) and the page's buttons;
 * `objection=all` is the second one. Twice is once, and it works when the person was erased. 404 for a link that was not
 * made here. The answer is the page.
 */
export const POST = async (req: MedusaRequest<StopBody>, res: MedusaResponse): Promise<void> => {
  const isAll = req.validatedBody.objection === "all"
  await stopMarketing(req.scope, req.params.token ?? "", isAll ? "object" : "unsubscribe")
  answer(req, res, isAll ? "objected" : "unsubscribed")
}
