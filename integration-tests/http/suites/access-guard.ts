import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { callAsWritten, routesUnder } from "../helpers/routes"
import { register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STAFF, STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

/** Shown to whoever downloads by ticket; its route is guarded by the ticket alone. */
const isDownload = (path: string): boolean => path.startsWith("/admin/privacy/exports/")

/** Everybody's overview: each part of it asks for the right of the list that it counts. */
const isOverview = (path: string): boolean => path === "/admin/privacy/overview"

const PRIVACY = routesUnder("admin/privacy").filter(
  ([, path]) => !isDownload(path) && !isOverview(path)
)
const OTHER_ADMIN = routesUnder("admin").filter(([, path]) => !path.startsWith("/admin/privacy"))

export default (suite: Suite): void => {
  describe("the privacy routes", () => {
    const askAll = async (routes: typeof PRIVACY, headers: Headers, body: object) =>
      Promise.all(
        routes.map(async ([method, path]) => {
          const answer = await suite.call(method, path, {
            headers,
            ...(method === "POST" && { body }),
          })
          return { path: `${method} ${path}`, status: answer.status, text: answer.text }
        })
      )

    it("open for nobody who is not an operator", async () => {
      // A folder that is read wrongly would leave nothing to check.
      expect(PRIVACY.length).toBeGreaterThan(20)
      const { customerId } = await register(suite, { email: "guarded@kunde.example" })
      const body = { customer_id: customerId }
      for (const { path, status } of await askAll(PRIVACY, {}, body)) {
        expect([path, status]).toEqual([path, 401])
      }
      const strangers = await askAll(PRIVACY, await staff(suite, STRANGER_STAFF), body)
      for (const { path, status, text } of strangers) {
        expect([path, status]).toEqual([path, 403])
        expect(text).toContain("access.operators")
        expect(text).not.toContain("guarded")
      }
      const { result } = await createApiKeysWorkflow(suite.container()).run({
        input: { api_keys: [{ title: "Script", type: "secret", created_by: "" }] },
      })
      const basic = Buffer.from(`${result[0]?.token ?? ""}:`).toString("base64")
      for (const { path, status } of await askAll(
        PRIVACY,
        { authorization: `Basic ${basic}` },
        body
      )) {
        expect([path, status]).toEqual([path, 403])
      }
    })

    it("are not reached by another spelling of their path or another method", async () => {
      const ticket = "a".repeat(64)
      const paths = [
        "/ADMIN/PRIVACY/erasures",
        "/admin/privacy/erasures/",
        "//admin/privacy/erasures",
        "/admin//privacy/erasures",
        "/admin/privacy//erasures",
        "/admin/privacy%2Ferasures",
        "/admin/%70rivacy/erasures",
        "/admin/privacy;a=b/erasures",
        "/admin/./privacy/erasures",
        "/store/../admin/privacy/erasures",
        "/auth/..%2fadmin/privacy/erasures",
        `${suite.baseUrl}/admin/privacy/erasures`,
        `/admin/privacy/exports/${ticket}/../../erasures`,
        `/admin/privacy/exports/${ticket}/%2e%2e/%2e%2e/erasures`,
        `/admin/privacy/exports/${ticket}%2F..%2F..%2Ferasures`,
        `/admin/privacy/exports/${ticket}/erasures`,
        `/admin/privacy/exports/../erasures?${ticket}`,
        `/ADMIN/privacy/exports/${ticket}`,
        `/admin/privacy/exports/${ticket.toUpperCase()}`,
        `/admin/privacy/exports/${ticket}%00`,
        `/admin/privacy/exports/${ticket}%09`,
      ]
      for (const headers of [{}, await staff(suite, STRANGER_STAFF)]) {
        for (const path of paths) {
          const { status, text } = await callAsWritten(suite, "GET", { path, headers })
          expect([path, [400, 401, 403, 404].includes(status)]).toEqual([path, true])
          expect([path, text]).not.toEqual([path, expect.stringContaining("count")])
          expect([path, text]).not.toEqual([path, expect.stringContaining("download was used")])
        }
        for (const method of ["PUT", "PATCH", "DELETE", "POST"]) {
          for (const path of [`/admin/privacy/exports/${ticket}`, "/admin/privacy/erasures"]) {
            const { status } = await callAsWritten(suite, method, { path, headers })
            expect([method, path, [401, 403, 404].includes(status)]).toEqual([method, path, true])
          }
        }
      }
    })

    it("stand beside routes for staff, of which none is open without a login", async () => {
      expect(OTHER_ADMIN.length).toBeGreaterThan(8)
      for (const { path, status } of await askAll(OTHER_ADMIN, {}, {})) {
        expect([path, status]).toEqual([path, 401])
      }
    })

    it("stand beside a store's routes, which want its key, and a customer's own a login", async () => {
      const store = routesUnder("store")
      expect(store.length).toBeGreaterThan(10)
      for (const { path, status } of await askAll(store, {}, {})) {
        expect([path, status]).toEqual([path, 400])
      }
      const own = store.filter(([, path]) => path.startsWith("/store/customers/me"))
      for (const { path, status } of await askAll(own, shopper(), {})) {
        expect([path, status]).toEqual([path, 401])
      }
    })

    it("cannot be reached by taking an operator's e-mail", async () => {
      const stranger = await staff(suite, STRANGER_STAFF)
      const invite = (headers: Headers, email: string) =>
        suite.call<{ invite: { token: string } }>("POST", "/admin/invites", {
          headers,
          body: { email },
        })
      expect((await invite(stranger, STAFF.email.toUpperCase())).status).toBe(403)
      const { body } = await invite(stranger, "ny@butik.example")
      const login = { email: "ny@butik.example", password: "staff-password-for-tests" }
      const registered = await suite.call<{ token: string }>(
        "POST",
        "/auth/user/emailpass/register",
        { body: login }
      )
      const accept = (email: string) =>
        suite.call("POST", `/admin/invites/accept?token=${body.invite.token}`, {
          headers: { authorization: `Bearer ${registered.body.token}` },
          body: { email },
        })
      expect((await accept("ADMIN@butik.example")).status).toBe(403)
      expect((await accept(login.email)).status).toBe(200)
      await suite
        .database()("user")
        .where({ email: login.email })
        .update({ email: "Admin@butik.example" })
      const answer = await suite.call("GET", "/admin/privacy/erasures", {
        headers: await staff(suite),
      })
      expect(answer.status).toBe(403)
    })

    it("never repeat what was typed when it is wrong: errors are logged", async () => {
      const headers = await staff(suite)
      const wrong = [
        { email: ["zqanna@kunde.example"] },
        { phone: 20998877 },
        { order_number: { zqanna: "zqanna" } },
        { customer_id: "cus_1", reason: 20998877, kind: "zqanna", profile: "zqanna" },
        { name: "zqanna\0", postal_code: "8000" },
        { security: ["zqanna"], body: ["zqanna"], locale: "zqanna" },
        { customer_id: "cus_1", email: "zqanna", first_name: "zqanna", last_name: "zqanna" },
        { confirmed_ids: ["zqanna".repeat(20)], customer_id: "zqanna".repeat(20) },
      ]
      for (const [method, path] of PRIVACY.filter(([method]) => method === "POST")) {
        for (const body of wrong) {
          const answer = await suite.call(method, path, { headers, body: JSON.stringify(body) })
          expect([path, [400, 404].includes(answer.status)]).toEqual([path, true])
          expect([path, answer.text]).not.toEqual([path, expect.stringMatching(/zqanna|20998877/)])
        }
      }
    })

    it("take a thousand confirmed orders and no more", async () => {
      const headers = await staff(suite)
      const { customerId } = await register(suite, { email: "zqthousand@kunde.example" })
      const confirm = (count: number) =>
        suite.call("POST", "/admin/privacy/exports", {
          headers,
          body: {
            customer_id: customerId,
            confirmed_order_ids: Array.from({ length: count }, (_none, index) =>
              `order_${index.toString()}`.padEnd(64, "x")
            ),
          },
        })
      for (const count of [1000, 1001]) {
        const answer = await confirm(count)
        expect([count, answer.status]).toEqual([count, 400])
        expect(answer.error.message).toContain("confirmed_order_ids")
        expect(answer.error.code).toBe(count === 1000 ? "order_not_theirs" : "invalid")
      }
    })

    it("take one subject, known fields and a known customer", async () => {
      const headers = await staff(suite)
      for (const path of ["/admin/privacy/exports", "/admin/privacy/erasures"]) {
        const wrong = [
          {},
          { customer_id: "cus_1", email: "a@b.example" },
          { email: "no-mail" },
          { email: "a@b.example", everything: true },
        ]
        for (const body of wrong) {
          const answer = await suite.call("POST", path, { headers, body })
          expect([answer.status, answer.error.type]).toEqual([400, "invalid_data"])
        }
        const unknown = await suite.call("POST", path, {
          headers,
          body: { customer_id: "cus_unknown" },
        })
        expect(unknown.status).toBe(404)
      }
    })
  })
}
