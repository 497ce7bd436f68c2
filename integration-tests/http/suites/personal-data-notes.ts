import type { AdminErasureResponse } from "../../../src/types/http"
import { tablesHolding } from "../helpers/canary"
import { ADDRESS, buy, captureOrder, createCart, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { store } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

type Items = { order: { items: { id: string }[] } }
type Payments = { order: { payment_collections: { payments: { id: string }[] }[] } }

/** Everything staff can write on an order, some of it cancelled again: Medusa keeps cancelled changes. */
const writeNotes = async (suite: Suite, orderId: string, headers: Headers): Promise<void> => {
  const send = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await suite.call<Body>(method, path, { headers, ...(body && { body }) })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer.body
  }
  const note = (kind: string) => ({
    description: `zqnote${kind}description`,
    internal_note: `zqnote${kind}internal`,
  })
  const { order } = await send<Items>("GET", `/admin/orders/${orderId}?fields=id,*items`)
  const item = { id: order.items[0]?.id, quantity: 1 }

  await send("POST", "/admin/order-edits", { order_id: orderId, ...note("edit") })
  await send("POST", `/admin/order-edits/${orderId}/items/item/${item.id ?? ""}`, {
    quantity: 2,
    internal_note: "zqnoteedititem",
  })
  await send("DELETE", `/admin/order-edits/${orderId}`)

  const claim = await send<{ claim: { id: string } }>("POST", "/admin/claims", {
    order_id: orderId,
    type: "refund",
    ...note("claim"),
    metadata: { why: "zqnoteclaimmeta" },
  })
  await send("POST", `/admin/claims/${claim.claim.id}/claim-items`, {
    items: [{ ...item, reason: "production_failure", internal_note: "zqnoteclaimitem" }],
  })
  await send("DELETE", `/admin/claims/${claim.claim.id}/request`)

  const exchange = await send<{ exchange: { id: string } }>("POST", "/admin/exchanges", {
    order_id: orderId,
    ...note("exchange"),
  })
  await send("DELETE", `/admin/exchanges/${exchange.exchange.id}/request`)

  const returned = await send<{ return: { id: string } }>("POST", "/admin/returns", {
    order_id: orderId,
    ...note("return"),
    metadata: { why: "zqnotereturnmeta" },
  })
  const returnPath = `/admin/returns/${returned.return.id}`
  await send("POST", `${returnPath}/request-items`, {
    items: [{ ...item, internal_note: "zqnotereturnitem" }],
  })
  await send("POST", `${returnPath}/request`)
  await send("POST", `${returnPath}/receive`, note("receive"))
  await send("POST", `${returnPath}/receive-items`, {
    items: [{ ...item, internal_note: "zqnotereceiveitem" }],
  })
  await send("POST", `${returnPath}/receive/confirm`)

  const paid = await send<Payments>(
    "GET",
    `/admin/orders/${orderId}?fields=id,payment_collections.payments.id`
  )
  const payment = paid.order.payment_collections[0]?.payments[0]?.id ?? ""
  await send("POST", `/admin/payments/${payment}/refund`, { amount: 10, note: "zqnoterefund" })
}

export default (suite: Suite): void => {
  describe("what staff wrote about a customer", () => {
    const erase = async (headers: Headers, body: object) => {
      const answer = await suite.call<AdminErasureResponse>("POST", "/admin/privacy/erasures", {
        headers,
        body: { grace_hours: 0, ...body },
      })
      return answer.body
    }

    it("is exported but for internal notes, and goes with the order's changes, cancelled ones too", async () => {
      const headers = await staff(suite)
      const { customerId, email, token } = await register(suite, { email: "zqnote@kunde.example" })
      const orderId = await buy(suite, await createCart(suite, { token, email }), token)
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await writeNotes(suite, orderId, headers)
      await suite.settle()
      const exported = await suite.call("POST", "/admin/privacy/exports", {
        headers,
        body: { customer_id: customerId },
      })
      for (const text of [
        ...["editdescription", "claimdescription", "claimmeta", "exchangedescription"],
        ...["returndescription", "returnmeta", "refund"],
      ]) {
        expect(exported.text).toContain(`zqnote${text}`)
      }
      for (const text of ["editinternal", "edititem", "exchangeinternal", "receiveinternal"]) {
        expect(exported.text).not.toContain(`zqnote${text}`)
      }
      const { erasure } = await erase(headers, { customer_id: customerId })
      expect(erasure?.status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqnote")).toEqual([])
      for (const path of ["", "/changes", "/preview"]) {
        const answer = await suite.call("GET", `/admin/orders/${orderId}${path}`, { headers })
        expect([path, answer.status]).toEqual([path, 200])
      }
    })

    it("goes from another person's order that was to be transferred, and nothing else of it", async () => {
      const headers = await staff(suite)
      const { customerId } = await register(suite, { email: "zqtaker@kunde.example" })
      const shipping_address = { ...ADDRESS, first_name: "zqgiver" }
      const cartId = await createCart(suite, { email: "zqgiver@kunde.example", shipping_address })
      const orderId = await buy(suite, cartId)
      const asked = await suite.call("POST", `/admin/orders/${orderId}/transfer`, {
        headers,
        body: {
          customer_id: customerId,
          internal_note: "zqgivernote",
          update_order_email: true,
        },
      })
      expect(asked.status).toBe(200)
      const database = suite.database()
      expect(await tablesHolding(database, customerId)).toContain("order_change_action")
      expect((await erase(headers, { customer_id: customerId })).erasure?.status).toBe("done")
      expect(await tablesHolding(database, "zqtaker@")).toEqual([])
      expect(await tablesHolding(database, customerId)).toEqual(
        expect.not.arrayContaining(["order_change_action"])
      )
      expect(await tablesHolding(database, "zqgivernote")).toEqual(["order_change"])
      expect(await tablesHolding(database, "zqgiver@")).toContain("order")
    })

    it("goes from a draft order, its hand-written lines too", async () => {
      const headers = await staff(suite)
      const draft = await suite.call("POST", "/admin/draft-orders", {
        headers,
        body: {
          email: "zqdraft@kunde.example",
          region_id: store().regionId,
          sales_channel_id: store().salesChannelId,
          shipping_address: { ...ADDRESS, first_name: "zqdraftfirst" },
          items: [{ title: "zqdraftline", quantity: 1, unit_price: 100 }],
          metadata: { memo: "zqdraftmemo" },
        },
      })
      expect(draft.status).toBe(200)
      expect((await erase(headers, { email: "zqdraft@kunde.example" })).erasure?.status).toBe(
        "done"
      )
      expect(await tablesHolding(suite.database(), "zqdraft")).toEqual([])
    })
  })
}
