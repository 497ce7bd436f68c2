import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { NETS_MODULE } from "../../../src/modules/nets"
import processReceipts from "../../../src/jobs/nets-process-receipts"
import NetsPaymentProvider from "../../../src/providers/nets/service"
import { callNets, delivered, payAtNets, startNetsPayment, viewPayment } from "../helpers/nets"
import { completeCart, createCart, staff, startPayment } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Sold = { orderId: string; paymentId: string; medusaPayment: string; headers: Headers }

/** Payments of the running test, whose webhooks must not reach into the next one. */
const sold: string[] = []

/** An order of 138 kr. paid by card, not captured, after its webhooks are worked off. */
const sell = async (suite: Suite): Promise<Sold> => {
  const cartId = await createCart(suite)
  const { paymentId } = await startNetsPayment(suite, cartId)
  await payAtNets(paymentId)
  const orderId = await completeCart(suite, cartId)
  await delivered(suite, paymentId)
  sold.push(paymentId)
  const { rows } = await suite.database().raw<{ rows: { id: string }[] }>("SELECT id FROM payment")
  return { orderId, paymentId, medusaPayment: rows[0]?.id ?? "", headers: await staff(suite) }
}

const move = (suite: Suite, sale: Sold, kind: "capture" | "refund", body: object = {}) =>
  suite.call("POST", `/admin/payments/${sale.medusaPayment}/${kind}`, {
    headers: sale.headers,
    body,
  })

const booked = async (suite: Suite, table: "capture" | "refund"): Promise<number[]> => {
  const { rows } = await suite
    .database()
    .raw<{ rows: { amount: string }[] }>(
      `SELECT amount FROM ${table} WHERE deleted_at IS NULL ORDER BY amount`
    )
  return rows.map(({ amount }) => Number(amount))
}

