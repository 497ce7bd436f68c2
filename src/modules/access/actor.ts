import { hasPermission } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { FeatureFlag } from "@medusajs/framework/utils"
import { postgres, selectRows } from "../../shared/postgres"
import { isGuardedByCore, isOpen, isRole, roleMay } from "./domain/roles"
import type { Permission, Role } from "./domain/roles"
import { policyOf } from "./domain/policies"
import { ANYBODY_PROTECTED } from "./protection"
import type AccessModuleService from "./service"

/** Who calls an admin route. */
export type Actor = {
  type: "user" | "api-key" | "nobody" | "gone"
  id: string
  /** Given in this plugin. Null for a user without one. */
  role: Role | null
  /** Named in the option `access.operators`: an owner whatever else was given. */
  isOperator: boolean
  /** Roles of Medusa's own RBAC, by id. */
  platformRoles: readonly string[]
  /** Whether any address at all was protected when the request came; null when that was not read with the user. */
  isAnybodyProtected: boolean | null
}

const NOBODY: Actor = {
  type: "nobody",
  id: "",
  role: null,
  isOperator: false,
  platformRoles: [],
  isAnybodyProtected: null,
}

const settingsOf = (container: MedusaContainer) =>
  container.resolve<AccessModuleService>("dk_access").settings

/** True for an e-mail that the option `access.operators` names, in any case. */
export const isOperatorEmail = (container: MedusaContainer, email: string): boolean =>
  settingsOf(container).operators.some((operator) => operator.toLowerCase() === email.toLowerCase())

type UserRow = { id: string; email: string; role: string | null; is_anybody_protected: boolean }

/**
 * Medusa tells `DPO@` from `dpo@`, so a second user could take an operator's address in other letters: then it names
 * nobody.
 */
const USER = `
  SELECT u.id, u.email, (
      SELECT r.role FROM dk_access_role r WHERE r.user_id = u.id ORDER BY r.created_at DESC, r.id DESC LIMIT 1) AS role,
    EXISTS (${ANYBODY_PROTECTED}) AS is_anybody_protected
  FROM "user" u
  WHERE u.deleted_at IS NULL
    AND lower(u.email) = (SELECT lower(email) FROM "user" WHERE id = ? AND deleted_at IS NULL)`

/**
 * The role of a user who works here: owner for those whom `access.operators` names, else the last one given. Null once
 * the user is deleted.
 */
const standingOf = async (
  container: MedusaContainer,
  userId: string
): Promise<Pick<Actor, "role" | "isOperator" | "isAnybodyProtected"> | null> => {
  const users = await selectRows<UserRow>(postgres(container), USER, [userId])
  const user = users.find(({ id }) => id === userId)
  if (!user) return null
  const { is_anybody_protected: isAnybodyProtected } = user
  if (users.length === 1 && isOperatorEmail(container, user.email)) {
    return { role: "owner", isOperator: true, isAnybodyProtected }
  }
  return { role: isRole(user.role) ? user.role : null, isOperator: false, isAnybodyProtected }
}

/** True for staff whose e-mail the option `access.operators` names. */
export const isOperatorUser = async (
  container: MedusaContainer,
  userId: string
): Promise<boolean> => (await standingOf(container, userId))?.isOperator ?? false

const platformRolesOf = (metadata: unknown): readonly string[] => {
  if (typeof metadata !== "object" || metadata === null || !("roles" in metadata)) return []
  const { roles } = metadata
  return Array.isArray(roles) ? roles.filter((role) => typeof role === "string") : []
}

const known = new WeakMap<MedusaRequest, Promise<Actor>>()

const readActor = async (req: MedusaRequest | AuthenticatedMedusaRequest): Promise<Actor> => {
  // A route that core does not authenticate brings nobody.
  if (!("auth_context" in req)) return NOBODY
  const { actor_type: type, actor_id: id, app_metadata: metadata } = req.auth_context
  if (id === "") return NOBODY
  if (type === "user") {
    const standing = await standingOf(req.scope, id)
    if (standing === null) return { ...NOBODY, type: "gone", id }
    return { type, id, ...standing, platformRoles: platformRolesOf(metadata) }
  }
  return type === "api-key" ? { ...NOBODY, type, id } : NOBODY
}

/** Who calls, read once a request. */
export const actorOf = (req: MedusaRequest): Promise<Actor> => {
  const present = known.get(req)
  if (present) return present
  const actor = readActor(req)
  known.set(req, actor)
  return actor
}

export const isPlatformRbacOn = (): boolean => FeatureFlag.isFeatureEnabled("rbac")

const mayByPolicies = async (
  container: MedusaContainer,
  { platformRoles }: Actor,
  permission: Permission
): Promise<boolean> =>
  // Without roles Medusa's own question is always answered yes.
  platformRoles.length > 0 &&
  (await hasPermission({
    roles: [...platformRoles],
    actions: policyOf(permission),
    container,
  }))

/**
 * Whether somebody may. With Medusa's RBAC on its policies decide, else the role given in this plugin. Staff without a role
 * may what Medusa lets every user do, or nothing with the option `access.requireRoles`. Secret API keys act for no
 * person who could answer for it, so they have what Medusa opens to them and nothing of ours that is closed.
 */
export const may = async (
  container: MedusaContainer,
  actor: Actor,
  permission: Permission
): Promise<boolean> => {
  if (actor.type === "nobody" || actor.type === "gone") return false
  if (actor.isOperator) return true
  if (isPlatformRbacOn()) {
    return isGuardedByCore(permission) || mayByPolicies(container, actor, permission)
  }
  if (actor.role !== null) return roleMay(actor.role, permission)
  if (actor.type === "user" && settingsOf(container).requireRoles) return permission === "own:read"
  return isOpen(permission)
}

/** True for those who see orders only while they are to be shipped: Lager. */
export const shipsOnly = async (container: MedusaContainer, actor: Actor): Promise<boolean> => {
  if (actor.isOperator) return false
  if (!isPlatformRbacOn()) return actor.role === "warehouse"
  return (
    (await mayByPolicies(container, actor, "orders:ship")) &&
    !(await mayByPolicies(container, actor, "orders:read"))
  )
}
