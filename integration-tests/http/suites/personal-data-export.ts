import { request } from "node:http"
import type { ClientRequest } from "node:http"
import { eventually, register, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const PATH = "/admin/privacy/exports"

/** A client that asks for an export and never reads the answer. */
const askAndStall = (suite: Suite, headers: Record<string, string>, body: object) =>
  new Promise<ClientRequest>((resolve, reject) => {
    const asked = request(suite.baseUrl + PATH, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
    })
    asked.on("response", (response) => {
      response.pause()
      resolve(asked)
    })
    asked.on("error", reject)
    asked.end(JSON.stringify(body))
  })

export default (suite: Suite): void => {
  describe("an export", () => {
    it("larger than memory wants is streamed, two at a time, and a client that leaves frees its place", async () => {
      const headers = await staff(suite)
      const { customerId, email } = await register(suite, { email: "zqmuch@kunde.example" })
      await suite.database().raw(
        `INSERT INTO notification (id, "to", channel, template)
         SELECT 'noti_' || n, ?, 'feed', repeat(md5(n::text), 400) FROM generate_series(1, 3000) n`,
        [email]
      )
      const body = { customer_id: customerId }
      const stalled = [
        await askAndStall(suite, headers, body),
        await askAndStall(suite, headers, body),
      ]
      const third = await suite.call("POST", PATH, { headers, body })
      expect([third.status, third.headers.get("retry-after")]).toEqual([429, "30"])
      expect(third.error.code).toBe("export_busy")
      for (const client of stalled) client.destroy()
      const whole = await eventually(async () => {
        const answer = await suite.call<{ data: { notification: { id: string }[] } }>(
          "POST",
          PATH,
          { headers, body }
        )
        return answer.status === 200 && answer
      })
      expect(whole.headers.get("cache-control")).toBe("no-store")
      const rows = whole.body.data.notification
        .map(({ id }) => Number(id.replace("noti_", "")))
        .sort((a, b) => a - b)
      expect(rows).toEqual(Array.from({ length: 3000 }, (_, index) => index + 1))
    })
  })
}
