import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { forbidden } from "../../shared/errors"
import type AccessModuleService from "./service"

/** What a route does with personal data. An operator may do all of it; roles will tell them apart. */
export type Permission =
  "personal-data:read" | "personal-data:export" | "personal-data:erase" | "notices:write"

const ADD_OPERATOR = `Add the user's e-mail to the option access.operators: { access: { operators: ["…"] } }.`

const isOperator = async (req: AuthenticatedMedusaRequest): Promise<boolean> => {
  // Secret API keys act for no person, so nobody could answer for what they read.
  if (req.auth_context.actor_type !== "user") return false
  const [user] = await req.scope
    .resolve(Modules.USER)
    .listUsers({ id: [req.auth_context.actor_id] }, { select: ["email"] })
  const { operators } = req.scope.resolve<AccessModuleService>("dk_access").settings
  const email = user?.email.toLowerCase()
  return operators.some((operator) => operator.toLowerCase() === email)
}

/**
 * Middleware for admin routes that read or erase personal data: passes staff listed in `access.operators`,
 * answers everybody else 403, secret API keys included.
 */
export const requirePermission =
  (permission: Permission) =>
  async (
    req: AuthenticatedMedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    if (await isOperator(req)) {
      next()
      return
    }
    next(forbidden(`This user lacks the permission ${permission}. ${ADD_OPERATOR}`))
  }
