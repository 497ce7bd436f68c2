import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { forbidden } from "../../shared/errors"
import { actorOf, may } from "./actor"
import type { Permission } from "./domain/roles"
import { findRule } from "./domain/routes/find-rule"
import { pathOf } from "./path-of"

export type { Permission } from "./domain/roles"

const HOW =
  'An owner gives roles under Personal data, Access; the option access.operators names owners: { access: { operators: ["…"] } }.'

/** What is answered to whoever may not: 403 naming the permission and who can give it. */
export const lacksPermission = (permission: Permission): Error =>
  forbidden(`This user lacks the permission ${permission}. ${HOW}`)

/** Whether whoever sent the request has the permission. */
export const hasPermission = async (req: MedusaRequest, permission: Permission): Promise<boolean> =>
  may(req.scope, await actorOf(req), { permission, isBehindCore: false })

/** Middleware that passes those who have the permission and answers everybody else 403, secret API keys included. */
export const requirePermission =
  (permission: Permission) =>
  async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    next((await hasPermission(req, permission)) ? undefined : lacksPermission(permission))
  }

/** What only owners have stands for what no rule names. */
const OWNERS_ONLY: Permission = "roles:write"

/** Middleware that passes those who have what the route table asks of the request; what it does not name is the owners'. */
export const requireRoutePermission = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const rule = findRule(req.method, pathOf(req))
  await requirePermission(rule?.needs ?? OWNERS_ONLY)(req, res, next)
}
