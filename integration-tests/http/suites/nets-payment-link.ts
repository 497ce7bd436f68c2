import { delivered, payAtNets, viewPayment } from "../helpers/nets"
import { draftOrder } from "../helpers/drafts"
import { eventually, staff, variantOf } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

type Link = { url: string; amount: number; currency_code: string; expires_at: string }
type LinkAnswer = { payment_link: Link }

const paymentOf = ({ url }: Link): string => new URL(url).pathname.split("/").at(-1) ?? ""

export default (suite: Suite): void => {
  const ask = (headers: Headers, orderId: string, body: object = {}) =>
    suite.call<LinkAnswer>("POST", `/admin/orders/${orderId}/dk-payment-links`, { headers, body })

  /** An order that staff typed in; nothing is paid. */
  const phoneOrder = async (headers: Headers): Promise<string> => {
    const id = await draftOrder(suite, headers, {
      email: "karen@kunde.example",
      handle: "notesbog-havblik",
    })
    const draft = `/admin/draft-orders/${id}`
    await suite.call("POST", `${draft}/buyer`, { headers, body: { type: "private" } })
    const converted = await suite.call("POST", `${draft}/convert-to-order`, { headers, body: {} })
    if (converted.status !== 200) throw new Error(converted.text)
    return id
  }

  const paidOn = async (orderId: string): Promise<{ paid: number; owed: number }> => {
    const { rows } = await suite.database().raw<{ rows: { paid: string; owed: string }[] }>(
      `SELECT (totals->>'paid_total') AS paid, (totals->>'pending_difference') AS owed FROM order_summary
        WHERE order_id = ? ORDER BY version DESC LIMIT 1`,
      [orderId]
    )
    return { paid: Number(rows[0]?.paid), owed: Number(rows[0]?.owed) }
  }

  /** The shopper opens the link and pays; the webhooks alone tell the store. */
  const payLink = async (link: Link): Promise<string> => {
    const paymentId = paymentOf(link)
    await payAtNets(paymentId)
    await eventually(async () => (await viewPayment(paymentId)).deliveries.length > 0)
    await delivered(suite, paymentId)
    return paymentId
  }

  describe("a payment link", () => {
    it("takes the money of a phone order, which is charged when it is sent", async () => {
      const headers = await staff(suite)
      const orderId = await phoneOrder(headers)
      const made = await ask(headers, orderId, { days: 30 })
      expect(made.status).toBe(201)
      const { payment_link: link } = made.body
      expect(link).toMatchObject({ amount: 178, currency_code: "dkk" })
      const days = (Date.parse(link.expires_at) - Date.now()) / 86_400_000
      expect(Math.round(days)).toBe(30)
      // Asked for again, by two at once, it is the same page.
      const again = await Promise.all([ask(headers, orderId), ask(headers, orderId)])
      expect(again.map(({ body }) => body.payment_link.url)).toEqual([link.url, link.url])

      expect((await viewPayment(paymentOf(link))).amount).toBe(17_800)
      const paymentId = await payLink(link)
      const reserved = await ask(headers, orderId)
      expect([reserved.status, reserved.error.code]).toEqual([409, "payment_reserved"])

      await shipOrder(suite, orderId, headers)
      await eventually(async () => (await viewPayment(paymentId)).charged === 17_800)
      await eventually(async () => (await paidOn(orderId)).owed === 0)
      expect(await paidOn(orderId)).toEqual({ paid: 178, owed: 0 })
      const nothing = await ask(headers, orderId)
      expect([nothing.status, nothing.error.code]).toEqual([409, "nothing_owed"])
    })

    it("is made for more orders at once than the pool has connections", async () => {
      const headers = await staff(suite)
      const orders: string[] = []
      for (let made = 0; made < 12; made += 1) orders.push(await phoneOrder(headers))
      const answers = await Promise.all(orders.map((orderId) => ask(headers, orderId)))
      expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
      expect(new Set(answers.map(({ body }) => body.payment_link.url)).size).toBe(12)
    })

    it("takes what an edit added to an order that is paid", async () => {
      const headers = await staff(suite)
      const orderId = await phoneOrder(headers)
      const { body: first } = await ask(headers, orderId)
      const firstId = await payLink(first.payment_link)
      await shipOrder(suite, orderId, headers)
      await eventually(async () => (await viewPayment(firstId)).charged === 17_800)
      await suite.settle()

      const edits = "/admin/order-edits"
      await suite.call("POST", edits, { headers, body: { order_id: orderId } })
      const pen = await variantOf(suite, "fyldepen-aebleblomst")
      const added = await suite.call("POST", `${edits}/${orderId}/items`, {
        headers,
        body: { items: [{ variant_id: pen, quantity: 1 }] },
      })
      if (added.status !== 200) throw new Error(added.text)
      await suite.call("POST", `${edits}/${orderId}/confirm`, { headers, body: {} })
      const { owed } = await paidOn(orderId)
      expect(owed).toBeGreaterThan(0)

      const { body } = await ask(headers, orderId)
      expect(body.payment_link.amount).toBe(owed)
      await payLink(body.payment_link)
      const { rows } = await suite
        .database()
        .raw<{ rows: { amount: string }[] }>(
          "SELECT p.amount::text FROM payment p JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id WHERE l.order_id = ? ORDER BY p.created_at",
          [orderId]
        )
      expect(rows.map(({ amount }) => Number(amount))).toEqual([178, owed])
      expect((await viewPayment(firstId)).cancelled).toBe(0)
    })

    it("paid after its order was cancelled becomes no payment of the order", async () => {
      const headers = await staff(suite)
      const orderId = await phoneOrder(headers)
      const { body } = await ask(headers, orderId)
      const cancelled = await suite.call("POST", `/admin/orders/${orderId}/cancel`, { headers })
      expect(cancelled.status).toBe(200)
      await payLink(body.payment_link)
      const { rows } = await suite.database().raw<{ rows: unknown[] }>("SELECT id FROM payment")
      expect(rows).toEqual([])
    })

    it("names what is wrong, and makes nothing", async () => {
      const headers = await staff(suite)
      const unknown = await ask(headers, "order_unknown")
      expect(unknown.status).toBe(404)
      const orderId = await phoneOrder(headers)
      for (const [body, field] of [
        [{ days: 60 }, "days"],
        [{ provider_id: "pp_system_default" }, "provider_id"],
        [{ provider_id: "pp_nets_elsewhere" }, "provider_id"],
      ] as const) {
        const refused = await ask(headers, orderId, body)
        expect([400, 404]).toContain(refused.status)
        expect(refused.error.message).toContain(field)
      }
      const { rows } = await suite
        .database()
        .raw<{ rows: unknown[] }>("SELECT id FROM payment_session")
      expect(rows).toEqual([])
    })
  })
}
