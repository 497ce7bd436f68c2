import { PERMISSIONS } from "./roles"
import type { Permission } from "./roles"

/** One of Medusa's RBAC policies. */
export type Policy = { resource: string; operation: string }

/** `staff-checks:read` as Medusa's RBAC knows it: resource `dk_staff_checks`, operation `read`. */
export const policyOf = (permission: Permission): Policy => {
  const [resource = "", operation = ""] = permission.split(":")
  return { resource: `dk_${resource.replaceAll("-", "_")}`, operation }
}

/** Every permission as a policy, with the name it has in Medusa's list of policies. */
export const POLICIES: readonly (Policy & { name: string })[] = PERMISSIONS.map((permission) => ({
  ...policyOf(permission),
  name: `Denmark: ${permission}`,
}))
