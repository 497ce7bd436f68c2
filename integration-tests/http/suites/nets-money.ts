import { callNets, payAtNets, startNetsPayment, viewPayment } from "../helpers/nets"
import { completeCart, createCart, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Sold = { orderId: string; paymentId: string; medusaPayment: string; headers: Headers }

/** An order of 138 kr. paid by card, not captured, after its webhooks are worked off. */
const sell = async (suite: Suite): Promise<Sold> => {
  const cartId = await createCart(suite)
  const { paymentId } = await startNetsPayment(suite, cartId)
  await payAtNets(paymentId)
  const orderId = await completeCart(suite, cartId)
  const { rows } = await suite.database().raw<{ rows: { id: string }[] }>("SELECT id FROM payment")
  return { orderId, paymentId, medusaPayment: rows[0]?.id ?? "", headers: await staff(suite) }
}

const move = (suite: Suite, sold: Sold, kind: "capture" | "refund", body: object = {}) =>
  suite.call("POST", `/admin/payments/${sold.medusaPayment}/${kind}`, {
    headers: sold.headers,
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
    it("is charged once and in full when staff captures", async () => {
      const sold = await sell(suite)
      expect((await move(suite, sold, "capture")).status).toBe(200)
      const view = await viewPayment(sold.paymentId)
      expect(view.charges.map(({ amount }) => amount)).toEqual([13_800])
      expect((await move(suite, sold, "capture")).status).toBe(200)
      expect((await viewPayment(sold.paymentId)).charged).toBe(13_800)
    })

    it("is charged in parts exactly as recorded, and refunded so", async () => {
      const sold = await sell(suite)
      expect((await move(suite, sold, "capture", { amount: 38.5 })).status).toBe(200)
      expect((await viewPayment(sold.paymentId)).charged).toBe(3_850)
      expect((await move(suite, sold, "capture", { amount: 99.5 })).status).toBe(200)
      expect(await booked(suite, "capture")).toEqual([38.5, 99.5])
      const charged = await viewPayment(sold.paymentId)
      expect(charged.charges.map(({ amount }) => amount)).toEqual([3_850, 9_950])

      expect((await move(suite, sold, "refund", { amount: 49 })).status).toBe(200)
      expect((await move(suite, sold, "refund", { amount: 49 })).status).toBe(200)
      expect(await booked(suite, "refund")).toEqual([49, 49])
      expect((await viewPayment(sold.paymentId)).refunded).toBe(9_800)
      expect((await move(suite, sold, "refund", { amount: 41 })).status).toBe(400)
      expect((await viewPayment(sold.paymentId)).refunded).toBe(9_800)
    })

    it("is charged in two parts when two captures come at once", async () => {
      const sold = await sell(suite)
      const answers = await Promise.all([
        move(suite, sold, "capture", { amount: 60 }),
        move(suite, sold, "capture", { amount: 60 }),
      ])
      const done = answers.filter(({ status }) => status === 200).length
      expect(await booked(suite, "capture")).toHaveLength(done)
      expect((await viewPayment(sold.paymentId)).charged).toBe(done * 6_000)
    })

    it("is not charged twice when Nets' answer is lost", async () => {
      const sold = await sell(suite)
      const lost = { path: "/charges", kind: "answer_lost" }
      await callNets("POST", "/emulator/faults", lost)
      await callNets("POST", "/emulator/faults", lost)
      expect((await move(suite, sold, "capture", { amount: 100 })).status).toBe(200)
      expect((await viewPayment(sold.paymentId)).charged).toBe(10_000)
      expect(await booked(suite, "capture")).toEqual([100])
    })

    it("is not charged twice when the capture is tried again after Nets was gone", async () => {
      const sold = await sell(suite)
      const fault = (body: Record<string, unknown>) => callNets("POST", "/emulator/faults", body)
      await fault({ path: "/charges", kind: "answer_lost" })
      await fault({ path: "/charges", kind: "unavailable" })
      // The first look at the payment is well, the three after the lost answer are not.
      for (const method of ["GET", "GET", "GET"]) {
        await fault({ path: `/payments/${sold.paymentId}`, method, skip: 1, kind: "unavailable" })
      }
      expect((await move(suite, sold, "capture", { amount: 100 })).status).toBe(500)
      expect(await booked(suite, "capture")).toEqual([])
      expect((await move(suite, sold, "capture", { amount: 100 })).status).toBe(200)
      expect(await booked(suite, "capture")).toEqual([100])
      expect((await viewPayment(sold.paymentId)).charged).toBe(10_000)
    })

    it("is released when the order is cancelled", async () => {
      const sold = await sell(suite)
      const answer = await suite.call("POST", `/admin/orders/${sold.orderId}/cancel`, {
        headers: sold.headers,
      })
      expect(answer.status).toBe(200)
      expect(await viewPayment(sold.paymentId)).toMatchObject({ cancelled: 13_800, charged: 0 })
    })

    it("answers core's own webhook route without touching anything", async () => {
      const sold = await sell(suite)
      const { reads } = await viewPayment(sold.paymentId)
      const answer = await suite.call("POST", "/hooks/payment/nets_nets", {
        body: { event: "payment.charge.created.v2", data: { paymentId: sold.paymentId } },
      })
      expect(answer.status).toBe(200)
      expect(await viewPayment(sold.paymentId)).toMatchObject({ reads, charged: 0 })
    })
  })
}
