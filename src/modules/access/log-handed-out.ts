import type { MedusaRequest } from "@medusajs/framework/http"
import { actorOf } from "./actor"
import { ruleOf } from "./rule-of"
import type AccessModuleService from "./service"
import { eventOf } from "./watch-response"

/**
 * Logs people of a file before the piece that holds them leaves; fails when that cannot be logged. For routes that stream,
 * whose answer cannot be looked at.
 */
export const logHandedOut = async (req: MedusaRequest, ids: readonly string[]): Promise<void> => {
  const rule = ruleOf(req)
  if (!rule?.purpose || ids.length === 0) return
  const log = req.scope.resolve<AccessModuleService>("dk_access").readLog
  const watched = {
    purpose: rule.purpose,
    rule,
    actor: await actorOf(req),
    log,
    isLogged: await log.isOn(),
  }
  const event = eventOf(req, watched, ids)
  if (event) await log.write(event)
}
