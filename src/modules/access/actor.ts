import { hasPermission } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { FeatureFlag } from "@medusajs/framework/utils"
import { postgres, selectRows } from "../../shared/postgres"
import { isGuardedByCore, isOpen, roleMay } from "./domain/roles"
import type { Permission } from "./domain/roles"
import { policyOf } from "./domain/policies"
import { ANYBODY_PROTECTED } from "./protection"
import type AccessModuleService from "./service"
import { STAFF_COLUMNS, standingOf } from "./staff"
import type { StaffRow, Standing } from "./staff"

/** Who calls an admin route. */
export type Actor = Standing & {
  type: "user" | "api-key" | "nobody" | "gone"
  id: string
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

type UserRow = StaffRow & { is_anybody_protected: boolean }

const USER = `
  SELECT ${STAFF_COLUMNS}, EXISTS (${ANYBODY_PROTECTED}) AS is_anybody_protected
  FROM "user" u WHERE u.id = ? AND u.deleted_at IS NULL`

const readUser = async (
  container: MedusaContainer,
  userId: string
): Promise<UserRow | undefined> => {
  const [user] = await selectRows<UserRow>(postgres(container), USER, [userId])
  return user
}

/** True for staff whose e-mail the option `access.operators` names. */
export const isOperatorUser = async (
  container: MedusaContainer,
  userId: string
): Promise<boolean> => {
  const user = await readUser(container, userId)
  return user !== undefined && standingOf(container, user).isOperator
}

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
    const user = await readUser(req.scope, id)
    if (!user) return { ...NOBODY, type: "gone", id }
    return {
      type,
      id,
      ...standingOf(req.scope, user),
      platformRoles: platformRolesOf(metadata),
      isAnybodyProtected: user.is_anybody_protected,
    }
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

type Question = {
  permission: Permission
  /** Core's own policies stand before the route as well, so that they decide about core's areas. */
  isBehindCore: boolean
}

/**
 * Whether somebody may. With Medusa's RBAC on its policies decide, else the role given in this plugin. Staff without a role
 * may what Medusa lets every user do, or nothing with the option `access.requireRoles`. Secret API keys act for no
 * person who could answer for it, so they have what Medusa opens to them and nothing of ours that is closed.
 */
export const may = async (
  container: MedusaContainer,
  actor: Actor,
  { permission, isBehindCore }: Question
): Promise<boolean> => {
  if (actor.type === "nobody" || actor.type === "gone") return false
  if (actor.isOperator) return true
  if (isPlatformRbacOn()) {
    const isCores = isBehindCore && isGuardedByCore(permission)
    return isCores || mayByPolicies(container, actor, permission)
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
