import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { dropOldAccessEvents } from "../../../src/workflows/access"
import type { AdminAccessEventList } from "../../../src/types/http"
import { EXPORTS } from "../helpers/exports"
import { buy, createCart, eventually, register, shopper, staff } from "../helpers/shop"
import { STAFF, STRANGER_STAFF } from "../helpers/store"
import { REQUESTS, requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

const LOG = "/admin/privacy/access-events"
const NOTICES = "/admin/privacy/notices"

type Notice = { notice: { id: string; body: string } }

export default (suite: Suite): void => {
  const tellStaff = async () => {
    const headers = await staff(suite)
    const starter = await suite.call<Notice>("GET", `${NOTICES}/starter?locale=da`, { headers })
    expect(starter.body.notice.body).toContain("Nordlys Papir ApS")
    const { body } = starter.body.notice
    const draft = await suite.call<Notice>("POST", NOTICES, {
      headers,
      body: { kind: "staff", locale: "da", body },
    })
    const { id } = draft.body.notice
    const published = await suite.call("POST", `${NOTICES}/${id}/publish`, { headers, body: {} })
    expect(published.status).toBe(200)
    // Servers notice it within five seconds.
    await eventually(
      async () => (await suite.call<AdminAccessEventList>("GET", LOG, { headers })).body.is_on
    )
    return id
  }
  const strangerId = async (): Promise<string> => {
    const users = suite.database()<{ id: string; email: string }>("user")
    return (await users.where({ email: STRANGER_STAFF.email }).first("id"))?.id ?? ""
  }
  const events = async (query: string) =>
    (
      await suite.call<AdminAccessEventList>("GET", `${LOG}?${query}`, {
        headers: await staff(suite),
      })
    ).body.access_events

  describe("the log of who read whose data", () => {
    it("is empty until staff has been told, and shoppers never see that notice", async () => {
      const { customerId } = await register(suite, { email: "zqlog@kunde.example" })
      const headers = await staff(suite)
      await suite.call("GET", `/admin/customers/${customerId}`, { headers })
      const before = await suite.call<AdminAccessEventList>("GET", LOG, { headers })
      expect(before.body).toMatchObject({ access_events: [], count: 0, is_on: false })
      const id = await tellStaff()
      const one = await suite.call("GET", `/store/privacy/notices/${id}`, { headers: shopper() })
      expect(one.status).toBe(404)
      const all = await suite.call("GET", "/store/privacy/notices", { headers: shopper() })
      expect(all.text).not.toContain(id)
    })

    it("tells who, where, whom and why, and no values; by person and by member of staff", async () => {
      await tellStaff()
      const email = "zqlogget@kunde.example"
      const { customerId, token } = await register(suite, { email })
      const orderId = await buy(suite, await createCart(suite, { token, email }), token)
      const stranger = await staff(suite, STRANGER_STAFF)
      await suite.call("GET", `/admin/customers/${customerId}`, { headers: stranger })
      await suite.call("GET", "/admin/orders?fields=id,email,*shipping_address", {
        headers: stranger,
      })
      await suite.call("GET", `/admin/orders/${orderId}?fields=id,display_id`, {
        headers: stranger,
      })
      await suite.call("GET", "/admin/products", { headers: stranger })

      const found = await events(`customer_id=${customerId}`)
      const byStranger = found.filter(({ actor }) => actor.email === STRANGER_STAFF.email)
      expect(
        byStranger.map(({ route, purpose, subject_ids: ids, count }) => [
          route,
          purpose,
          ids,
          count,
        ])
      ).toEqual([
        ["GET /admin/orders", "orders", [orderId], 1],
        ["GET /admin/customers/:id", "customer_service", [customerId], 1],
      ])
      const userId = await strangerId()
      const ofUser = await events(`user_id=${userId}`)
      expect(ofUser).toHaveLength(2)
      expect(await events(`user_id=${userId}&order=read_at`)).toEqual([...ofUser].reverse())
      const rows = JSON.stringify(await suite.database()("dk_access_event").select("*"))
      expect(rows).not.toMatch(/zqlogget|Karen|Testvej/)
    })

    it("has what is exported and erased before it happens, and its own readers", async () => {
      await tellStaff()
      const { customerId } = await register(suite, { email: "zqlogud@kunde.example" })
      const headers = await staff(suite)
      const answer = await suite.call("POST", EXPORTS, {
        headers,
        body: { email: "ZQlogud@kunde.example" },
      })
      expect(answer.status).toBe(200)
      const erased = await suite.call("POST", "/admin/privacy/erasures", {
        headers,
        body: { customer_id: customerId, reason: "request", grace_hours: 0 },
      })
      expect(erased.status).toBe(200)
      const found = await events(`customer_id=${customerId}`)
      expect(found.map(({ route, actor }) => [route, actor.email])).toEqual([
        [`GET ${LOG}`, STAFF.email],
        ["POST /admin/privacy/erasures", STAFF.email],
        ["POST /admin/privacy/exports", STAFF.email],
      ])
    })

    it("names those whom a mail may be from, and those whose address book a preview shows", async () => {
      await tellStaff()
      const email = "zqforeslaaet@kunde.example"
      const { customerId, token } = await register(suite, { email })
      const orderId = await buy(suite, await createCart(suite, { token, email }), token)
      const headers = await staff(suite)
      const { known, preview } = requestsOf(suite, () => headers)
      const sender = `Zq Foreslået <${email}>`
      const proposed = await suite.call("POST", `${REQUESTS}/proposals`, {
        ...{ headers, body: { sender } },
      })
      expect(proposed.text).toContain(orderId)
      const id = await known("rectification", { customer_id: customerId })
      expect(await preview(id)).toMatchObject({ now: { customers: [{ id: customerId }] } })
      const found = await events(`customer_id=${customerId}`)
      const idsOf = (path: string) =>
        found.filter(({ route }) => route === `POST ${path}`).flatMap((event) => event.subject_ids)
      for (const path of [`${REQUESTS}/proposals`, `${REQUESTS}/:id/preview`]) {
        expect(idsOf(path)).toEqual(expect.arrayContaining([customerId, orderId]))
      }
    })

    it("tells the person when, in which role and why, and never who", async () => {
      await tellStaff()
      const { customerId } = await register(suite, { email: "zqudtraek@kunde.example" })
      const stranger = await staff(suite, STRANGER_STAFF)
      await suite.call("GET", `/admin/customers/${customerId}`, { headers: stranger })
      await events(`customer_id=${customerId}`)
      const exported = await suite.call("POST", EXPORTS, {
        headers: await staff(suite),
        body: { customer_id: customerId },
      })
      expect(exported.text).toContain("dk_access_event")
      expect(exported.text).toContain("customer_service")
      const userId = await strangerId()
      expect(exported.text).not.toContain(userId)
      expect(exported.text).not.toContain(STRANGER_STAFF.email)
    })

    it("is evidence: no row is changed, none goes before twelve months, all after", async () => {
      await tellStaff()
      const { customerId } = await register(suite, { email: "zqbevis@kunde.example" })
      await suite.call("GET", `/admin/customers/${customerId}`, { headers: await staff(suite) })
      await events(`customer_id=${customerId}`)
      const table = () => suite.database()("dk_access_event")
      await expect(table().update({ count: 2 })).rejects.toThrow(/evidence/)
      await expect(table().delete()).rejects.toThrow(/evidence/)
      await suite.database().raw(
        `BEGIN; SET LOCAL session_replication_role = replica;
         UPDATE dk_access_event SET read_at = now() - interval '13 months'; COMMIT`
      )
      await dropOldAccessEvents(suite.container())
      expect(await table().count()).toEqual([{ count: "0" }])
    })

    it("names a secret API key as what it is, which reads orders and nothing that is closed", async () => {
      await tellStaff()
      const { customerId } = await register(suite, { email: "zqnoegle@kunde.example" })
      const { result } = await createApiKeysWorkflow(suite.container()).run({
        input: { api_keys: [{ title: "Script", type: "secret", created_by: "" }] },
      })
      const authorization = `Basic ${Buffer.from(`${result[0]?.token ?? ""}:`).toString("base64")}`
      const read = (path: string) => suite.call("GET", path, { headers: { authorization } })
      expect((await read(`/admin/customers/${customerId}`)).status).toBe(200)
      expect((await read(LOG)).status).toBe(403)
      const [event] = (await events(`customer_id=${customerId}`)).filter(
        ({ route }) => route === "GET /admin/customers/:id"
      )
      expect(event?.actor).toEqual({ type: "api-key", id: result[0]?.id, email: null })
    })
  })
}
