import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STAFF, STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const ROUTES: readonly (readonly [string, string])[] = [
  ["POST", "/admin/privacy/exports"],
  ["POST", "/admin/privacy/erasures/preview"],
  ["GET", "/admin/privacy/erasures"],
  ["POST", "/admin/privacy/erasures"],
  ["GET", "/admin/privacy/erasures/dkera_1"],
  ["GET", "/admin/privacy/erasures/dkera_1/certificate"],
  ["POST", "/admin/privacy/erasures/dkera_1/cancel"],
  ["GET", "/admin/privacy/data-map"],
  ["GET", "/admin/privacy/data-map/drift"],
  ["GET", "/admin/privacy/record-of-processing"],
  ["POST", "/admin/privacy/record-of-processing"],
  ["GET", "/admin/privacy/record-of-processing/html"],
  ["GET", "/admin/privacy/record-of-processing/csv"],
]

export default (suite: Suite): void => {
  describe("the privacy routes", () => {
    const askAll = async (headers: Headers, body: object) =>
      Promise.all(
        ROUTES.map(async ([method, path]) => {
          const answer = await suite.call(method, path, {
            headers,
            ...(method === "POST" && { body }),
          })
          return { path: `${method} ${path}`, status: answer.status, text: answer.text }
        })
      )

    it("open for nobody who is not an operator", async () => {
      const { customerId } = await register(suite, { email: "guarded@kunde.example" })
      const body = { customer_id: customerId }
      for (const { path, status } of await askAll({}, body)) {
        expect([path, status]).toEqual([path, 401])
      }
      const strangers = await askAll(await staff(suite, STRANGER_STAFF), body)
      for (const { path, status, text } of strangers) {
        expect([path, status]).toEqual([path, 403])
        expect(text).toContain("access.operators")
        expect(text).not.toContain("guarded")
      }
      const { result } = await createApiKeysWorkflow(suite.container()).run({
        input: { api_keys: [{ title: "Script", type: "secret", created_by: "" }] },
      })
      const basic = Buffer.from(`${result[0]?.token ?? ""}:`).toString("base64")
      for (const { path, status } of await askAll({ authorization: `Basic ${basic}` }, body)) {
        expect([path, status]).toEqual([path, 403])
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
