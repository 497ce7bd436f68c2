import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import {
  callNets,
  payAtNets,
  receiptsOf,
  settled,
  startNetsPayment,
  viewPayment,
} from "../helpers/nets"
import type { Receipt } from "../helpers/nets"
import { createToken } from "../../../src/shared/tokens"
import processReceipts from "../../../src/jobs/nets-process-receipts"
import { createCart, eventually, openPayment, shopper, staff, startPayment } from "../helpers/shop"
import { store } from "../helpers/store"
import type { Suite } from "../helpers/suite"

/** The key of `medusa-config.ts`: the only thing a forger does not have. */
const SECRETS = {
  current: { id: "development", key: "development-only-secret-0123456789abcdef" },
  previous: [],
}

const rows = async <Row>(suite: Suite, sql: string, ...bindings: string[]): Promise<Row[]> =>
  (await suite.database().raw<{ rows: Row[] }>(sql, bindings)).rows

const ordersOf = async (suite: Suite, cartId: string): Promise<string[]> => {
  const sql = "SELECT order_id FROM order_cart WHERE cart_id = ? AND deleted_at IS NULL"
  return (await rows<{ order_id: string }>(suite, sql, cartId)).map(({ order_id: id }) => id)
}

/** Waits until both webhooks of a paid session have been looked at and are left to staff. */
const leftOpen = (suite: Suite, sessionId: string, outcome: string): Promise<boolean> =>
  eventually(async () => {
    const receipts = await receiptsOf(suite, sessionId)
    return receipts.filter((row) => row.outcome === outcome && !row.done_at).length === 2
  })

const sendWebhook = (suite: Suite, sessionId: string, authorization: string, body: unknown) =>
  suite.call("POST", `/hooks/nets/${sessionId}`, { headers: { authorization }, body })

const webhook = (paymentId: string, event = "payment.checkout.completed") => ({
  id: "36ce3ff4a896450ea2b70f3263554772",
  event,
  timestamp: "2026-11-24T10:00:00.0000+01:00",
  merchantId: "100017120",
  data: { paymentId, amount: { amount: "13800", currency: "DKK" } },
})

const createGiftCardlessDownload = async (suite: Suite): Promise<void> => {
  await createProductsWorkflow(suite.container()).run({
    input: {
      products: [
        {
          title: "Mønster til udskrift",
          handle: "moenster",
          status: "published",
          sales_channels: [{ id: store().salesChannelId }],
          options: [{ title: "Variant", values: ["PDF"] }],
          variants: [
            {
              title: "PDF",
              manage_inventory: false,
              options: { Variant: "PDF" },
              prices: [{ currency_code: "dkk", amount: 25 }],
            },
          ],
        },
      ],
    },
  })
}

