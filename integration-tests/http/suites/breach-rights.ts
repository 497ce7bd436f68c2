import type { AdminRoles, DkRole } from "../../../src/types/http"
import { BREACHES, breachesOf, factsOf, hoursAgo, wholeFacts } from "../helpers/breach-cases"
import { NOTICE } from "../helpers/breach-people"
import { routesUnder } from "../helpers/routes"
import { register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const DECISIONS: [action: string, body: object][] = [
  ["assess", { risk: "unlikely", reasoning: "Krypteret." }],
  ["notice", NOTICE],
  ["notify", {}],
  ["rule-out", { reasoning: "Ingen." }],
  ["phases", { reported_at: hoursAgo(0), receipt: "2026-1", is_final: true, delay_reasons: null }],
  ["public-notice", { place: "Forsiden", text: "Det er sket." }],
  ["close", { cause: "En fejl", lessons: "Rettet." }],
  ["reopen", { reasoning: "Igen." }],
]

export default (suite: Suite): void => {
  let owner: Headers
  let hired: Headers

  const asOwner = breachesOf(suite, () => owner)
  const asHired = breachesOf(suite, () => hired)

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

  describe("customer service", () => {
    it("opens and describes a case, and leaves what is told and decided to the owner", async () => {
      hired = await hire("customer_service")
      const { id } = await asHired.opened({ facts: factsOf({ title: "Pakke til en forkert" }) })
      await asHired.done(id, "facts", wholeFacts(1))
      await asHired.done(id, "notes", { text: "Kunden ringede." })
      await register(suite, { email: "zqramt@kunde.example" })
      expect((await asHired.act(id, "affected", { customers: true })).status).toBe(200)
      expect((await asHired.read(id)).timeline).toHaveLength(5)
      const refused: number[] = []
      for (const [action, body] of DECISIONS) {
        refused.push((await asHired.act(id, action, body)).status)
      }
      expect(refused).toEqual(DECISIONS.map(() => 403))
      expect((await asOwner.read(id)).timeline).toHaveLength(5)
      const decided: number[] = []
      for (const [action, body] of DECISIONS) {
        decided.push((await asOwner.act(id, action, body)).status)
      }
      expect(decided).toEqual(DECISIONS.map(() => 200))
    })
  })

  describe("routes of breaches", () => {
    const routes = ["breaches", "breach-quick-starts", "breach-reports"].flatMap((folder) =>
      routesUnder(`admin/privacy/${folder}`)
    )

    it.each([null, "bookkeeper", "warehouse"] as const)("are shut to the role %s", async (role) => {
      expect(routes.length).toBeGreaterThan(12)
      const headers = role === null ? await staff(suite, STRANGER_STAFF) : await hire(role)
      for (const [method, path] of routes) {
        const body = method === "GET" ? {} : { body: {} }
        const { status } = await suite.call(method, path, { headers, ...body })
        expect([method, path, status]).toEqual([method, path, 403])
      }
    })

    it("are shut to who is not logged in", async () => {
      expect((await suite.call("GET", BREACHES)).status).toBe(401)
    })
  })
}
