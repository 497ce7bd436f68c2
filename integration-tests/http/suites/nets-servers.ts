import { createToken } from "../../../src/shared/tokens"
import { callNets, payAtNets, receiptsOf, startNetsPayment, viewPayment } from "../helpers/nets"
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

const SECRETS = {
  current: { id: "development", key: "development-only-secret-0123456789abcdef" },
  previous: [],
}

/** Nets does not answer the next such call, whether or not it has done what was asked. */
const hang = (path: string, method: string) =>
  callNets("POST", "/emulator/faults", { path, method, kind: "timeout", ms: 60_000 })

const notYet = ({ paymentId }: Sale) => hang(`/v1/payments/${paymentId}`, "GET")

export default (suite: Suite): void => {
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
      const request = {
        headers: { authorization: createToken(SECRETS, "nets_webhook", sessionId) },
        body: {
          id: "36ce3ff4a896450ea2b70f3263554772",
          event: "payment.reservation.created.v2",
          data: { paymentId, amount: { amount: 13_800, currency: "DKK" } },
        },
      }
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

    it("finish what one of them was killed at: captures and refunds that Nets was, or was not, asked for", async () => {
      const sales: Sale[] = []
      for (let sold = 0; sold < 4; sold += 1) sales.push(await sellUnheard(suite))
      const [unasked, asked, unaskedBack, askedBack] = sales as [Sale, Sale, Sale, Sale]
      for (const sale of [unaskedBack, askedBack]) await move(suite, sale, "capture")
      await notYet(unasked)
      await hang(`/v1/payments/${asked.paymentId}/charges`, "POST")
      await notYet(unaskedBack)
      const [charge] = (await viewPayment(askedBack.paymentId)).charges
      await hang(`/v1/charges/${charge?.charge_id ?? ""}/refunds`, "POST")

      const cutOff = [
        move(other.suite, unasked, "capture"),
        move(other.suite, asked, "capture", 100),
        move(other.suite, unaskedBack, "refund", 38),
        move(other.suite, askedBack, "refund", 38),
      ]
      const calls = Promise.allSettled(cutOff)
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
      expect((await calls).map(({ status }) => status)).toEqual(Array(4).fill("rejected"))

      // Whoever is at work has time to end it.
      await sweepNow(suite)
      expect((await viewPayment(unasked.paymentId)).charged).toBe(0)
      for (const table of ["capture", "refund"]) {
        const sql = `UPDATE ${table} SET created_at = created_at - interval '11 minutes'`
        await suite.database().raw(sql)
      }
      await Promise.all([sweepNow(suite), sweepNow(suite)])
      await sweepNow(suite)

      const atNets = await Promise.all(sales.map(({ paymentId }) => viewPayment(paymentId)))
      expect(atNets.map(({ charged, refunded }) => [charged, refunded])).toEqual([
        [13_800, 0],
        [10_000, 0],
        [13_800, 3_800],
        [13_800, 3_800],
      ])
      const inMedusa = await Promise.all(sales.map((sale) => moneyOfOrder(suite, sale)))
      expect(inMedusa).toMatchObject([
        { paid_total: 138, transaction_total: 138, captured_amount: 138 },
        { paid_total: 100, transaction_total: 100, captured_amount: 100 },
        { paid_total: 138, transaction_total: 100, refunded_amount: 38 },
        { paid_total: 138, transaction_total: 100, refunded_amount: 38 },
      ])
      const [whole, part] = await Promise.all(
        [unasked, asked].map(({ medusaPayment }) =>
          rowsOf<{ captured_at: Date | null }>(
            suite,
            "SELECT captured_at FROM payment WHERE id = ?",
            medusaPayment
          )
        )
      )
      expect(whole?.[0]?.captured_at).not.toBeNull()
      expect(part?.[0]?.captured_at).toBeNull()
      for (const { sessionId } of sales) {
        expect(await seen(suite, sessionId)).toMatchObject({ problem: null })
      }
    })
  })
}
