import { EXPORTS, unzip } from "../helpers/exports"
import { register, staff } from "../helpers/shop"
import { STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

type Ticket = { ticket: string; expires_at: string }

export default (suite: Suite): void => {
  describe("a download by ticket", () => {
    const issue = async (email: string, more: object = {}) => {
      const { customerId } = await register(suite, { email })
      const answer = await suite.call<Ticket>("POST", EXPORTS, {
        headers: await staff(suite),
        body: { customer_id: customerId, deliver: "ticket", ...more },
      })
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([201, "no-store"])
      return answer.body
    }
    const download = (ticket: string, init: RequestInit = {}) =>
      fetch(`${suite.baseUrl}${EXPORTS}/${ticket}`, init)
    const stored = () => suite.database()("dk_personal_data_export_ticket").select("*")

    it("is one ZIP, once, without login; only a digest is stored", async () => {
      const { ticket, expires_at: expiresAt } = await issue("zqonce@kunde.example", {
        locale: "en",
        profile: "portability",
      })
      expect(ticket).toMatch(/^[0-9a-f]{64}$/)
      const life = Date.parse(expiresAt) - Date.now()
      expect(life).toBeGreaterThan(50_000)
      expect(life).toBeLessThanOrEqual(61_000)
      expect(JSON.stringify(await stored())).not.toContain(ticket)

      const [head, answer] = [await download(ticket, { method: "HEAD" }), await download(ticket)]
      expect(head.status).toBe(401)
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/zip"])
      expect(answer.headers.get("cache-control")).toBe("no-store")
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename=".+\.zip"$/)
      const files = await unzip(Buffer.from(await answer.arrayBuffer()))
      expect(files["data.json"]).toContain("zqonce@kunde.example")
      expect(files["data.json"]).toContain(`"locale":"en"`)
      expect(files["data.json"]).toContain(`"profile":"portability"`)
      expect(await stored()).toEqual([])

      const again = await download(ticket)
      expect(again.status).toBe(404)
      expect(await again.text()).toContain("was used or has expired")
    })

    it("goes to one of several who come at once, and to nobody when it has expired", async () => {
      const { ticket } = await issue("zqatonce@kunde.example")
      const answers = await Promise.all([1, 2, 3, 4].map(() => download(ticket)))
      const states = answers.map(({ status }) => status)
      expect(states.filter((status) => status === 200)).toHaveLength(1)
      expect(states.filter((status) => ![200, 404, 429].includes(status))).toEqual([])
      await Promise.all(answers.map((answer) => answer.arrayBuffer()))

      const late = await issue("zqlate@kunde.example")
      await suite
        .database()("dk_personal_data_export_ticket")
        .update({ expires_at: new Date(Date.now() - 1000) })
      expect((await download(late.ticket)).status).toBe(404)
      await issue("zqnext@kunde.example")
      expect(await stored()).toHaveLength(1)
    })

    it("is not looked at by HEAD and asks again whether the user still may", async () => {
      const headers = await staff(suite)
      const { ticket } = await issue("zqgone@kunde.example")
      expect((await download(ticket, { method: "HEAD", headers })).status).toBe(405)
      await suite
        .database()("user")
        .where({ email: STAFF.email })
        .update({ email: "former@butik.example" })
      const answer = await download(ticket)
      expect(answer.status).toBe(403)
      expect(await answer.text()).not.toContain("zqgone")
    })

    it("opens nothing else", async () => {
      const { ticket } = await issue("zqother@kunde.example")
      const paths: readonly (readonly [string, string])[] = [
        ["GET", `${EXPORTS}/${ticket.toUpperCase()}x`],
        ["GET", `${EXPORTS}/${ticket}?a=b`],
        ["GET", `${EXPORTS}/${ticket}/`],
        ["GET", `${EXPORTS}//${ticket}`],
        ["GET", `/admin/privacy/erasures/${ticket}`],
        ["GET", `/admin/privacy/erasures/${ticket}/certificate`],
        ["GET", `/admin/privacy/data-map`],
        ["GET", `/admin/privacy/exports/../data-map`],
        ["GET", `${EXPORTS}/short`],
        ["GET", EXPORTS],
        ["POST", `${EXPORTS}/${ticket}`],
        ["POST", EXPORTS],
        ["DELETE", `${EXPORTS}/${ticket}`],
      ]
      for (const [method, path] of paths) {
        const { status } = await suite.call(method, path, method === "POST" ? { body: {} } : {})
        expect([method, path, [401, 403].includes(status) && "refused"]).toEqual([
          method,
          path,
          "refused",
        ])
      }
      const unknown = await suite.call("GET", `${EXPORTS}/${"0".repeat(64)}`)
      expect(unknown.status).toBe(404)
      expect((await download(ticket)).status).toBe(200)
    })

    it("is given for a known customer only", async () => {
      const answer = await suite.call("POST", EXPORTS, {
        headers: await staff(suite),
        body: { customer_id: "cus_unknown", deliver: "ticket" },
      })
      expect(answer.status).toBe(404)
      expect(await stored()).toEqual([])
    })
  })
}
