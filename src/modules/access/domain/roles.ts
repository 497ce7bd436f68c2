/** The roles a store gives its staff: Ejer, Kundeservice, Bogholder and Lager. */
export const ROLES = ["owner", "customer_service", "bookkeeper", "warehouse"] as const

export type Role = (typeof ROLES)[number]

/**
 * What a route does. What is not in `OPEN` is denied to staff without a role, unless they are named in `access.operators`,
 * and to secret API keys.
 */
export const PERMISSIONS = [
  "catalogue:use",
  "orders:read",
  "orders:write",
  "orders:ship",
  "customers:read",
  "customers:write",
  "payments:read",
  "payments:write",
  "invoices:read",
  "invoices:write",
  "staff:read",
  "staff:write",
  "system:read",
  "system:write",
  "own:read",
  "related:read",
  "personal-data:read",
  "personal-data:export",
  "personal-data:erase",
  "requests:read",
  "requests:write",
  "protections:write",
  "restrictions:write",
  "findings:read",
  "notices:write",
  "consents:read",
  "record:write",
  "operators:invite",
  "roles:write",
  "access-log:read",
  "staff-checks:read",
  "staff-checks:write",
  "nets:read",
  "nets:check",
  "nets:refund",
  "invoices:settings",
  "credit:write",
  "consents:write",
  "marketing:read",
  "marketing:write",
  "breaches:read",
  "breaches:write",
  "breaches:decide",
] as const

export type Permission = (typeof PERMISSIONS)[number]

/** Areas whose routes are Medusa's own: with its RBAC on, core's policies stand before them. */
const CORE: ReadonlySet<Permission> = new Set([
  "catalogue:use",
  "orders:read",
  "orders:write",
  "orders:ship",
  "customers:read",
  "customers:write",
  "payments:read",
  "payments:write",
  "staff:read",
  "staff:write",
  "system:read",
  "system:write",
  "own:read",
])

/** What every user of Medusa's Admin can do as long as nobody gave them a role. */
const OPEN: ReadonlySet<Permission> = new Set([
  ...CORE,
  "related:read",
  "invoices:read",
  "invoices:write",
  "protections:write",
])

const GRANTS: Readonly<Record<Exclude<Role, "owner">, ReadonlySet<Permission>>> = {
  customer_service: new Set([
    "catalogue:use",
    "own:read",
    "related:read",
    "orders:read",
    "orders:write",
    "orders:ship",
    "customers:read",
    "customers:write",
    "payments:read",
    "payments:write",
    "invoices:read",
    "invoices:write",
    "protections:write",
    "consents:read",
    "nets:read",
    "nets:check",
    "consents:write",
    "requests:read",
    "requests:write",
    "breaches:read",
    "breaches:write",
  ]),
  bookkeeper: new Set([
    "catalogue:use",
    "own:read",
    "invoices:read",
    "invoices:write",
    "invoices:settings",
    "nets:read",
  ]),
  warehouse: new Set(["catalogue:use", "own:read", "orders:ship"]),
}

/** Whether a role may. Owners may everything; what no other role names is theirs alone. */
export const roleMay = (role: Role, permission: Permission): boolean =>
  role === "owner" || GRANTS[role].has(permission)

/** Whether staff without a role, or a secret API key, may: what Medusa lets every user do. */
export const isOpen = (permission: Permission): boolean => OPEN.has(permission)

export const isGuardedByCore = (permission: Permission): boolean => CORE.has(permission)

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value)
