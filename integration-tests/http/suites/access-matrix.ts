import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { seedStaff } from "../../../demo/seed/store"
import { isOpen, roleMay } from "../../../src/modules/access/domain/roles"
import type { Role } from "../../../src/modules/access/domain/roles"
import { findRule } from "../../../src/modules/access/domain/routes/find-rule"
import { allAdminRoutes } from "../../../scripts/lib/admin-routes"
import { register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STAFF, STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import type { AdminRoles } from "../../../src/types/http"

/** Only the holder of a ticket or of an invite is let through, whoever they are. */
const OPENED_BY_TOKEN = new Set([
  "GET /admin/privacy/exports/:ticket",
  "POST /admin/invites/accept",
])

/** What Admin's login page asks before anybody is logged in: names of features, nobody's data. */
const BEFORE_LOGIN = "GET /admin/feature-flags"

const ROUTES = allAdminRoutes()
  .map(({ method, path }) => ({ method, path, name: `${method} ${path}` }))
  .filter(({ name }) => !OPENED_BY_TOKEN.has(name) && name !== BEFORE_LOGIN)

const OURS = /lacks the permission|Only an owner/

type Outcome = "in" | "no login" | "no permission"

export default (suite: Suite): void => {
  /** Denials come before anything is done, so every route is asked; what is let in is asked with nothing in it. */
  const ask = async (method: string, path: string, headers: Headers): Promise<Outcome> => {
    const answer = await suite.call(method, path.replace(/:\w+/g, "x_1"), {
      headers,
      ...(method !== "GET" && method !== "DELETE" && { body: {} }),
    })
    if (answer.status === 401) return "no login"
    return answer.status === 403 && OURS.test(answer.text) ? "no permission" : "in"
  }
  const outcomes = async (headers: Headers, routes = ROUTES): Promise<Record<string, Outcome>> => {
    const found: Record<string, Outcome> = {}
    const left = [...routes]
    const work = async (): Promise<void> => {
      for (let route = left.pop(); route; route = left.pop()) {
        found[route.name] = await ask(route.method, route.path, headers)
      }
    }
    await Promise.all(Array.from({ length: 6 }, work))
    return found
  }
  const expected = (allows: (route: (typeof ROUTES)[number]) => boolean) =>
    Object.fromEntries(ROUTES.map((route) => [route.name, allows(route) ? "in" : "no permission"]))

  const hire = async (role: Role): Promise<Headers> => {
    const login = { email: `${role}@butik.example`, password: STAFF.password }
    await seedStaff(suite.container(), login)
    const headers = await staff(suite)
    const { body } = await suite.call<AdminRoles>("GET", "/admin/privacy/roles", { headers })
    const userId = body.staff.find(({ email }) => email === login.email)?.user_id
    const given = await suite.call("POST", "/admin/privacy/roles", {
      headers,
      body: { user_id: userId, role },
    })
    expect(given.status).toBe(200)
    return staff(suite, login)
  }
  /** What somebody lacks is asked of every route; what they have, of lists. */
  const isAsked = (allows: (name: string) => boolean) => (route: (typeof ROUTES)[number]) =>
    !allows(route.name) || (route.method === "GET" && !/:|rbac|index|search/.test(route.path))

  const allowed =
    (may: (permission: Parameters<typeof isOpen>[0]) => boolean) => (name: string) => {
      const [method = "", path = ""] = name.split(" ")
      const rule = findRule(method, path)
      return rule !== null && may(rule.needs)
    }
  const expectMatrix = async (headers: Headers, allows: (name: string) => boolean) => {
    const routes = ROUTES.filter(isAsked(allows))
    const wanted = expected(({ name }) => allows(name))
    expect(await outcomes(headers, routes)).toEqual(
      Object.fromEntries(routes.map(({ name }) => [name, wanted[name]]))
    )
  }

  describe("every admin route", () => {
    it("is shut to those who do not work here", async () => {
      expect(ROUTES.length).toBeGreaterThan(400)
      const a = await register(suite, { email: "zqmatrixa@kunde.example" })
      const b = await register(suite, { email: "zqmatrixb@kunde.example" })
      const shut = Object.fromEntries(ROUTES.map(({ name }) => [name, "no login"]))
      for (const headers of [{}, shopper(), shopper(a.token), shopper(b.token)]) {
        expect(await outcomes(headers)).toEqual(shut)
      }
    })

    it("is open to staff without a role, and to secret keys, where Medusa opens it", async () => {
      const { result } = await createApiKeysWorkflow(suite.container()).run({
        input: { api_keys: [{ title: "Script", type: "secret", created_by: "" }] },
      })
      const key = Buffer.from(`${result[0]?.token ?? ""}:`).toString("base64")
      await expectMatrix(await staff(suite, STRANGER_STAFF), allowed(isOpen))
      await expectMatrix({ authorization: `Basic ${key}` }, allowed(isOpen))
    })

    it.each(["owner", "customer_service", "bookkeeper", "warehouse"] as const)(
      "is open to the role %s where the table says so",
      async (role) => {
        await expectMatrix(
          await hire(role),
          allowed((permission) => roleMay(role, permission))
        )
      }
    )
  })
}
