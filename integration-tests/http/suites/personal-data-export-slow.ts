import { request } from "node:http"
import type { IncomingMessage } from "node:http"
import { Writable } from "node:stream"
import { registerPersonalData } from "../../../src/modules/personal-data"
import { selectRows } from "../../../src/shared/postgres"
import { exportPerson } from "../../../src/workflows/personal-data"
import { EXPORTS, exportJson } from "../helpers/exports"
import { forgetRegistrations } from "../helpers/registry"
import { buy, createCart, eventually, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Longer than a stalled client may hold its place, on a busy machine. */
const CUT_WITHIN_MS = 120_000

/** `readOn` reads what is left at full speed and tells whether the answer came to its end. */
type SlowClient = { status: number; readOn: () => Promise<"whole" | "cut">; stop: () => void }

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
      const reading = setInterval(() => void answer.read(1), 1000)
      const readOn = () =>
        new Promise<"whole" | "cut">((done) => {
          answer.on("end", () => {
            done("whole")
          })
          answer.on("error", () => {
            done("cut")
          })
          answer.resume()
        })
      resolve({
        status: answer.statusCode ?? 0,
        readOn,
        stop: () => {
          clearInterval(reading)
          asked.destroy()
        },
      })
    })
    asked.end(JSON.stringify(body))
  })

const openTransactions = async (suite: Suite): Promise<number> => {
  const [row] = await selectRows<{ count: number }>(
    suite.database(),
    "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'"
  )
  return row?.count ?? 0
}

/** Asks until there is a place. */
const exportWhenFree = async (suite: Suite, headers: Headers, body: object) => {
  const deadline = Date.now() + CUT_WITHIN_MS
  for (;;) {
    const document = await exportJson(suite, headers, body).catch(() => null)
    if (document !== null) return document
    if (Date.now() > deadline) throw new Error("No place was freed")
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

export default (suite: Suite): void => {
  describe("twenty clients that read an export at one byte a second", () => {
    it("get two places, leave checkout its way, and are cut off", async () => {
      const headers = await staff(suite)
      const { customerId, email } = await register(suite, { email: "zqslow@kunde.example" })
      await suite.database().raw(
        `INSERT INTO notification (id, "to", channel, template)
         SELECT 'noti_' || n, ?, 'feed', repeat(md5(n::text), 400) FROM generate_series(1, 3000) n`,
        [email]
      )
      const body = { customer_id: customerId }
      const clients = await Promise.all(
        Array.from({ length: 20 }, () => readSlowly(suite, headers, body))
      )
      try {
        const served = clients.filter(({ status }) => status === 200)
        expect(served).toHaveLength(2)
        expect(clients.filter(({ status }) => status === 429)).toHaveLength(18)

        expect(await buy(suite, await createCart(suite))).toMatch(/^order_/)
        // What follows a purchase has transactions of its own for a moment.
        await eventually(async () => (await openTransactions(suite)) <= 2)

        const whole = await exportWhenFree(suite, headers, body)
        expect(whole.data.notification).toHaveLength(3000)
        for (const { readOn } of served) expect(await readOn()).toBe("cut")
      } finally {
        for (const { stop } of clients) stop()
      }
    })
  })

  describe("an export whose database is slow", () => {
    forgetRegistrations()

    it.each([
      ["in one statement", 1, 30],
      ["in several", 20, 0.5],
    ])("%s ends when its time is up", async (_, sections, seconds) => {
      const { customerId } = await register(suite, { email: "zqsleep@kunde.example" })
      registerPersonalData({
        sections: Array.from({ length: sections }, (_none, index) => ({
          name: `sleepy_${index.toString()}`,
          title: { da: "Søvn", en: "Sleep" },
          sql: `SELECT to_jsonb(n) AS row FROM generate_series(1, 1) n, LATERAL (SELECT pg_sleep(${seconds.toString()}) WHERE n > 0) s`,
        })),
      })
      const target = new Writable({
        write: (_chunk, _encoding, done) => {
          done()
        },
      })
      const request = {
        subject: { customer_id: customerId },
        profile: "access",
        locale: "da",
        format: "json",
      } as const
      const pace = { whole: 3000, stall: 1000, window: 1000, windowBytes: 1 }
      await expect(exportPerson(suite.container(), request, target, pace)).rejects.toThrow()
      expect(target.writableEnded).toBe(false)
    })
  })
}
