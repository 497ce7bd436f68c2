import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NetsModuleService } from "../../../../modules/nets"
import { NETS_MODULE, WEBHOOK_PURPOSE } from "../../../../modules/nets"
import { parseWebhook } from "../../../../modules/nets/domain/webhook"
import { verifyToken } from "../../../../shared/tokens"
import { receiveNetsWebhook, workOffSoon } from "../../../../workflows/nets"
import { readBody } from "../../../_shared/read-body"

/**
 * Nets' webhooks of one payment session. 401 before anything is read unless `Authorization` is the session's
 * token; 200 once the event is stored (or is none we can read), for Nets repeats everything else; then it acts.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const sessionId = req.params.session_id ?? ""
  const { settings } = req.scope.resolve<NetsModuleService>(NETS_MODULE)
  const { authorization } = req.headers
  if (!verifyToken(settings.secrets, WEBHOOK_PURPOSE, sessionId, authorization)) {
    res.status(401).end()
    return
  }
  const text = await readBody(req)
  if (text === undefined) {
    res.status(413).end()
    return
  }
  const webhook = parseWebhook(text)
  if (webhook) await receiveNetsWebhook(req.scope, sessionId, webhook)
  res.status(200).end()
  if (webhook) workOffSoon(req.scope, sessionId)
}
