import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminErasure,
  AdminStop,
  AdminStopListResponse,
  AdminStopResponse,
  AdminSweepPreviewResponse,
} from "../../../src/types/http"
import { dropOldAccessEvents } from "../../../src/workflows/access"
import { finishErasures } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { captureOrder, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const STOPS = "/admin/privacy/stops"
const inDays = (days: number) => copenhagenDay(new Date(Date.now() + days * 24 * 3600 * 1000))
const AUDIT = {
  kind: "tax_audit",
  reason: "Skattestyrelsen ser regnskabet igennem",
  ends_on: inDays(30),
} as const

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)
  const stop = (headers: Headers, body: object = AUDIT) =>
    suite.call<AdminStopResponse>("POST", STOPS, { headers, body })
  const lift = (headers: Headers, id: string) =>
    suite.call<AdminStopResponse>("POST", `${STOPS}/${id}/lift`, {
      headers,
      body: { reason: "Gennemgangen er slut" },
    })
  const list = async (headers: Headers, query = ""): Promise<AdminStop[]> =>
    (await suite.call<AdminStopListResponse>("GET", `${STOPS}${query}`, { headers })).body.stops
  const read = async (headers: Headers, id = "") =>
    (await suite.call<{ erasure: AdminErasure }>("GET", `${ERASURES}/${id}`, { headers })).body
      .erasure

  describe("a stop", () => {
    it("makes everybody wait, whoever overrides, until it is lifted", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqstopped")
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      const { status, body } = await stop(headers)
      expect(status).toBe(201)
      expect(body.stop).toMatchObject({ ...AUDIT, lifted_at: null })
      const erasing = { customer_id: account.customerId, override_blocks: true, grace_hours: 0 }
      const waiting = [{ id: account.customerId, display_id: null, reason: "stopped" }]
      expect(await preview(headers, erasing)).toMatchObject({ erased_now: [], blocked: waiting })
      const { erasure } = await erase(headers, erasing)
      expect(erasure).toMatchObject({ status: "planned", started_at: null, waiting })
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).waiting).toEqual(waiting)
      const sweep = await suite.call<AdminSweepPreviewResponse>(
        "POST",
        "/admin/privacy/sweeps/preview",
        { headers, body: {} }
      )
      expect(sweep.body.preview).toEqual({ rules: [], is_whole: true, is_stopped: true })
      expect(await tablesHolding(suite.database(), "zqstoppedstreet")).toContain("order_address")

      const lifted = (await lift(headers, body.stop.id)).body.stop
      expect(lifted).toMatchObject({ lift_reason: "Gennemgangen er slut" })
      expect(lifted.lifted_at).not.toBeNull()
      expect(lifted.lifted_by).toMatch(/^user_/)
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqstopped")).toEqual([])
    })

    it("keeps the log of who read whose data past its year", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      await database.transaction(async (transaction) => {
        await transaction.raw("SET LOCAL session_replication_role = replica")
        await transaction.raw(
          `INSERT INTO dk_access_event (id, controller_id, actor_type, actor_id, route, purpose, subject_ids, count, read_at)
           VALUES ('dkacc_old', 'default', 'user', 'user_old', 'GET /admin/customers', 'customer_service', '{cus_old}', 1, now() - interval '14 months')`
        )
      })
      const old = () => selectRows(database, "SELECT 1 FROM dk_access_event WHERE id = 'dkacc_old'")
      const { body } = await stop(headers)
      await dropOldAccessEvents(suite.container())
      expect(await old()).toHaveLength(1)
      await lift(headers, body.stop.id)
      await dropOldAccessEvents(suite.container())
      expect(await old()).toHaveLength(0)
    })

    it("ends by itself after its last day", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqstopover")
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      const { body } = await stop(headers)
      await suite
        .database()
        .raw("UPDATE dk_personal_data_stop SET ends_on = ? WHERE id = ?", [
          inDays(-1),
          body.stop.id,
        ])
      expect((await list(headers, "?active=true")).map(({ id }) => id)).not.toContain(body.stop.id)
      expect((await list(headers, "?active=false")).map(({ id }) => id)).toContain(body.stop.id)
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        grace_hours: 0,
      })
      expect(erasure?.status).toBe("done")
    })

    it("says which field is wrong, and is lifted once", async () => {
      const headers = await staff(suite)
      const refused = async (body: object) => {
        const answer = await stop(headers, { ...AUDIT, ...body })
        return [answer.status, answer.text]
      }
      expect(await refused({ ends_on: inDays(-1) })).toEqual([
        400,
        expect.stringContaining("ends_on") as string,
      ])
      expect(await refused({ ends_on: undefined })).toEqual([
        400,
        expect.stringContaining("ends_on") as string,
      ])
      expect(await refused({ reason: " " })).toEqual([
        400,
        expect.stringContaining("reason") as string,
      ])
      const { body } = await stop(headers)
      expect((await lift(headers, body.stop.id)).status).toBe(200)
      const again = await lift(headers, body.stop.id)
      expect([again.status, again.text]).toEqual([
        409,
        expect.stringContaining("stop_lifted") as string,
      ])
      expect((await lift(headers, "dkstop_unknown")).status).toBe(404)
      expect((await list(headers)).length).toBeGreaterThan(0)
    })
  })
}
