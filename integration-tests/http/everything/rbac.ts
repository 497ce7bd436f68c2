import { ContainerRegistrationKeys, FeatureFlag, Modules } from "@medusajs/framework/utils"
import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { REQUEST_KINDS } from "../../../src/modules/subject-request/domain/kinds"
import type {
  AdminFulfilSubjectRequest,
  AdminRoles,
  AdminSubjectRequestKind,
} from "../../../src/types/http"
import { staff } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

/** What a kind cannot be carried out without. */
const BODIES: Partial<Record<AdminSubjectRequestKind, AdminFulfilSubjectRequest>> = {
  rectification: { customer: { last_name: "Zqret" } },
  restriction: { ground: "objection" },
  objection_automated: { decision: "upheld" },
}

type Rows = { id: string }[]
type Rbac = {
  createRbacPolicies: (rows: object[]) => Promise<Rows>
  createRbacRoles: (rows: object[]) => Promise<Rows>
  createRbacRolePolicies: (rows: object[]) => Promise<Rows>
}

export default (suite: Suite): void => {
  const get = async (path: string, headers: Record<string, string>) =>
    (await suite.call("GET", path, { headers })).status

  /** A role of Medusa's with these policies, for the user who is no operator. */
  const giveRole = async (
    policies: readonly (readonly [resource: string, operation: string])[]
  ) => {
    const container = suite.container()
    const rbac = container.resolve<Rbac>(Modules.RBAC)
    const made = await rbac.createRbacPolicies(
      policies.map(([resource, operation]) => ({
        key: `${resource}:${operation}`,
        resource,
        operation,
      }))
    )
    const [role] = await rbac.createRbacRoles([{ name: "Revisor" }])
    await rbac.createRbacRolePolicies(made.map(({ id }) => ({ role_id: role?.id, policy_id: id })))
    const users = suite.database()<{ id: string; email: string }>("user")
    const user = await users.where({ email: STRANGER_STAFF.email }).first("id")
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.USER]: { user_id: user?.id },
      [Modules.RBAC]: { rbac_role_id: role?.id },
    })
    return staff(suite, STRANGER_STAFF)
  }

  describe("with Medusa's RBAC on", () => {
    beforeAll(() => {
      FeatureFlag.setFlag("rbac", true)
    })

    afterAll(() => {
      FeatureFlag.setFlag("rbac", false)
    })

    it("its policies decide about this plugin's routes, and roles are given there", async () => {
      const before = await staff(suite, STRANGER_STAFF)
      expect(await get("/admin/privacy/access-events", before)).toBe(403)
      expect(await get("/admin/dk/invoices", before)).toBe(403)
      const headers = await giveRole([
        ["dk_access_log", "read"],
        ["dk_invoices", "read"],
      ])
      expect(await get("/admin/privacy/access-events", headers)).toBe(200)
      expect(await get("/admin/dk/invoices", headers)).toBe(200)
      expect(await get("/admin/privacy/erasures", headers)).toBe(403)
      expect(await get("/admin/dk/nets/payments", headers)).toBe(403)
      // Core asks nothing before a route of ours, whichever of its areas it belongs to.
      expect(await get("/admin/dk/buyer-findings", headers)).toBe(403)

      const owner = await staff(suite)
      const roles = await suite.call<AdminRoles>("GET", "/admin/privacy/roles", { headers: owner })
      expect(roles.body.platform_rbac).toBe(true)
      const given = await suite.call("POST", "/admin/privacy/roles", {
        headers: owner,
        body: { user_id: roles.body.staff[0]?.user_id, role: "owner" },
      })
      expect([given.status, given.error.code]).toEqual([409, "platform_rbac"])
    })

    it("the effect of a request needs its own policy beside the right to work on requests", async () => {
      const owner = requestsOf(suite, () => ownerHeaders)
      const ownerHeaders = await staff(suite)
      const headers = await giveRole([
        ["dk_requests", "read"],
        ["dk_requests", "write"],
      ])
      const clerk = requestsOf(suite, () => headers)
      const answers: Record<string, number> = {}
      for (const kind of REQUEST_KINDS) {
        const id = await owner.known(kind, { email: "zqeffekt@kunde.example" })
        answers[kind] = (await clerk.fulfil(id, BODIES[kind] ?? {})).status
      }
      expect(answers).toEqual({
        ...{ information: 200, objection_automated: 200 },
        ...{ access: 403, portability: 403, rectification: 403, erasure: 403, restriction: 403 },
        ...{ objection_marketing: 403, consent_withdrawal: 403 },
      })
    })

    it("secret keys get nothing of this plugin's own", async () => {
      const { result } = await createApiKeysWorkflow(suite.container()).run({
        input: { api_keys: [{ title: "Script", type: "secret", created_by: "" }] },
      })
      const authorization = `Basic ${Buffer.from(`${result[0]?.token ?? ""}:`).toString("base64")}`
      for (const path of ["/admin/dk/invoices", "/admin/privacy/access-events"]) {
        expect([path, await get(path, { authorization })]).toEqual([path, 403])
      }
    })
  })
}
