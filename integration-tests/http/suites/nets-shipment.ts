import captureMissed from "../../../src/jobs/nets-capture-shipped"
import { captureShipped } from "../../../src/workflows/nets"
import { callNets, delivered, payAtNets, startNetsPayment, viewPayment } from "../helpers/nets"
import { completeCart, createCart, eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Sold = { orderId: string; paymentId: string; headers: Headers }
type Line = { id: string; quantity: number }

/** An order of two notebooks with delivery, paid by card and not charged. */
const sell = async (suite: Suite): Promise<Sold> => {
  const cartId = await createCart(suite, { items: ["notesbog-havblik", "notesbog-havblik"] })
  const { paymentId } = await startNetsPayment(suite, cartId)
  await payAtNets(paymentId)
  const orderId = await completeCart(suite, cartId)
  await delivered(suite, paymentId)
  return { orderId, paymentId, headers: await staff(suite) }
}

const linesOf = async (suite: Suite, { orderId, headers }: Sold): Promise<Line[]> => {
  const { body } = await suite.call<{ order: { items: Line[] } }>(
    "GET",
    `/admin/orders/${orderId}?fields=id,*items`,
    { headers }
  )
  return body.order.items
}

/** Packs some of an order's lines; gives the parcel. */
const pack = async (suite: Suite, sold: Sold, items: Line[]): Promise<string> => {
  const packed = await suite.call<{
    order: { fulfillments: { id: string; created_at: string }[] }
  }>(
    "POST",
    `/admin/orders/${sold.orderId}/fulfillments?fields=id,fulfillments.id,fulfillments.created_at`,
    { headers: sold.headers, body: { items } }
  )
  if (packed.status >= 300) throw new Error(`pack: ${packed.text}`)
  const parcels = packed.body.order.fulfillments.sort((a, b) =>
    a.created_at.localeCompare(b.created_at)
  )
  return parcels.at(-1)?.id ?? ""
}

const send = (suite: Suite, sold: Sold, parcel: string, items: Line[]) =>
  suite.call("POST", `/admin/orders/${sold.orderId}/fulfillments/${parcel}/shipments`, {
    headers: sold.headers,
    body: { items, labels: [] },
  })

const charges = async ({ paymentId }: Sold): Promise<number[]> =>
  (await viewPayment(paymentId)).charges.map(({ amount }) => amount)

const captured = async (suite: Suite, { orderId }: Sold): Promise<number> => {
  const { rows } = await suite.database().raw<{ rows: { total: string }[] }>(
    `SELECT COALESCE(sum(c.amount), 0)::text AS total FROM order_payment_collection l
       JOIN payment p ON p.payment_collection_id = l.payment_collection_id
       JOIN capture c ON c.payment_id = p.id AND c.deleted_at IS NULL WHERE l.order_id = ?`,
    [orderId]
  )
  return Number(rows[0]?.total)
}

const oneOf = (line: Line | undefined): Line[] => [{ id: line?.id ?? "", quantity: 1 }]

export default (suite: Suite): void => {
  describe("money reserved at Nets", () => {
    it("is charged parcel by parcel, and all of it with the last", async () => {
      const sold = await sell(suite)
      const [line] = await linesOf(suite, sold)
      const first = await pack(suite, sold, oneOf(line))
      expect((await send(suite, sold, first, oneOf(line))).status).toBe(200)
      // A notebook of 89 kr. and delivery of 49.
      await eventually(async () => (await charges(sold)).length === 1)
      expect(await charges(sold)).toEqual([13_800])

      const second = await pack(suite, sold, oneOf(line))
      await send(suite, sold, second, oneOf(line))
      await eventually(async () => (await charges(sold)).length === 2)
      expect(await charges(sold)).toEqual([13_800, 8_900])
      expect(await captured(suite, sold)).toBe(227)
      await delivered(suite, sold.paymentId)
    })

    it("is charged once however often and by however many it is asked for", async () => {
      const sold = await sell(suite)
      const [line] = await linesOf(suite, sold)
      const parcel = await pack(suite, sold, oneOf(line))
      await send(suite, sold, parcel, oneOf(line))
      const asked = [1, 2, 3].map(() => captureShipped(suite.container(), sold.orderId))
      await Promise.all([...asked, captureMissed(suite.container())])
      await eventually(async () => (await charges(sold)).length > 0)
      await suite.settle()
      expect(await charges(sold)).toEqual([13_800])
      expect(await captured(suite, sold)).toBe(138)
    })

    it("is charged by the job when Nets did not answer at the moment of sending", async () => {
      const sold = await sell(suite)
      const [line] = await linesOf(suite, sold)
      const all = [{ id: line?.id ?? "", quantity: 2 }]
      const parcel = await pack(suite, sold, all)
      for (let call = 0; call < 2; call += 1) {
        await callNets("POST", "/emulator/faults", { path: "/charges", kind: "unavailable" })
      }
      await send(suite, sold, parcel, all)
      await suite.settle()
      await captureShipped(suite.container(), sold.orderId)
      await captureMissed(suite.container())
      expect(await charges(sold)).toEqual([22_700])
      expect(await captured(suite, sold)).toBe(227)
    })

    it("waits for staff where the store says so, and is nothing's before a parcel has left", async () => {
      const sold = await sell(suite)
      const [line] = await linesOf(suite, sold)
      const all = [{ id: line?.id ?? "", quantity: 2 }]
      const parcel = await pack(suite, sold, all)
      await captureShipped(suite.container(), sold.orderId)
      expect(await charges(sold)).toEqual([])
      await suite
        .database()
        .raw(
          `UPDATE payment SET data = data || '{"capture": "manual"}' WHERE data->>'payment_id' = ?`,
          [sold.paymentId]
        )
      await send(suite, sold, parcel, all)
      await suite.settle()
      await captureShipped(suite.container(), sold.orderId)
      await captureMissed(suite.container())
      expect(await charges(sold)).toEqual([])
    })
  })
}
