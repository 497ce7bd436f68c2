import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { forbidden } from "../../shared/errors"
import { actorOf, may } from "./actor"
import type { Permission } from "./domain/roles"

export type { Permission } from "./domain/roles"

const HOW =
  'An owner gives roles under Privacy, Access; the option access.operators names owners: { access: { operators: ["…"] } }.'

/** What is answered to whoever may not: 403 naming the permission and who can give it. */
export const lacksPermission = (permission: Permission): Error =>
  forbidden(`This user lacks the permission ${permission}. ${HOW}`)

/** Middleware that passes those who have the permission and answers everybody else 403, secret API keys included. */
export const requirePermission =
  (permission: Permission) =>
  async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const isAllowed = await may(req.scope, await actorOf(req), permission)
    next(isAllowed ? undefined : lacksPermission(permission))
  }
