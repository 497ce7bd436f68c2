import { processDueNetsReceipts } from "../../../src/workflows/nets"
import {
  callNets,
  payAtNets,
  receiptsOf,
  reservationWebhook,
  startNetsPayment,
  viewPayment,
} from "../helpers/nets"
import {
  bookedOf,
  loseWebhooks,
  move,
  moneyOfOrder,
  ordersOf,
  rowsOf,
  seen,
  sellUnheard,
  sweepNow,
} from "../helpers/nets-sales"
import type { Sale } from "../helpers/nets-sales"
import { anotherServer } from "../helpers/servers"
import type { Server } from "../helpers/servers"
import { createCart, eventually } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Nets does not answer the next such call, whether or not it has done what was asked. */
const hang = (path: string, method: string) =>
  callNets("POST", "/emulator/faults", { path, method, kind: "timeout", ms: 60_000 })

const hangRead = (paymentId: string) => hang(`/v1/payments/${paymentId}`, "GET")

const notYet = ({ paymentId }: Sale) => hangRead(paymentId)

export default (suite: Suite): void => {
  const sellFour = async () =>
    [
      await sellUnheard(suite),
      await sellUnheard(suite),
      await sellUnheard(suite),
      await sellUnheard(suite),
    ] as const
  /** Staff asks a server to look at the payment now. */
  const look = (server: Suite, { sessionId, headers }: Sale) =>
    server.call("POST", `/admin/dk/nets/payments/${sessionId}/check`, { headers })
  const moneyOf = (sales: readonly Sale[]) =>
    Promise.all(
      sales.map(async (sale) => ({
        ...(await viewPayment(sale.paymentId)),
        ...(await moneyOfOrder(suite, sale)),
      }))
    )
  const capturedAt = async ({ medusaPayment }: Sale): Promise<Date | null | undefined> => {
    const sql = "SELECT captured_at FROM payment WHERE id = ?"
    const [row] = await rowsOf<{ captured_at: Date | null }>(suite, sql, medusaPayment)
    return row?.captured_at
  }

  describe("two servers of one store", () => {
    let other: Server

    beforeEach(async () => {
      other = await anotherServer(suite)
      await other.start()
    })

    afterEach(async () => {
      await other.kill()
      await callNets("POST", "/emulator/reset")
    })

    it("get the same webhook at once: it has one effect", async () => {
      await loseWebhooks()
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      await payAtNets(paymentId)
      const request = reservationWebhook({ sessionId, paymentId })
      const both = [suite, other.suite, suite, other.suite]
      const answers = await Promise.all(
        both.map((server) => server.call("POST", `/hooks/nets/${sessionId}`, request))
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      await eventually(async () => (await receiptsOf(suite, sessionId)).every((row) => row.done_at))
      expect(await receiptsOf(suite, sessionId)).toHaveLength(1)
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
      expect(await rowsOf(suite, `SELECT id FROM "order"`)).toHaveLength(1)
      expect(await rowsOf(suite, "SELECT id FROM payment")).toHaveLength(1)
    })

    it("lose no webhook that waited for its turn at one that was killed", async () => {
      await loseWebhooks()
      const paid: { cartId: string; paymentId: string; sessionId: string }[] = []
      for (const place of [1, 2, 3]) {
        const cartId = await createCart(suite)
        const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
        await payAtNets(paymentId)
        if (place < 3) await hangRead(paymentId)
        paid.push({ cartId, paymentId, sessionId })
      }
      for (const { paymentId, sessionId } of paid) {
        const request = reservationWebhook({ sessionId, paymentId })
        const { status } = await other.suite.call("POST", `/hooks/nets/${sessionId}`, request)
        expect(status).toBe(200)
      }
      const tries = async () => {
        const receipts = paid.map(({ sessionId }) => receiptsOf(suite, sessionId))
        return (await Promise.all(receipts)).flat().map(({ attempts }) => attempts)
      }
      await eventually(async () => (await tries()).filter((count) => count === 1).length === 2)
      expect(await tries()).toEqual([1, 1, 0])
      await other.kill()

      const orders = async () => {
        const found = paid.map(({ cartId }) => ordersOf(suite, cartId))
        return (await Promise.all(found)).map(({ length }) => length)
      }
      await processDueNetsReceipts(suite.container())
      expect(await orders()).toEqual([0, 0, 1])
      await suite
        .database()
        .raw("UPDATE dk_nets_receipt SET claimed_until = now() WHERE claimed_until IS NOT NULL")
      await processDueNetsReceipts(suite.container())
      expect(await orders()).toEqual([1, 1, 1])
    })

    it("put right what one of them was killed at: captures and refunds that Nets was, or was not, asked for", async () => {
      const [unasked, asked, unaskedBack, askedBack] = await sellFour()
      const sales = [unasked, asked, unaskedBack, askedBack]
      for (const sale of [unaskedBack, askedBack]) await move(suite, sale, "capture")
      await notYet(unasked)
      await hang(`/v1/payments/${asked.paymentId}/charges`, "POST")
      await notYet(unaskedBack)
      const [charge] = (await viewPayment(askedBack.paymentId)).charges
      await hang(`/v1/charges/${charge?.charge_id ?? ""}/refunds`, "POST")

      const cutOff = Promise.allSettled([
        move(other.suite, unasked, "capture"),
        move(other.suite, asked, "capture"),
        move(other.suite, unaskedBack, "refund", 38),
        move(other.suite, askedBack, "refund", 38),
      ])
      await eventually(async () => {
        const booked = await Promise.all([
          bookedOf(suite, unasked, "capture"),
          bookedOf(suite, unaskedBack, "refund"),
        ])
        const { charged } = await viewPayment(asked.paymentId)
        const { refunded } = await viewPayment(askedBack.paymentId)
        return booked.every(({ length }) => length === 1) && charged > 0 && refunded > 0
      })
      await other.kill()
      expect((await cutOff).map(({ status }) => status)).toEqual(Array(4).fill("rejected"))

      // Whoever is at work has time to end it.
      await sweepNow(suite)
      expect(await bookedOf(suite, unasked, "capture")).toEqual([138])
      for (const table of ["capture", "refund"]) {
        const sql = `UPDATE ${table} SET created_at = created_at - interval '11 minutes'`
        await suite.database().raw(sql)
      }
      await other.start()
      for (const sale of sales) await Promise.all([look(suite, sale), look(other.suite, sale)])
      for (const sale of sales) await look(suite, sale)

      expect(await moneyOf(sales)).toMatchObject([
        { charged: 0, paid_total: 0, captured_amount: 0 },
        { charged: 13_800, paid_total: 138, captured_amount: 138, pending_difference: 0 },
        { refunded: 0, transaction_total: 138, refunded_amount: 0, pending_difference: 0 },
        { refunded: 3_800, transaction_total: 100, refunded_amount: 38, pending_difference: 0 },
      ])
      expect(await capturedAt(unasked)).toBeNull()
      expect(await capturedAt(asked)).not.toBeNull()
      const problems = await Promise.all(sales.map(({ sessionId }) => seen(suite, sessionId)))
      expect(problems.map(({ problem }) => problem)).toEqual([
        "charge_failed",
        null,
        "refund_failed",
        null,
      ])

      // Staff does what the notice says.
      expect((await move(suite, unasked, "capture")).status).toBe(200)
      expect((await move(suite, unaskedBack, "refund", 38)).status).toBe(200)
      expect(await moneyOf([unasked, unaskedBack])).toMatchObject([
        { charged: 13_800, paid_total: 138, captured_amount: 138 },
        { refunded: 3_800, transaction_total: 100, refunded_amount: 38, pending_difference: 0 },
      ])
      expect(await capturedAt(unasked)).not.toBeNull()
    })
  })
}
