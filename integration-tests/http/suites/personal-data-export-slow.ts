import { request } from "node:http"
import type { IncomingMessage } from "node:http"
import { selectRows } from "../../../src/shared/postgres"
import { EXPORTS, exportJson } from "../helpers/exports"
import { buy, createCart, eventually, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type SlowClient = { status: number; cut: Promise<void>; stop: () => void }

/** A client that reads its answer at one byte a second. */
const readSlowly = (suite: Suite, headers: Headers, body: object): Promise<SlowClient> =>
  new Promise((resolve, reject) => {
    const asked = request(suite.baseUrl + EXPORTS, {
      method: "POST",
      agent: false,
      headers: { ...headers, "content-type": "application/json" },
    })
    asked.on("error", reject)
    asked.on("response", (answer: IncomingMessage) => {
      answer.pause()
      const reading = setInterval(() => answer.read(1), 1000)
      const cut = new Promise<void>((done) => {
        answer.on("aborted", done)
        answer.on("error", () => {
          done()
        })
      })
      resolve({
        status: answer.statusCode ?? 0,
        cut,
        stop: () => {
          clearInterval(reading)
          asked.destroy()
        },
      })
    })
    asked.end(JSON.stringify(body))
  })

export default (suite: Suite): void => {
  describe("twenty clients that read an export at one byte a second", () => {
    it("get two places, do not slow checkout, and are cut off", async () => {
      const headers = await staff(suite)
      const { customerId, email } = await register(suite, { email: "zqslow@kunde.example" })
      await suite.database().raw(
        `INSERT INTO notification (id, "to", channel, template)
         SELECT 'noti_' || n, ?, 'feed', repeat(md5(n::text), 400) FROM generate_series(1, 3000) n`,
        [email]
      )
      const buyWhole = async () => {
        const start = Date.now()
        await buy(suite, await createCart(suite))
        return Date.now() - start
      }
      await buyWhole()
      const alone = await buyWhole()

      const body = { customer_id: customerId }
      const clients = await Promise.all(
        Array.from({ length: 20 }, () => readSlowly(suite, headers, body))
      )
      const served = clients.filter(({ status }) => status === 200)
      expect(served).toHaveLength(2)
      expect(clients.filter(({ status }) => status === 429)).toHaveLength(18)

      const beside = await buyWhole()
      expect(beside).toBeLessThan(alone * 2 + 2000)
      const held = await selectRows<{ count: number }>(
        suite.database(),
        "SELECT count(*)::int AS count FROM pg_stat_activity WHERE state = 'idle in transaction'"
      )
      expect(held[0]?.count).toBeLessThanOrEqual(2)

      await Promise.all(served.map(({ cut }) => cut))
      const whole = await eventually(() => exportJson(suite, headers, body).catch(() => null))
      expect(whole.data.notification).toHaveLength(3000)
      for (const { stop } of clients) stop()
    })
  })
}
