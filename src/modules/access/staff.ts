import type { MedusaContainer } from "@medusajs/framework/types"
import { isRole } from "./domain/roles"
import type { Role } from "./domain/roles"
import type AccessModuleService from "./service"

/** A user who works here, with the role given last. */
export type StaffRow = {
  id: string
  email: string
  role: string | null
  /** Nobody else has the address, in any case. */
  is_only_one: boolean
}

/** Columns of `StaffRow` over a user `u`. */
export const STAFF_COLUMNS = `u.id, u.email, (
    SELECT r.role FROM dk_access_role r WHERE r.user_id = u.id ORDER BY r.created_at DESC, r.id DESC LIMIT 1) AS role,
  NOT EXISTS (
    SELECT 1 FROM "user" o WHERE lower(o.email) = lower(u.email) AND o.id <> u.id AND o.deleted_at IS NULL) AS is_only_one`

/** True for an e-mail that the option `access.operators` names, in any case. */
export const isOperatorEmail = (container: MedusaContainer, email: string): boolean =>
  container
    .resolve<AccessModuleService>("dk_access")
    .settings.operators.some((operator) => operator.toLowerCase() === email.toLowerCase())

export type Standing = {
  /** Given in this plugin, or owner by the option. Null for a user without one. */
  role: Role | null
  /** Named in the option `access.operators`: an owner whatever else was given. */
  isOperator: boolean
}

/**
 * What a user may by the option `access.operators` and the roles given. Medusa tells `DPO@` from `dpo@`, so a second user
 * could take an operator's address in other letters: then it names nobody.
 */
export const standingOf = (
  container: MedusaContainer,
  { email, role, is_only_one: isOnlyOne }: StaffRow
): Standing =>
  isOnlyOne && isOperatorEmail(container, email)
    ? { role: "owner", isOperator: true }
    : { role: isRole(role) ? role : null, isOperator: false }
