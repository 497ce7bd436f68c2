import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { forbidden } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type AccessModuleService from "./service"

/** What a route does with personal data or payments. An operator may do all of it; roles will tell them apart. */
export type Permission =
  | "personal-data:read"
  | "personal-data:export"
  | "personal-data:erase"
  | "notices:write"
  | "record:write"
  | "operators:invite"
  | "roles:write"
  | "access-log:read"
  | "staff-checks:read"
  | "staff-checks:write"
  | "findings:read"
  | "protections:write"
  | "restrictions:write"
  | "nets:read"
  | "nets:check"
  | "nets:refund"
  | "invoices:settings"
  | "credit:write"

const ADD_OPERATOR = `Add the user's e-mail to the option access.operators: { access: { operators: ["…"] } }.`

/** True for an e-mail that the option `access.operators` names, in any case. */
export const isOperatorEmail = (container: MedusaContainer, email: string): boolean => {
  const { operators } = container.resolve<AccessModuleService>("dk_access").settings
  return operators.some((operator) => operator.toLowerCase() === email.toLowerCase())
}

/**
 * True for staff whose e-mail is named. Medusa tells `DPO@` from `dpo@`, so a second user could take the
 * same address in other letters: then it names nobody.
 */
export const isOperatorUser = async (
  container: MedusaContainer,
  userId: string
): Promise<boolean> => {
  const users = await selectRows<{ id: string; email: string }>(
    postgres(container),
    `SELECT id, email FROM "user" WHERE deleted_at IS NULL
        AND lower(email) = (SELECT lower(email) FROM "user" WHERE id = ? AND deleted_at IS NULL)`,
    [userId]
  )
  const [user] = users
  return user !== undefined && users.length === 1 && isOperatorEmail(container, user.email)
}

const isOperator = async (req: AuthenticatedMedusaRequest): Promise<boolean> => {
  // A route that core does not authenticate brings nobody.
  if (!("auth_context" in req)) return false
  const { actor_type: actorType, actor_id: actorId } = req.auth_context
  // Secret API keys act for no person, so nobody could answer for what they read.
  return actorType === "user" && isOperatorUser(req.scope, actorId)
}

/**
 * Middleware for admin routes that read or erase personal data, or look after payments: passes staff listed in `access.operators`,
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
