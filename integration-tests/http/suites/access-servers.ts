import { EXPORTS } from "../helpers/exports"
import { anotherServer } from "../helpers/servers"
import { eventually, register, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const READS = 500
/** A flush is due after a quarter of a second, and takes its time. */
const ONE_INTERVAL_MS = 1000

export default (suite: Suite): void => {
  const publishStaffNotice = async () => {
    const headers = await staff(suite)
    const draft = await suite.call<{ notice: { id: string } }>("POST", "/admin/privacy/notices", {
      headers,
      body: { kind: "staff", locale: "da", body: "Vi logger, hvem der slår kunder op." },
    })
    const path = `/admin/privacy/notices/${draft.body.notice.id}/publish`
    await suite.call("POST", path, { headers, body: {} })
    return headers
  }
  const eventsOf = (route: string) =>
    suite.database()<{ route: string }>("dk_access_event").where({ route }).select("id")

  describe("the read log of a server that is killed", () => {
    it("lacks what was read in its last moment at most, and no export", async () => {
      const { customerId } = await register(suite, { email: "zqkilled@kunde.example" })
      const headers = await publishStaffNotice()
      const other = await anotherServer(suite)
      await other.start()
      try {
        const log = "/admin/privacy/access-events"
        await eventually(
          async () =>
            (await other.suite.call<{ is_on: boolean }>("GET", log, { headers })).body.is_on
        )
        const answered: number[] = []
        let exported = 0
        let isOver = false
        const read = async () => {
          while (!isOver && answered.length < READS) {
            const answer = await other.suite.call("GET", `/admin/customers/${customerId}`, {
              headers,
            })
            if (answer.status === 200) answered.push(Date.now())
          }
        }
        const exportAll = async () => {
          while (!isOver) {
            const body = { customer_id: customerId }
            const answer = await other.suite.call("POST", EXPORTS, { headers, body })
            if (answer.status === 200) exported += 1
          }
        }
        const working = Promise.allSettled([read(), read(), read(), exportAll()])
        await eventually(() => Promise.resolve(answered.length > READS / 2 && exported > 2))
        const killedAt = Date.now()
        await other.kill()
        isOver = true
        await working

        const logged = (await eventsOf("GET /admin/customers/:id")).length
        const earlier = answered.filter((at) => at < killedAt - ONE_INTERVAL_MS).length
        expect(earlier).toBeGreaterThan(0)
        expect(logged).toBeGreaterThanOrEqual(earlier)
        expect((await eventsOf("POST /admin/privacy/exports")).length).toBeGreaterThanOrEqual(
          exported
        )
      } finally {
        await other.kill()
      }
    })
  })
}