export default (suite: Suite): void => {
  describe("money at Nets", () => {
    afterEach(async () => {
      for (const paymentId of sold.splice(0)) await delivered(suite, paymentId)
    })

    it("is charged once and in full when staff captures", async () => {
      const sale = await sell(suite)
      expect((await move(suite, sale, "capture")).status).toBe(200)
      const view = await viewPayment(sale.paymentId)
      expect(view.charges.map(({ amount }) => amount)).toEqual([13_800])
      expect((await move(suite, sale, "capture")).status).toBe(200)
      expect((await viewPayment(sale.paymentId)).charged).toBe(13_800)
    })

    it("is charged in parts exactly as recorded, and refunded so", async () => {
      const sale = await sell(suite)
      expect((await move(suite, sale, "capture", { amount: 38.5 })).status).toBe(200)
      expect((await viewPayment(sale.paymentId)).charged).toBe(3_850)
      expect((await move(suite, sale, "capture", { amount: 99.5 })).status).toBe(200)
      expect(await booked(suite, "capture")).toEqual([38.5, 99.5])
      const charged = await viewPayment(sale.paymentId)
      expect(charged.charges.map(({ amount }) => amount)).toEqual([3_850, 9_950])

      expect((await move(suite, sale, "refund", { amount: 49 })).status).toBe(200)
      expect((await move(suite, sale, "refund", { amount: 49 })).status).toBe(200)
      expect(await booked(suite, "refund")).toEqual([49, 49])
      expect((await viewPayment(sale.paymentId)).refunded).toBe(9_800)
      expect((await move(suite, sale, "refund", { amount: 41 })).status).toBe(400)
      expect((await viewPayment(sale.paymentId)).refunded).toBe(9_800)
    })

    it("is charged in two parts when two captures come at once", async () => {
      const sale = await sell(suite)
      const answers = await Promise.all([
        move(suite, sale, "capture", { amount: 60 }),
        move(suite, sale, "capture", { amount: 60 }),
      ])
      const done = answers.filter(({ status }) => status === 200).length
      expect(done).toBeGreaterThan(0)
      expect(await booked(suite, "capture")).toHaveLength(done)
      expect((await viewPayment(sale.paymentId)).charged).toBe(done * 6_000)
    })

    it("is not charged twice when Nets' answer is lost", async () => {
      const sale = await sell(suite)
      const lost = { path: "/charges", kind: "answer_lost" }
      await callNets("POST", "/emulator/faults", lost)
      await callNets("POST", "/emulator/faults", lost)
      expect((await move(suite, sale, "capture", { amount: 100 })).status).toBe(200)
      expect((await viewPayment(sale.paymentId)).charged).toBe(10_000)
      expect(await booked(suite, "capture")).toEqual([100])
    })

    it("is not charged twice when the capture is tried again after Nets was gone", async () => {
      const sale = await sell(suite)
      const fault = (body: Record<string, unknown>) => callNets("POST", "/emulator/faults", body)
      await fault({ path: "/charges", kind: "answer_lost" })
      await fault({ path: "/charges", kind: "unavailable" })
      // The first look at the payment is well, all after the lost answer are not, whoever looks.
      for (let look = 0; look < 12; look += 1) {
        const path = `/payments/${sale.paymentId}`
        await fault({ path, method: "GET", skip: 1, kind: "unavailable" })
      }
      expect((await move(suite, sale, "capture", { amount: 100 })).status).toBe(500)
      expect(await booked(suite, "capture")).toEqual([])
      await callNets("DELETE", "/emulator/faults")
      await suite.database().raw("UPDATE dk_nets_receipt SET next_attempt_at = now()")
      await processReceipts(suite.container())
      // The look at the payment has booked what the lost answer had moved.
      expect(await booked(suite, "capture")).toEqual([100])
      expect((await move(suite, sale, "capture", { amount: 100 })).status).toBe(400)
      expect(await booked(suite, "capture")).toEqual([100])
      expect((await viewPayment(sale.paymentId)).charged).toBe(10_000)
    })

    it("stays reserved when two authorisations of one payment race", async () => {
      const { paymentId, sessionId } = await startNetsPayment(suite, await createCart(suite))
      await suite.database().raw("DELETE FROM cart_payment_collection")
      await payAtNets(paymentId)
      const payments = suite.container().resolve(Modules.PAYMENT)
      const authorize = () => payments.authorizePaymentSession(sessionId, {})
      const outcomes = await Promise.allSettled([1, 2, 3].map(authorize))
      expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true)
      const { rows } = await suite.database().raw<{ rows: unknown[] }>("SELECT id FROM payment")
      expect(rows).toHaveLength(1)
      expect(await viewPayment(paymentId)).toMatchObject({ reserved: 13_800, cancelled: 0 })
    })

    it("is not looked for in a payment Nets does not have", async () => {
      const cartId = await createCart(suite)
      await startNetsPayment(suite, cartId)
      const unknown = JSON.stringify({ payment_id: "f".repeat(32) })
      await suite.database().raw("UPDATE payment_session SET data = data || ?::jsonb", [unknown])
      const answer = await startPayment(suite, cartId, { provider: "pp_nets_nets" })
      expect(answer.status).toBe(200)
    })

    it("is charged at once everywhere when the provider is set so", async () => {
      const container = suite.container()
      const { sessionId } = await startNetsPayment(suite, await createCart(suite))
      const cradle = {
        dk_nets: container.resolve(NETS_MODULE),
        query: container.resolve(ContainerRegistrationKeys.QUERY),
        [ContainerRegistrationKeys.PG_CONNECTION]: suite.database(),
      }
      const provider = new NetsPaymentProvider(cradle, { account: "default", capture: "auto" })
      const { id } = await provider.initiatePayment({
        amount: 138,
        currency_code: "dkk",
        data: { session_id: sessionId },
      })
      await payAtNets(id)
      expect(await viewPayment(id)).toMatchObject({ charged: 13_800 })
      expect(() => new NetsPaymentProvider({}, { account: "default", capture: "auto" })).toThrow(
        'dependencies: ["query", "dk_nets"]'
      )
    })

    it("is released when the order is cancelled", async () => {
      const sale = await sell(suite)
      const answer = await suite.call("POST", `/admin/orders/${sale.orderId}/cancel`, {
        headers: sale.headers,
      })
      expect(answer.status).toBe(200)
      expect(await viewPayment(sale.paymentId)).toMatchObject({ cancelled: 13_800, charged: 0 })
    })

    it("answers core's own webhook route without touching anything", async () => {
      const sale = await sell(suite)
      const { reads } = await viewPayment(sale.paymentId)
      const answer = await suite.call("POST", "/hooks/payment/nets_nets", {
        body: { event: "payment.charge.created.v2", data: { paymentId: sale.paymentId } },
      })
      expect(answer.status).toBe(200)
      expect(await viewPayment(sale.paymentId)).toMatchObject({ reads, charged: 0 })
    })
  })
}