export default (suite: Suite): void => {
  describe("paying at Nets", () => {
    it("places one order from webhooks alone, however often they come", async () => {
      const cartId = await createCart(suite, { locale: "da-DK" })
      const { paymentId, sessionId, data } = await startNetsPayment(suite, cartId)
      expect(data.hosted_url).toBe(`${process.env.NETS_URL ?? ""}/pay/${paymentId}?language=da-DK`)
      const opened = await viewPayment(paymentId)
      expect(opened).toMatchObject({ my_reference: sessionId, amount: 13_800, currency: "DKK" })
      expect(opened.items).toMatchObject([
        { name: "Notesbog Havblik", taxRate: 2_500, grossTotalAmount: 8_900, taxAmount: 1_780 },
        { name: "Levering til døren", taxRate: 2_500, grossTotalAmount: 4_900, taxAmount: 980 },
      ])

      await payAtNets(paymentId)
      const receipts = await settled(suite, sessionId, 2)
      expect(receipts.map(({ event }) => event)).toEqual([
        "payment.checkout.completed",
        "payment.reservation.created.v2",
      ])
      const [orderId] = await ordersOf(suite, cartId)
      expect(orderId).toBeDefined()

      const repeats = await Promise.all([
        callNets("POST", `/emulator/payments/${paymentId}/redeliver`),
        callNets("POST", `/emulator/payments/${paymentId}/redeliver`),
        suite.call("POST", `/store/carts/${cartId}/complete`, { headers: shopper() }),
      ])
      expect(repeats.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(repeats[0].body.statuses).toEqual([200, 200])
      expect(await receiptsOf(suite, sessionId)).toHaveLength(2)
      expect(await ordersOf(suite, cartId)).toEqual([orderId])
      expect(await rows(suite, "SELECT id FROM payment")).toHaveLength(1)
      const view = await viewPayment(paymentId)
      expect(view).toMatchObject({ reserved: 13_800, charged: 0, cancelled: 0 })
      expect(view.deliveries.every(({ status }) => status === 200)).toBe(true)
    })

    it("places one order when the shopper returns while the webhooks come", async () => {
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      await payAtNets(paymentId)
      const path = `/store/carts/${cartId}/complete`
      const answers = await Promise.all(
        [1, 2].map(() => suite.call<{ type: string }>("POST", path, { headers: shopper() }))
      )
      await settled(suite, sessionId, 2)
      expect(answers.filter(({ body }) => body.type === "order").length).toBeGreaterThan(0)
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
      expect(await viewPayment(paymentId)).toMatchObject({ cancelled: 0, charged: 0 })
    })

    it("says that more is needed while nothing is paid, and starts over with a new session", async () => {
      const cartId = await createCart(suite)
      const first = await startNetsPayment(suite, cartId)
      const answer = await suite.call("POST", `/store/carts/${cartId}/complete`, {
        headers: shopper(),
      })
      expect(answer).toMatchObject({ status: 400, error: { type: "not_allowed" } })
      const open = await rows<{ status: string }>(suite, "SELECT status FROM payment_session")
      expect(open).toEqual([{ status: "requires_more" }])
      expect(await ordersOf(suite, cartId)).toHaveLength(0)

      const second = await startNetsPayment(suite, cartId)
      expect(second.paymentId).not.toBe(first.paymentId)
      expect(await viewPayment(first.paymentId)).toMatchObject({ terminated: true })

      await payAtNets(second.paymentId)
      const third = await startPayment(suite, cartId, { provider: "pp_nets_nets" })
      expect(third).toMatchObject({ status: 409, error: { code: "payment_in_progress" } })
      await settled(suite, second.sessionId, 2)
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
      expect(await viewPayment(second.paymentId)).toMatchObject({ reserved: 13_800, cancelled: 0 })
    })

    it("charges a sale without anything to send at once and books it", async () => {
      await createGiftCardlessDownload(suite)
      const cartId = await createCart(suite, { items: ["moenster"], delivery: false })
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      await payAtNets(paymentId, "mobilepay")
      await settled(suite, sessionId, 3)
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
      expect(await viewPayment(paymentId)).toMatchObject({ charged: 2_500 })
      const captures = await rows<{ amount: string }>(suite, "SELECT amount FROM capture")
      expect(captures.map(({ amount }) => Number(amount))).toEqual([25])
      const payments = await rows(suite, "SELECT id FROM payment WHERE captured_at IS NOT NULL")
      expect(payments).toHaveLength(1)
    })

    it("places no order when the amount to pay has changed in the meantime", async () => {
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      await suite.database().raw("UPDATE payment_collection SET amount = 200")
      await payAtNets(paymentId)
      await leftOpen(suite, sessionId, "amount_mismatch")
      const answer = await suite.call("POST", `/store/carts/${cartId}/complete`, {
        headers: shopper(),
      })
      expect(answer.error).toMatchObject({ code: "nets_amount_mismatch" })
      expect(await ordersOf(suite, cartId)).toHaveLength(0)
    })

    it("sets the order right by the job after Nets did not answer", async () => {
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      for (let fault = 0; fault < 12; fault += 1) {
        await callNets("POST", "/emulator/faults", { path: "/payments/", kind: "unavailable" })
      }
      await payAtNets(paymentId)
      await eventually(async () => {
        const receipts = await receiptsOf(suite, sessionId)
        const failed = receipts.filter(({ outcome }) => outcome?.startsWith("failed: nets_unknown"))
        return failed.length === 2
      })
      const view = await viewPayment(paymentId)
      expect(view.deliveries.map(({ attempts }) => attempts)).toEqual([1, 1])
      await callNets("DELETE", "/emulator/faults")
      await suite.database().raw("UPDATE dk_nets_receipt SET next_attempt_at = now()")
      await processReceipts(suite.container())
      const receipts = await receiptsOf(suite, sessionId)
      expect(receipts.map(({ outcome }) => outcome)).toEqual(["order_placed", "order_placed"])
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
    })
  })

  describe("webhooks", () => {
    it("are refused without the session's token, unread and without a word to Nets", async () => {
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      const another = createToken(SECRETS, "nets_webhook", "payses_another")
      const purpose = createToken(SECRETS, "another_purpose", sessionId)
      for (const token of ["", "forged", another, purpose, "emulator-secret-key"]) {
        const answer = await sendWebhook(suite, sessionId, token, webhook(paymentId))
        expect(answer).toMatchObject({ status: 401, text: "" })
      }
      const broken = await sendWebhook(suite, sessionId, "forged", "{ not json")
      expect(broken.status).toBe(401)
      expect(await receiptsOf(suite, sessionId)).toHaveLength(0)
      expect(await viewPayment(paymentId)).toMatchObject({ reads: 0 })
    })

    it("do nothing when they are early, unknown, foreign or not ours, and are acknowledged", async () => {
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      const token = createToken(SECRETS, "nets_webhook", sessionId)
      const other = await startNetsPayment(suite, await createCart(suite))
      await payAtNets(other.paymentId)
      await settled(suite, other.sessionId, 2)
      const bodies = [
        webhook(paymentId),
        webhook(paymentId, "payment.future.status.v3"),
        webhook(other.paymentId, "payment.charge.created.v2"),
        webhook("0".repeat(32), "payment.refund.completed"),
      ]
      for (const body of bodies) {
        expect((await sendWebhook(suite, sessionId, token, body)).status).toBe(200)
      }
      for (const junk of ["", "{", "[]", { event: "x" }]) {
        expect((await sendWebhook(suite, sessionId, token, junk)).status).toBe(200)
      }
      const receipts = await settled(suite, sessionId, 3)
      expect(receipts.map(({ event, outcome }) => [event, outcome])).toEqual([
        // It tells of money that the payment does not show, so it is looked at again.
        ["payment.charge.created.v2", "failed: pending"],
        ["payment.checkout.completed", "pending"],
        ["payment.future.status.v3", "pending"],
        ["payment.refund.completed", "pending"],
      ])
      expect(await ordersOf(suite, cartId)).toHaveLength(0)
      const gone = createToken(SECRETS, "nets_webhook", "payses_gone")
      expect((await sendWebhook(suite, "payses_gone", gone, webhook(paymentId))).status).toBe(200)
      expect(await settled(suite, "payses_gone", 1)).toMatchObject([{ outcome: "foreign_payment" }])
    })

    it("show staff a payment whose session is gone", async () => {
      const { paymentId, sessionId } = await startNetsPayment(suite, await createCart(suite))
      await suite.database().raw("DELETE FROM payment_session WHERE id = ?", [sessionId])
      const token = createToken(SECRETS, "nets_webhook", sessionId)
      await sendWebhook(suite, sessionId, token, webhook(paymentId, "payment.created"))
      expect(await settled(suite, sessionId, 1)).toMatchObject([{ outcome: "session_gone" }])
      await payAtNets(paymentId)
      await leftOpen(suite, sessionId, "paid_without_session")
    })

    it("are listed for staff, who may have one tried again", async () => {
      const headers = await staff(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, await createCart(suite))
      const token = createToken(SECRETS, "nets_webhook", sessionId)
      await sendWebhook(suite, sessionId, token, webhook(paymentId))
      await settled(suite, sessionId, 1)
      const path = "/admin/dk/nets/receipts"
      const list = await suite.call<{ receipts: Receipt[]; count: number }>(
        "GET",
        `${path}?session_id=${sessionId}&state=done`,
        { headers }
      )
      expect(list.body).toMatchObject({ count: 1, receipts: [{ outcome: "pending", attempts: 1 }] })
      const id = list.body.receipts[0]?.id ?? ""
      const again = await suite.call("POST", `${path}/${id}/process`, { headers })
      expect(again.body).toMatchObject({ receipt: { outcome: "pending", attempts: 2 } })
      expect((await suite.call("GET", path)).status).toBe(401)
      expect((await suite.call("POST", `${path}/unknown/process`, { headers })).status).toBe(404)
    })
  })

  describe("what is stored of a payment", () => {
    it("holds neither what a storefront adds nor anything of card or consumer", async () => {
      const cartId = await createCart(suite, { locale: "da-DK" })
      const { paymentId, sessionId, data } = await startNetsPayment(suite, cartId, {
        data: {
          language: "en",
          session_id: "payses_forged",
          payment_id: "f".repeat(32),
          note: "canary-note",
        },
      })
      expect(data.session_id).toBe(sessionId)
      expect(data.hosted_url).toContain("language=en-GB")
      await payAtNets(paymentId)
      await settled(suite, sessionId, 2)
      const stored = JSON.stringify([
        await rows(suite, "SELECT data, metadata FROM payment_session"),
        await rows(suite, "SELECT data, metadata FROM payment"),
        await rows(suite, "SELECT * FROM dk_nets_receipt"),
      ])
      expect(stored).toContain(paymentId)
      for (const canary of [
        "canary",
        "Canary",
        "CANARY",
        "492500",
        "1239",
        "203.0.113",
        "99887766",
        "payses_forged",
        createToken(SECRETS, "nets_webhook", sessionId),
        "emulator-secret-key",
      ]) {
        expect(stored).not.toContain(canary)
      }
      const collectionId = await openPayment(suite, await createCart(suite))
      const other = await suite.call<{
        payment_collection: { payment_sessions: { data: object }[] }
      }>("POST", `/store/payment-collections/${collectionId}/payment-sessions`, {
        headers: shopper(),
        body: { provider_id: "pp_system_default", data: { note: "mine" } },
      })
      expect(other.body.payment_collection.payment_sessions[0]?.data).toMatchObject({
        note: "mine",
      })
    })
  })
}
