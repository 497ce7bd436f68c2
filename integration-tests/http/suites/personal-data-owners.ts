import { request } from "node:http"
import { selectRows } from "../../../src/shared/postgres"
import { tablesHolding } from "../helpers/canary"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { ADDRESS, buy, createCart, eventually, register, shopper, staff } from "../helpers/shop"
import { store } from "../helpers/store"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)

  /** Asks for a cart, and is gone before the answer comes. */
  const askAndLeave = (headers: Record<string, string>, body: object): Promise<void> =>
    new Promise((resolve) => {
      const asked = request(`${suite.baseUrl}/store/carts`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
      })
      asked.on("error", () => undefined)
      asked.end(JSON.stringify(body), () => {
        setTimeout(() => {
          asked.destroy()
          resolve()
        }, 20)
      })
    })

  describe("whose an order is, for an erasure", () => {
    it("leaves a stranger's order made under the account's e-mail to staff", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqowner")
      const cartId = await createCart(suite, {
        email: account.email,
        shipping_address: {
          ...ADDRESS,
          first_name: "zqstrange",
          last_name: "zqownerlast",
          address_1: "zqstrangestreet",
        },
      })
      const orderId = await buy(suite, cartId)
      const [order] = await selectRows<{ customer_id: string }>(
        suite.database(),
        `SELECT customer_id FROM "order" WHERE id = ?`,
        [orderId]
      )
      expect(order?.customer_id).toBe(account.customerId)
      const body = { customer_id: account.customerId }
      const exported = await suite.call("POST", "/admin/privacy/exports", { headers, body })
      expect(exported.text).toContain("zqownerstreet")
      expect(exported.text).not.toContain("zqstrange")
      const request = { ...body, override_blocks: true, grace_hours: 0 }
      expect((await preview(headers, request)).uncertain_orders).toMatchObject([{ id: orderId }])
      await erase(headers, request)
      expect(await tablesHolding(suite.database(), "zqstrangestreet")).toContain("order_address")
      expect((await erase(headers, request)).already_erased).toBe(true)
      await erase(headers, { ...request, confirmed_order_ids: [orderId] })
      await suite.settle()
      expect(await tablesHolding(suite.database(), "zqstrange")).toEqual([])
    })

    it("takes a cart of the account's whose answer never arrived", async () => {
      const headers = await staff(suite)
      const account = await register(suite, { email: "zqlost@kunde.example" })
      await askAndLeave(shopper(account.token), {
        region_id: store().regionId,
        email: account.email,
        shipping_address: { ...ADDRESS, last_name: "zqlostlast" },
      })
      await eventually(async () =>
        (await tablesHolding(suite.database(), "zqlostlast")).includes("cart_address")
      )
      const body = { customer_id: account.customerId, grace_hours: 0 }
      await eventually(async () => (await preview(headers, body)).uncertain_orders.length === 0)
      expect((await erase(headers, body)).erasure?.status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqlost")).toEqual([])
    })

    it("takes an order that was transferred with its new account, and only with it", async () => {
      const headers = await staff(suite)
      const { account: giver, orderId } = await buyOnce(suite, "zqgave")
      const taker = await register(suite, { email: "zqtook@kunde.example" })
      await suite.call("POST", `/admin/orders/${orderId}/transfer`, {
        headers,
        body: { customer_id: taker.customerId },
      })
      const [transfer] = await selectRows<{ token: string }>(
        suite.database(),
        `SELECT details->>'token' AS token FROM order_change_action WHERE order_id = ? AND action = 'TRANSFER_CUSTOMER'`,
        [orderId]
      )
      const token = transfer?.token ?? ""
      const accepted = await suite.call("POST", `/store/orders/${orderId}/transfer/accept`, {
        headers: shopper(taker.token),
        body: { token },
      })
      expect(accepted.status).toBe(200)
      const exportOf = (customer_id: string) =>
        suite.call("POST", "/admin/privacy/exports", { headers, body: { customer_id } })
      expect((await exportOf(giver.customerId)).text).not.toContain(orderId)
      const taken = await exportOf(taker.customerId)
      expect(taken.text).toContain(orderId)
      expect(taken.text).not.toContain(token)

      const body = { customer_id: giver.customerId, override_blocks: true, grace_hours: 0 }
      for (const id of [orderId, "order_unknown"]) {
        const refused = await suite.call("POST", ERASURES, {
          headers,
          body: { ...body, confirmed_order_ids: [id] },
        })
        expect(refused.status).toBe(400)
        expect(refused.error.message).toContain("confirmed_order_ids")
      }
      expect((await erase(headers, body)).erasure?.status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqgavestreet")).toContain("order_address")
    })

    it("lets the person come back with the same e-mail", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqback")
      await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
        grace_hours: 0,
      })
      const again = await buyOnce(suite, "zqback")
      expect(again.account.customerId).not.toBe(account.customerId)
      const orders = await suite.call<{ orders: { id: string }[] }>("GET", "/store/orders", {
        headers: shopper(again.account.token),
      })
      expect(orders.body.orders.map(({ id }) => id)).toEqual([again.orderId])
      expect(again.orderId).not.toBe(orderId)
    })
  })
}
