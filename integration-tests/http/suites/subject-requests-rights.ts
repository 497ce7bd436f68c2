import { REQUEST_KINDS } from "../../../src/modules/subject-request/domain/kinds"
import type {
  AdminFulfilSubjectRequest,
  AdminRoles,
  AdminSubjectRequestKind,
  DkRole,
} from "../../../src/types/http"
import { routesUnder } from "../helpers/routes"
import { register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

const BODIES: Partial<Record<AdminSubjectRequestKind, AdminFulfilSubjectRequest>> = {
  rectification: { customer: { last_name: "Zqretsen" } },
  restriction: { ground: "objection" },
  objection_automated: { decision: "upheld" },
}

export default (suite: Suite): void => {
  let owner: Headers

  beforeEach(async () => {
    owner = await staff(suite)
  })

  const hire = async (role: DkRole): Promise<Headers> => {
    const path = "/admin/privacy/roles"
    const { body } = await suite.call<AdminRoles>("GET", path, { headers: owner })
    const user = body.staff.find(({ email }) => email === STRANGER_STAFF.email)
    const given = await suite.call("POST", path, {
      headers: owner,
      body: { user_id: user?.user_id ?? "", role },
    })
    expect(given.status).toBe(200)
    return staff(suite, STRANGER_STAFF)
  }

  describe("carrying a request out", () => {
    it("takes the right to its effect, and what is refused changes nothing", async () => {
      const email = "zqrettighed@kunde.example"
      await register(suite, { email, last_name: "Zqfoersen" })
      const asOwner = requestsOf(suite, () => owner)
      const clerk = await hire("customer_service")
      const asClerk = requestsOf(suite, () => clerk)
      const answers: Record<string, [status: number, state: string]> = {}
      for (const kind of REQUEST_KINDS) {
        const id = await asOwner.known(kind, { email })
        const { status, text } = await asClerk.fulfil(id, BODIES[kind] ?? {})
        if (status === 403) expect(text).toMatch(/lacks the permission [a-z-]+:[a-z]+/)
        answers[kind] = [status, (await asOwner.read(id)).state]
      }
      const done = [200, "completed"]
      const refused = [403, "in_progress"]
      expect(answers).toEqual({
        ...{ information: done, rectification: done, objection_automated: done },
        ...{ objection_marketing: done, consent_withdrawal: done },
        ...{ access: refused, portability: refused, erasure: refused, restriction: refused },
      })
      const restrictions: unknown[] = await suite
        .database()("dk_personal_data_person_restriction")
        .select("id")
      const erasures: unknown[] = await suite.database()("dk_personal_data_erasure").select("id")
      expect([restrictions, erasures]).toEqual([[], []])
    })
  })

  describe("routes of requests and recipients", () => {
    const routes = ["admin/privacy/requests", "admin/privacy/recipients"].flatMap(routesUnder)
    const refusedTo = async (headers: Headers): Promise<string[]> => {
      const refused: string[] = []
      for (const [method, path] of routes) {
        const body = method === "GET" ? {} : { body: {} }
        const { status } = await suite.call(method, path, { headers, ...body })
        if (status === 403) refused.push(`${method} ${path}`)
      }
      return refused.sort()
    }
    const all = routes.map(([method, path]) => `${method} ${path}`).sort()

    it("are shut to staff without a role, to bookkeeping and to the warehouse", async () => {
      expect(all.length).toBeGreaterThan(20)
      expect(await refusedTo(await staff(suite, STRANGER_STAFF))).toEqual(all)
      expect(await refusedTo(await hire("bookkeeper"))).toEqual(all)
      expect(await refusedTo(await hire("warehouse"))).toEqual(all)
    })

    it("let customer service work on requests, and not keep the register", async () => {
      expect(await refusedTo(await hire("customer_service"))).toEqual([
        ...["POST /admin/privacy/recipients", "POST /admin/privacy/recipients/x_1"],
      ])
    })
  })
}
