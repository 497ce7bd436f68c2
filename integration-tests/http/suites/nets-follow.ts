import { checkNetsPayment } from "../../../src/workflows/nets"
import { callNets, viewPayment } from "../helpers/nets"
import {
  bookedOf,
  inPortal,
  move,
  moneyOfOrder,
  seen,
  sellUnheard,
  setSwitches,
  sweepNow,
} from "../helpers/nets-sales"
import type { Sale } from "../helpers/nets-sales"
import type { Suite } from "../helpers/suite"

const endRefund = async (paymentId: string, state: "Completed" | "Failed"): Promise<void> => {
  const { body } = await callNets("GET", `/emulator/payments/${paymentId}`)
  const { refunds } = body.payment as { refunds: { refund_id: string; state: string }[] }
  const pending = refunds.find((refund) => refund.state === "Pending")
  if (!pending) throw new Error("no refund is pending")
  await callNets("POST", `/emulator/refunds/${pending.refund_id}`, { state })
}

const eventsOf = async (suite: Suite, sale: Sale): Promise<number> => {
  const { rows } = await suite.database().raw<{
    rows: { count: string }[]
  }>("SELECT count(*) FROM order_transaction WHERE order_id = ? AND deleted_at IS NULL", [sale.orderId])
  return Number(rows[0]?.count)
}

