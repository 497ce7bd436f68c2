import { Modules } from "@medusajs/framework/utils"
import { callNets, payAtNets, startNetsPayment, viewPayment } from "../helpers/nets"
import {
  loseWebhooks,
  ordersOf,
  passGrace,
  rowsOf,
  seen,
  sellUnheard,
  setSwitches,
  sweepNow,
} from "../helpers/nets-sales"
import { createCart, shopper, variantOf } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const changeCart = async (suite: Suite, cartId: string) =>
  suite.call("POST", `/store/carts/${cartId}/line-items`, {
    headers: shopper(),
    body: { variant_id: await variantOf(suite, "notesbog-havblik"), quantity: 1 },
  })

const complete = (suite: Suite, cartId: string) =>
  suite.call<{ type: string }>("POST", `/store/carts/${cartId}/complete`, { headers: shopper() })

/** Another amount to pay than the reservation was made for, as a change that slipped through leaves it. */
const changeAmount = (suite: Suite, amount: number) =>
  suite.database().raw("UPDATE payment_collection SET amount = ?", [amount])

export default (suite: Suite): void => {
  describe("the sweep", () => {
    afterEach(async () => {
      await callNets("POST", "/emulator/reset")
    })

    it("places the order of a paid cart whose shopper and webhooks never came back", async () => {
      await loseWebhooks()
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      await sweepNow(suite)
      expect(await ordersOf(suite, cartId)).toHaveLength(0)
      expect(await seen(suite, sessionId)).toMatchObject({ problem: null, closed_at: null })
      await payAtNets(paymentId)
      await Promise.all([sweepNow(suite), sweepNow(suite), complete(suite, cartId)])
      await sweepNow(suite)
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
      expect(await viewPayment(paymentId)).toMatchObject({ reserved: 13_800, cancelled: 0 })
      expect(await seen(suite, sessionId)).toMatchObject({ problem: null, closed_at: null })
    })

    it("places the order after its completion was killed", async () => {
      await loseWebhooks()
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      await payAtNets(paymentId)
      for (let fault = 0; fault < 8; fault += 1) {
        await callNets("POST", "/emulator/faults", { path: "/payments/", kind: "unavailable" })
      }
      expect((await complete(suite, cartId)).status).toBeGreaterThanOrEqual(400)
      expect(await ordersOf(suite, cartId)).toHaveLength(0)
      await sweepNow(suite)
      expect(await seen(suite, sessionId)).toMatchObject({ failures: 1, problem: null })
      await callNets("DELETE", "/emulator/faults")
      await sweepNow(suite)
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
      expect(await seen(suite, sessionId)).toMatchObject({ failures: 0, problem: null })
    })

    it("gives an order its payment when whoever placed it was killed before", async () => {
      await loseWebhooks()
      const sale = await sellUnheard(suite)
      await suite.database().raw("DELETE FROM payment")
      await suite
        .database()
        .raw("UPDATE payment_session SET status = 'pending', authorized_at = NULL")
      await sweepNow(suite)
      expect(await rowsOf(suite, "SELECT id FROM payment")).toHaveLength(0)
      await suite
        .database()
        .raw(`UPDATE "order" SET created_at = created_at - interval '4 minutes'`)
      await sweepNow(suite)
      expect(await rowsOf(suite, "SELECT id FROM payment")).toHaveLength(1)
      expect(await viewPayment(sale.paymentId)).toMatchObject({ reserved: 13_800, cancelled: 0 })
    })

    it("cancels a reservation of a cart that has changed, after the grace and once", async () => {
      await loseWebhooks()
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      await payAtNets(paymentId)
      await changeAmount(suite, 200)
      await sweepNow(suite)
      expect(await seen(suite, sessionId)).toMatchObject({ problem: "amount_mismatch" })
      expect(await viewPayment(paymentId)).toMatchObject({ cancelled: 0 })
      await passGrace(suite)
      await Promise.all([sweepNow(suite), sweepNow(suite)])
      await changeAmount(suite, 138)
      await sweepNow(suite)
      expect(await viewPayment(paymentId)).toMatchObject({ cancelled: 13_800 })
      expect(await seen(suite, sessionId)).toMatchObject({
        problem: "amount_mismatch",
        cancelled: 13_800,
      })
      expect(await ordersOf(suite, cartId)).toHaveLength(0)
      const second = await startNetsPayment(suite, cartId)
      await payAtNets(second.paymentId)
      expect((await complete(suite, cartId)).body.type).toBe("order")
    })

    it("refunds what was charged for a session that Medusa has dropped", async () => {
      await loseWebhooks()
      const { paymentId, sessionId } = await startNetsPayment(suite, await createCart(suite))
      await suite.database().raw("DELETE FROM payment_session")
      await payAtNets(paymentId, "swish")
      await sweepNow(suite)
      expect(await seen(suite, sessionId)).toMatchObject({ problem: "paid_without_session" })
      await passGrace(suite)
      await sweepNow(suite)
      await sweepNow(suite)
      expect(await viewPayment(paymentId)).toMatchObject({ charged: 13_800, refunded: 13_800 })
    })

    it("gives back the second of two payments of one cart and leaves the order's alone", async () => {
      await loseWebhooks()
      const cartId = await createCart(suite)
      const first = await startNetsPayment(suite, cartId)
      const [open] = await rowsOf<{ payment_collection_id: string }>(
        suite,
        "SELECT payment_collection_id FROM payment_session"
      )
      // Medusa's own route would end the first; two tabs at the same moment get past it.
      const { id, data } = await suite
        .container()
        .resolve(Modules.PAYMENT)
        .createPaymentSession(open?.payment_collection_id ?? "", {
          provider_id: "pp_nets_nets",
          amount: 138,
          currency_code: "dkk",
          data: {},
        })
      const second = { sessionId: id, paymentId: String(data.payment_id) }
      await payAtNets(first.paymentId)
      await payAtNets(second.paymentId)
      await sweepNow(suite)
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
      await sweepNow(suite)
      await passGrace(suite)
      await sweepNow(suite)
      const [booked] = await rowsOf<{ payment_session_id: string }>(
        suite,
        "SELECT payment_session_id FROM payment WHERE deleted_at IS NULL AND canceled_at IS NULL"
      )
      const views = await Promise.all(
        [first, second].map(({ paymentId }) => viewPayment(paymentId))
      )
      const kept = views.filter(({ cancelled }) => cancelled === 0)
      expect(kept.map(({ my_reference: id }) => id)).toEqual([booked?.payment_session_id])
      expect(views.filter(({ cancelled }) => cancelled === 13_800)).toHaveLength(1)
    })

    it("stays inside the reads of an hour, and backs off when Nets says so", async () => {
      await loseWebhooks()
      const { paymentId, sessionId } = await startNetsPayment(suite, await createCart(suite))
      for (let look = 0; look < 30; look += 1) await sweepNow(suite)
      const view = await viewPayment(paymentId)
      expect(view.reads).toBeLessThanOrEqual(20)
      expect((await seen(suite, sessionId)).reads).toBe(view.reads)

      await setSwitches({ reads_per_hour: 1 })
      await suite.database().raw("UPDATE dk_nets_payment SET reads = 0")
      await sweepNow(suite)
      const late = await seen(suite, sessionId)
      expect(late).toMatchObject({ failures: 1 })
      expect(late.next_check_at.getTime()).toBeGreaterThan(Date.now() + 50_000)
    })

    it("closes a checkout that nobody paid when its time is over", async () => {
      await loseWebhooks()
      await callNets("POST", "/emulator/clock", { advance_seconds: -3 * 86_400 })
      const { sessionId } = await startNetsPayment(suite, await createCart(suite))
      await sweepNow(suite)
      const over = await seen(suite, sessionId)
      expect(over).toMatchObject({ problem: null, reads: 1 })
      expect(over.closed_at).not.toBeNull()
      await sweepNow(suite)
      expect((await seen(suite, sessionId)).reads).toBe(1)
    })

    it("knows payments that nobody wrote down, and flags a reservation that is about to end", async () => {
      const sale = await sellUnheard(suite)
      await suite.database().raw("DELETE FROM dk_nets_payment")
      await suite
        .database()
        .raw("UPDATE payment_session SET created_at = created_at - interval '3 minutes'")
      await sweepNow(suite)
      await sweepNow(suite)
      expect(await seen(suite, sale.sessionId)).toMatchObject({ reserved: 13_800, problem: null })
      await suite
        .database()
        .raw("UPDATE dk_nets_payment SET reserved_at = reserved_at - interval '6 days'")
      await sweepNow(suite)
      expect(await seen(suite, sale.sessionId)).toMatchObject({ problem: "reservation_expiring" })
    })
  })

  describe("a cart whose money is reserved at Nets", () => {
    afterEach(async () => {
      await callNets("POST", "/emulator/reset")
    })

    it("is not changed, by any route of Medusa that would, until it is an order", async () => {
      await loseWebhooks()
      const cartId = await createCart(suite)
      const { paymentId } = await startNetsPayment(suite, cartId)
      const [line] = await rowsOf<{ id: string }>(
        suite,
        "SELECT id FROM cart_line_item WHERE cart_id = ?",
        cartId
      )
      const [method] = await rowsOf<{ shipping_option_id: string }>(
        suite,
        "SELECT shipping_option_id FROM cart_shipping_method WHERE cart_id = ?",
        cartId
      )
      await payAtNets(paymentId)
      const path = `/store/carts/${cartId}`
      const variant = await variantOf(suite, "notesbog-havblik")
      const changes: [string, string, object][] = [
        ["POST", path, { email: "another@kunde.example" }],
        ["POST", `${path}/line-items`, { variant_id: variant, quantity: 1 }],
        ["POST", `${path}/line-items/${line?.id ?? ""}`, { quantity: 2 }],
        ["DELETE", `${path}/line-items/${line?.id ?? ""}`, {}],
        ["POST", `${path}/promotions`, { promo_codes: ["X"] }],
        ["DELETE", `${path}/promotions`, { promo_codes: ["X"] }],
        ["POST", `${path}/shipping-methods`, { option_id: method?.shipping_option_id }],
        ["POST", `${path}/taxes`, {}],
      ]
      for (const [verb, url, body] of changes) {
        const answer = await suite.call(verb, url, { headers: shopper(), body })
        expect([verb, url, answer.status, answer.error.code]).toEqual([
          verb,
          url,
          409,
          "payment_in_progress",
        ])
      }
      // Core's own check comes first, so a wrong body is still told as one.
      const wrong = await suite.call("POST", `${path}/line-items`, {
        headers: shopper(),
        body: { quantity: "many" },
      })
      expect(wrong.status).toBe(400)
      expect((await viewPayment(paymentId)).reads).toBeLessThanOrEqual(3)
      expect((await complete(suite, cartId)).body.type).toBe("order")
      expect(await viewPayment(paymentId)).toMatchObject({ reserved: 13_800, cancelled: 0 })
    })

    it("is changed while nothing is paid, and when Nets does not answer", async () => {
      await loseWebhooks()
      const cartId = await createCart(suite)
      const { paymentId } = await startNetsPayment(suite, cartId)
      for (let fault = 0; fault < 3; fault += 1) {
        await callNets("POST", "/emulator/faults", {
          path: `/payments/${paymentId}`,
          method: "GET",
          kind: "unavailable",
        })
      }
      expect((await changeCart(suite, cartId)).status).toBe(200)
      expect((await changeCart(suite, cartId)).status).toBe(200)
    })
  })
}
