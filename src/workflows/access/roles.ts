import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { isPlatformRbacOn, roleMay } from "../../modules/access"
import type { Role } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { STAFF_COLUMNS, standingOf } from "../../modules/access/staff"
import type { StaffRow } from "../../modules/access/staff"
import { conflict, invalidField } from "../../shared/errors"
import { postgres, selectRows, withLock } from "../../shared/postgres"
import type { AdminRoles, AdminStaffRole } from "../../types/http"

type UserRow = StaffRow & { first_name: string | null; last_name: string | null }

const USERS = `
  SELECT ${STAFF_COLUMNS}, u.first_name, u.last_name
  FROM "user" u WHERE u.deleted_at IS NULL ORDER BY lower(u.email), u.id`

const settingsOf = (container: MedusaContainer) =>
  container.resolve<AccessModuleService>("dk_access").settings

const toStaffRole = (container: MedusaContainer, row: UserRow): AdminStaffRole => {
  const { role, isOperator } = standingOf(container, row)
  const hasAll =
    role === null ? !settingsOf(container).requireRoles : roleMay(role, "customers:read")
  const name = [row.first_name, row.last_name].filter(Boolean).join(" ")
  return {
    user_id: row.id,
    email: row.email,
    name: name === "" ? null : name,
    role,
    is_operator: isOperator,
    sees_everyone: isPlatformRbacOn() ? null : hasAll,
  }
}

/** Who works here and what they may. With Medusa's RBAC on it decides, and `sees_everyone` is not known here. */
export const listRoles = async (container: MedusaContainer): Promise<AdminRoles> => {
  const rows = await selectRows<UserRow>(postgres(container), USERS)
  const staff = rows.map((row) => toStaffRole(container, row))
  return {
    staff,
    platform_rbac: isPlatformRbacOn(),
    require_roles: settingsOf(container).requireRoles,
    without_role: staff.filter(({ role }) => role === null).length,
    see_everyone: staff.filter(({ sees_everyone: seesEveryone }) => seesEveryone).length,
  }
}

type Gift = { user_id: string; role: Role | null; given_by: string }

/**
 * Gives a user a role, or takes it with null. The same again changes nothing. Every change is kept as a row of its own.
 *
 * @throws invalid_data naming `user_id`; conflict `named_in_options` for whom the option makes an owner, and
 *   `platform_rbac` when Medusa's RBAC gives the roles
 */
export const giveRole = async (container: MedusaContainer, gift: Gift): Promise<AdminStaffRole> => {
  if (isPlatformRbacOn()) {
    throw conflict("platform_rbac", "Medusa's RBAC is on: roles are given under Settings, Roles.")
  }
  const { user_id: userId, role, given_by: givenBy } = gift
  return withLock(postgres(container), `dk_access_role:${userId}`, async (transaction) => {
    const users = await selectRows<UserRow>(transaction, USERS)
    const user = users.find(({ id }) => id === userId)
    if (!user) throw invalidField("user_id", "unknown", "no user has this id")
    if (standingOf(container, user).isOperator) {
      throw conflict("named_in_options", "The option access.operators makes this user an owner.")
    }
    if (user.role !== role) {
      await transaction.raw(
        `INSERT INTO dk_access_role (id, controller_id, user_id, role, given_by, created_at) VALUES (?, ?, ?, ?, ?, clock_timestamp())`,
        [
          generateEntityId("", "dkarole"),
          settingsOf(container).controller.id,
          userId,
          role,
          givenBy,
        ]
      )
    }
    return toStaffRole(container, { ...user, role })
  })
}