export default (suite: Suite): void => {
  describe("a payment at Nets is followed", () => {
    afterEach(async () => {
      await callNets("POST", "/emulator/reset")
    })

    it("books a charge made in the portal by its difference, once", async () => {
      const sale = await sellUnheard(suite)
      expect((await move(suite, sale, "capture", 38)).status).toBe(200)
      await inPortal(sale.paymentId, "charge", 5_000)
      await Promise.all([sweepNow(suite), sweepNow(suite)])
      await sweepNow(suite)
      expect(await bookedOf(suite, sale, "capture")).toEqual([38, 50])
      expect(await moneyOfOrder(suite, sale)).toMatchObject({
        paid_total: 88,
        captured_amount: 88,
      })
      expect(await viewPayment(sale.paymentId)).toMatchObject({ charged: 8_800 })
      expect(await seen(suite, sale.sessionId)).toMatchObject({ problem: "charged_elsewhere" })
      expect((await move(suite, sale, "capture", 50)).status).toBe(200)
      expect(await viewPayment(sale.paymentId)).toMatchObject({ charged: 13_800 })
    })

    it("books it once, and counts it once, when several look at the same moment", async () => {
      const sale = await sellUnheard(suite)
      await inPortal(sale.paymentId, "charge", 5_000)
      const looks = [1, 2, 3, 4].map(() => checkNetsPayment(suite.container(), sale.sessionId))
      await Promise.all(looks)
      await sweepNow(suite)
      expect(await bookedOf(suite, sale, "capture")).toEqual([50])
      expect(await moneyOfOrder(suite, sale)).toMatchObject({
        paid_total: 50,
        captured_amount: 50,
      })
    })

    it("books a refund made in the portal, once, and the order follows", async () => {
      const sale = await sellUnheard(suite)
      await move(suite, sale, "capture")
      expect((await move(suite, sale, "refund", 20)).status).toBe(200)
      await inPortal(sale.paymentId, "refund", 3_000)
      await sweepNow(suite)
      await sweepNow(suite)
      expect(await bookedOf(suite, sale, "refund")).toEqual([20, 30])
      expect(await moneyOfOrder(suite, sale)).toMatchObject({
        paid_total: 138,
        refunded_total: 50,
        transaction_total: 88,
        refunded_amount: 50,
      })
      expect(await viewPayment(sale.paymentId)).toMatchObject({ refunded: 5_000 })
      expect(await seen(suite, sale.sessionId)).toMatchObject({ problem: "refunded_elsewhere" })
    })

    it("books a cancellation made in the portal", async () => {
      const sale = await sellUnheard(suite)
      await inPortal(sale.paymentId, "cancel")
      await sweepNow(suite)
      const { rows } = await suite
        .database()
        .raw<{ rows: unknown[] }>("SELECT id FROM payment WHERE canceled_at IS NOT NULL")
      expect(rows).toHaveLength(1)
      expect(await seen(suite, sale.sessionId)).toMatchObject({ problem: "cancelled_elsewhere" })
      expect(await viewPayment(sale.paymentId)).toMatchObject({ cancelled: 13_800 })
    })

    it("does not take its own cancellation for somebody else's", async () => {
      const sale = await sellUnheard(suite)
      const path = `/admin/orders/${sale.orderId}/cancel`
      expect((await suite.call("POST", path, { headers: sale.headers })).status).toBe(200)
      await sweepNow(suite)
      expect(await seen(suite, sale.sessionId)).toMatchObject({ problem: null, cancelled: 13_800 })
    })

    it("stands on a cancelled order as given back once, however late it is looked at", async () => {
      const sale = await sellUnheard(suite)
      await move(suite, sale, "capture")
      const path = `/admin/orders/${sale.orderId}/cancel`
      expect((await suite.call("POST", path, { headers: sale.headers })).status).toBe(200)
      const database = suite.database()
      for (const table of ["capture", "refund"]) {
        await database(table).update({ created_at: database.raw("now() - interval '11 minutes'") })
      }
      await sweepNow(suite)
      expect(await viewPayment(sale.paymentId)).toMatchObject({ refunded: 13_800 })
      expect(await moneyOfOrder(suite, sale)).toMatchObject({
        refunded_total: 138,
        transaction_total: 0,
      })
    })

    it("undoes a refund that fails later, and takes the next one for a new one", async () => {
      const sale = await sellUnheard(suite)
      await move(suite, sale, "capture")
      await setSwitches({ refund_state: "Pending" })
      expect((await move(suite, sale, "refund", 49)).status).toBe(200)
      expect((await move(suite, sale, "refund", 10)).status).toBe(200)
      await sweepNow(suite)
      expect(await seen(suite, sale.sessionId)).toMatchObject({ refunded: 5_900, closed_at: null })

      await endRefund(sale.paymentId, "Failed")
      await Promise.all([sweepNow(suite), sweepNow(suite)])
      await sweepNow(suite)
      expect(await bookedOf(suite, sale, "refund")).toEqual([10])
      expect(await moneyOfOrder(suite, sale)).toMatchObject({
        paid_total: 138,
        refunded_total: 10,
        transaction_total: 128,
        refunded_amount: 10,
      })
      expect(await eventsOf(suite, sale)).toBe(2)
      expect(await seen(suite, sale.sessionId)).toMatchObject({ problem: "refund_failed" })

      await endRefund(sale.paymentId, "Completed")
      await setSwitches({ refund_state: "Completed" })
      expect((await move(suite, sale, "refund", 49)).status).toBe(200)
      await sweepNow(suite)
      expect(await viewPayment(sale.paymentId)).toMatchObject({ refunded: 5_900 })
      expect(await bookedOf(suite, sale, "refund")).toEqual([10, 49])
      expect(await moneyOfOrder(suite, sale)).toMatchObject({
        refunded_total: 59,
        refunded_amount: 59,
      })
    })

    it("follows a refund over two charges of which one part is refused", async () => {
      const sale = await sellUnheard(suite, "Arvato")
      expect((await move(suite, sale, "capture", 60)).status).toBe(200)
      expect((await move(suite, sale, "capture", 78)).status).toBe(200)
      const refused = { path: "/refunds", kind: "refused", code: 1020, skip: 1 }
      await callNets("POST", "/emulator/faults", refused)
      expect((await move(suite, sale, "refund", 100)).status).toBe(400)
      const { refunded } = await viewPayment(sale.paymentId)
      expect(refunded).toBeGreaterThan(0)
      expect(await bookedOf(suite, sale, "refund")).toEqual([])
      await sweepNow(suite)
      await sweepNow(suite)
      expect(await bookedOf(suite, sale, "refund")).toEqual([refunded / 100])
      expect((await move(suite, sale, "refund", 100 - refunded / 100)).status).toBe(200)
      expect(await viewPayment(sale.paymentId)).toMatchObject({ refunded: 10_000 })
      expect(await moneyOfOrder(suite, sale)).toMatchObject({ refunded_total: 100 })
    })

    it("registers by hand what can no longer reach the card, once, and Nets is not asked", async () => {
      const sale = await sellUnheard(suite)
      await move(suite, sale, "capture")
      const path = `/admin/dk/nets/payments/${sale.sessionId}/manual-refund`
      const register = (body: object) => suite.call("POST", path, { headers: sale.headers, body })
      const paid = { amount: 49, reason: "Overført til kundens konto" }
      expect(await register(paid)).toMatchObject({
        status: 409,
        error: { code: "refund_reaches_nets" },
      })
      const refused = { path: "/refunds", kind: "refused", code: 1020 }
      await callNets("POST", "/emulator/faults", refused)
      expect((await move(suite, sale, "refund", 49)).status).toBe(400)
      expect(await bookedOf(suite, sale, "refund")).toEqual([])
      expect(await seen(suite, sale.sessionId)).toMatchObject({ problem: "refund_unreachable" })
      expect((await register({ amount: -1, reason: "x" })).status).toBe(400)
      expect((await register({ amount: 500, reason: "too much" })).status).toBe(400)
      const answers = await Promise.all([register(paid), register(paid)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(await bookedOf(suite, sale, "refund")).toEqual([49])
      expect(await moneyOfOrder(suite, sale)).toMatchObject({ refunded_total: 49 })

      await sweepNow(suite)
      await inPortal(sale.paymentId, "refund", 1_000)
      await sweepNow(suite)
      expect(await bookedOf(suite, sale, "refund")).toEqual([10, 49])
      expect(await viewPayment(sale.paymentId)).toMatchObject({ refunded: 1_000 })
      expect((await suite.call("POST", path, { body: paid })).status).toBe(401)
    })

    it("sets right what a lost answer left behind", async () => {
      const sale = await sellUnheard(suite)
      const fault = (body: Record<string, unknown>) => callNets("POST", "/emulator/faults", body)
      await fault({ path: "/charges", kind: "answer_lost" })
      await fault({ path: "/charges", kind: "unavailable" })
      const path = `/payments/${sale.paymentId}`
      for (let look = 0; look < 6; look += 1) {
        await fault({ path, method: "GET", skip: 1, kind: "unavailable" })
      }
      expect((await move(suite, sale, "capture", 100)).status).toBe(500)
      expect(await bookedOf(suite, sale, "capture")).toEqual([])
      expect(await seen(suite, sale.sessionId)).toMatchObject({ problem: "outcome_unknown" })
      await callNets("DELETE", "/emulator/faults")
      await sweepNow(suite)
      expect(await bookedOf(suite, sale, "capture")).toEqual([100])
      expect(await viewPayment(sale.paymentId)).toMatchObject({ charged: 10_000 })
      expect(await moneyOfOrder(suite, sale)).toMatchObject({ paid_total: 100 })
    })

    it("adds the order's transaction that a killed process did not write", async () => {
      const sale = await sellUnheard(suite)
      await move(suite, sale, "capture")
      await suite.database().raw("DELETE FROM order_transaction")
      await suite
        .database()
        .raw(
          `UPDATE order_summary SET totals = totals || '{"paid_total": 0, "raw_paid_total": {"value": "0", "precision": 20}, "transaction_total": 0, "raw_transaction_total": {"value": "0", "precision": 20}}'::jsonb`
        )
      await sweepNow(suite)
      expect(await eventsOf(suite, sale)).toBe(0)
      await suite.database().raw("UPDATE capture SET created_at = now() - interval '3 minutes'")
      await sweepNow(suite)
      await sweepNow(suite)
      expect(await eventsOf(suite, sale)).toBe(1)
      expect(await moneyOfOrder(suite, sale)).toMatchObject({ transaction_total: 138 })
    })
  })
}
