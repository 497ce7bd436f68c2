import { PERMISSIONS, isOpen, roleMay } from "./roles"
import { POLICIES, policyOf } from "./policies"

/** Denied to everybody who was not made an owner. */
const OWNERS_ONLY = [
  "personal-data:read",
  "personal-data:export",
  "personal-data:erase",
  "staff-checks:read",
  "staff-checks:write",
  "roles:write",
  "access-log:read",
  "operators:invite",
  "restrictions:write",
  "findings:read",
  "notices:write",
  "record:write",
  "nets:refund",
  "credit:write",
  "staff:read",
  "staff:write",
  "system:read",
  "system:write",
] as const

describe("a role", () => {
  it.each(OWNERS_ONLY)("%s belongs to owners alone", (permission) => {
    expect(roleMay("owner", permission)).toBe(true)
    for (const role of ["customer_service", "bookkeeper", "warehouse"] as const) {
      expect([role, roleMay(role, permission)]).toEqual([role, false])
    }
  })

  it("that serves customers sees what they agreed to, and no other does but the owner's", () => {
    const roles = ["owner", "customer_service", "bookkeeper", "warehouse"] as const
    expect(roles.filter((role) => roleMay(role, "consents:read"))).toEqual([
      "owner",
      "customer_service",
    ])
    expect(isOpen("consents:read")).toBe(false)
  })

  it("that keeps the books sees invoices and no customers or orders", () => {
    const has = PERMISSIONS.filter((permission) => roleMay("bookkeeper", permission))
    expect(has).toEqual([
      "catalogue:use",
      "invoices:read",
      "invoices:write",
      "own:read",
      "nets:read",
      "invoices:settings",
    ])
  })

  it("that ships sees what is to be shipped and no more", () => {
    const has = PERMISSIONS.filter((permission) => roleMay("warehouse", permission))
    expect(has).toEqual(["catalogue:use", "orders:ship", "own:read"])
  })
})

describe("without a role", () => {
  it("nobody exports, erases, checks staff, gives roles or reads the log", () => {
    const closed = PERMISSIONS.filter((permission) => !isOpen(permission))
    expect(closed).toEqual(expect.arrayContaining(OWNERS_ONLY.slice(0, 14)))
  })
})

it("is one of Medusa's policies each, with a name of its own", () => {
  expect(policyOf("staff-checks:read")).toEqual({ resource: "dk_staff_checks", operation: "read" })
  expect(new Set(POLICIES.map(({ resource, operation }) => `${resource}:${operation}`)).size).toBe(
    PERMISSIONS.length
  )
})
