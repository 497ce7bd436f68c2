import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { forbidden, notFound, unauthorized } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
import { actorOf, isPlatformRbacOn, may, shipsOnly } from "./actor"
import type { Actor } from "./actor"
import { fitsPath, isCores } from "./domain/routes/find-rule"
import { ordersToShip } from "./orders-to-ship"
import { pathOf } from "./path-of"
import { lacksPermission } from "./require-permission"
import { ruleOf } from "./rule-of"
import type AccessModuleService from "./service"

const OURS = /^\/admin\/(privacy|dk)(\/|$)/i
const ONE_ORDER = /^\/admin\/orders\/([^/]+)/i

const refuseOther = (container: MedusaContainer, actor: Actor, path: string): Error | null => {
  const { otherRoutes, requireRoles } = container.resolve<AccessModuleService>("dk_access").settings
  const { role } = actor
  if (actor.isOperator || (role === "owner" && !isPlatformRbacOn())) return null
  if (OURS.test(path)) return forbidden("Only an owner may use this route.")
  if (isPlatformRbacOn() || actor.type === "api-key") return null
  if (role === null) return requireRoles ? forbidden("This user has no role.") : null
  const isOpened = otherRoutes.some(
    (other) => other.roles.includes(role) && fitsPath(other.path, path)
  )
  return isOpened
    ? null
    : forbidden("The option access.otherRoutes does not open this route to the user's role.")
}

/** To those who only ship, an order that is not to be shipped is not there. */
const refuseShipped = async (req: MedusaRequest, path: string): Promise<Error | null> => {
  const id = ONE_ORDER.exec(path)?.[1]
  if (id === undefined) return null
  const found = await ordersToShip(postgres(req.scope), [id])
  return found.length > 0 ? null : notFound("The order is not there, or not to be shipped.")
}

const refusalOf = async (req: MedusaRequest): Promise<Error | null> => {
  const path = pathOf(req)
  const rule = ruleOf(req)
  const { requireRoles } = req.scope.resolve<AccessModuleService>("dk_access").settings
  // Nobody's data, open to everybody who is logged in: nothing to ask the database for.
  if (rule?.needs === "catalogue:use" && !requireRoles) return null
  const actor = await actorOf(req)
  // A token outlives its user.
  if (actor.type === "gone") return unauthorized()
  // Core lets nobody through but where it asks for no login: accepting an invite, a download by ticket.
  if (actor.type === "nobody") return null
  if (rule === null) return refuseOther(req.scope, actor, path)
  const question = { permission: rule.needs, isBehindCore: isCores(rule) }
  if (!(await may(req.scope, actor, question))) return lacksPermission(rule.needs)
  const isNarrow = rule.needs === "orders:ship" && (await shipsOnly(req.scope, actor))
  return isNarrow ? refuseShipped(req, path) : null
}

/**
 * Middleware before every admin route, Medusa's own included: asks the route table what the route needs and answers 403
 * to whoever lacks it. Routes of other plugins and of the store are open to owners, to staff without a role, and to the
 * roles that `access.otherRoutes` names.
 */
export const guardRoute = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  next((await refusalOf(req)) ?? undefined)
}
