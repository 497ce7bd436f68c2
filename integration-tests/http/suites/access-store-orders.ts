import { createToken } from "../../../src/shared/tokens"
import { selectRows } from "../../../src/shared/postgres"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { awaitInvoices } from "../helpers/invoices"
import { callAsWritten } from "../helpers/routes"
import { buy, captureOrder, createCart, eventually, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Order = { order: { id: string; email: string; shipping_address: { address_1: string } } }

export default (suite: Suite): void => {
  describe("an order in the storefront's API", () => {
    const read = (orderId: string, headers: Headers) =>
      suite.call<Order>("GET", `/store/orders/${orderId}`, { headers })

    const withToken = (token: string): Headers => ({ ...shopper(), "x-dk-invoice-token": token })

    const guest = async (name: string) => {
      const cartId = await createCart(suite, { email: `${name}@kunde.example` })
      const orderId = await buy(suite, cartId)
      const answer = await suite.call<{ token: string }>(
        "POST",
        `/store/orders/${orderId}/dk-invoice-token`,
        { headers: shopper(), body: { cart_id: cartId } }
      )
      return { orderId, token: answer.body.token }
    }

    const hidden = { status: 404, message: "The order was not found." }
    const seen = async (orderId: string, headers: Headers) => {
      const { status, error } = await read(orderId, headers)
      return { status, message: error.message }
    }

    it("is shown to the account it belongs to and to nobody else", async () => {
      const anna = await buyOnce(suite, "zqdooranna")
      const bo = await buyOnce(suite, "zqdoorbo")
      const own = await read(anna.orderId, shopper(anna.account.token))
      expect([own.status, own.body.order.email]).toEqual([200, anna.account.email])
      for (const orderId of [anna.orderId, "order_unknown"]) {
        expect(await seen(orderId, shopper())).toEqual(hidden)
        expect(await seen(orderId, shopper(bo.account.token))).toEqual(hidden)
        expect(
          await seen(orderId, await staff(suite).then((one) => ({ ...shopper(), ...one })))
        ).toEqual(hidden)
      }
      // What an account bought asks for its login, whatever else is shown.
      const made = createToken(
        {
          current: {
            id: "x",
            key: process.env.DK_SECRET ?? "development-only-secret-0123456789abcdef",
          },
          previous: [],
        },
        "order-invoices",
        anna.orderId
      )
      expect(await seen(anna.orderId, withToken(made))).toEqual(hidden)
    })

    it("is shown to its account in a session as well", async () => {
      const { account, orderId } = await buyOnce(suite, "zqdoorsession")
      const session = await suite.call("POST", "/auth/session", {
        headers: { authorization: `Bearer ${account.token}` },
      })
      const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? ""
      expect((await read(orderId, { ...shopper(), cookie })).status).toBe(200)
    })

    it("is shown to a guest who shows the token of the receipt, and of that order only", async () => {
      const one = await guest("zqdoorguest")
      const other = await guest("zqdoorother")
      const shown = await read(one.orderId, withToken(one.token))
      expect([shown.status, shown.body.order.email]).toEqual([200, "zqdoorguest@kunde.example"])
      const retired = createToken(
        { current: { id: "old", key: "a-key-that-is-no-longer-among-the-secrets" }, previous: [] },
        "order-invoices",
        one.orderId
      )
      for (const token of [other.token, retired, "f".repeat(64), "", one.token.slice(1)]) {
        expect(await seen(one.orderId, withToken(token))).toEqual(hidden)
      }
      const inQuery = await suite.call("GET", `/store/orders/${one.orderId}?token=${one.token}`, {
        headers: shopper(),
      })
      expect([400, 404]).toContain(inQuery.status)
    })

    it("stays hidden under other spellings and methods", async () => {
      const { orderId } = await guest("zqdoorspelling")
      for (const path of [
        `/store/orders/${orderId}/`,
        `/STORE/orders/${orderId}`,
        `/store/Orders/${orderId}`,
        `//store/orders/${orderId}`,
        `/store//orders/${orderId}`,
        `/store/orders/%6frder${orderId.slice("order".length)}`,
        `/store/orders/${orderId}?fields=email,*shipping_address`,
      ]) {
        const answer = await callAsWritten(suite, "GET", { path, headers: shopper() })
        expect([path, answer.status]).toEqual([path, 404])
        expect(answer.text).not.toContain("zqdoorspelling")
      }
      const head = await callAsWritten(suite, "HEAD", {
        path: `/store/orders/${orderId}`,
        headers: shopper(),
      })
      expect(head.status).toBe(404)
    })

    it("is nobody's once its buyer was erased", async () => {
      const headers = await staff(suite)
      const one = await guest("zqdoorerased")
      const kept = await buyOnce(suite, "zqdoorkept")
      for (const orderId of [one.orderId, kept.orderId]) {
        await captureOrder(suite, orderId, headers)
        await awaitInvoices(suite, orderId, headers)
      }
      const erase = (body: object) =>
        erasuresOf(suite).erase(headers, {
          ...body,
          reason: "consent_withdrawn",
          override_blocks: true,
          grace_hours: 0,
        })
      await erase({ email: "zqdoorerased@kunde.example" })
      await erase({ customer_id: kept.account.customerId })
      expect(await seen(one.orderId, withToken(one.token))).toEqual(hidden)
      expect((await read(kept.orderId, shopper(kept.account.token))).status).not.toBe(200)
    })

    it("takes a return from its buyer only", async () => {
      const one = await guest("zqdoorreturn")
      const [line] = await selectRows<{ id: string }>(
        suite.database(),
        "SELECT item_id AS id FROM order_item WHERE order_id = ?",
        [one.orderId]
      )
      const options = await suite.call<{ shipping_options: { id: string }[] }>(
        "GET",
        "/admin/shipping-options",
        { headers: await staff(suite) }
      )
      const headers = await staff(suite)
      const { body: order } = await suite.call<{ order: { fulfillments: unknown[] } }>(
        "POST",
        `/admin/orders/${one.orderId}/fulfillments`,
        { headers, body: { items: [{ id: line?.id, quantity: 1 }] } }
      )
      expect(order.order).toBeDefined()
      const ask = (shown: Headers, orderId = one.orderId) =>
        suite.call("POST", "/store/returns", {
          headers: shown,
          body: {
            order_id: orderId,
            items: [{ id: line?.id, quantity: 1 }],
            return_shipping: { option_id: options.body.shipping_options[0]?.id },
          },
        })
      const stranger = await buyOnce(suite, "zqdoorreturner")
      for (const shown of [shopper(), shopper(stranger.account.token), withToken("f".repeat(64))]) {
        for (const orderId of [one.orderId, "order_unknown"]) {
          const answer = await ask(shown, orderId)
          expect([answer.status, answer.error.message]).toEqual([404, hidden.message])
        }
      }
      expect(
        (await suite.call("POST", "/store/returns", { headers: shopper(), body: {} })).status
      ).toBe(400)
      expect((await ask(withToken(one.token))).status).toBe(200)
    })

    it("tells an account that asks to take it over no more than it knows", async () => {
      const one = await guest("zqdoortaken")
      const { account } = await buyOnce(suite, "zqdoortaker")
      const headers = shopper(account.token)
      const path = `/store/orders/${one.orderId}/transfer`
      const asked = await suite.call<Order>(
        "POST",
        `${path}/request?fields=email,*shipping_address`,
        {
          headers,
          body: {},
        }
      )
      expect([asked.status, asked.body.order.id]).toEqual([200, one.orderId])
      expect(asked.text).not.toContain("zqdoortaken")
      expect(asked.text).not.toContain("Testvej")
      expect(await seen(one.orderId, headers)).toEqual(hidden)
      const cancelled = await suite.call("POST", `${path}/cancel`, { headers })
      expect([cancelled.status, cancelled.text.includes("zqdoortaken")]).toEqual([200, false])
      await suite.call("POST", `${path}/request`, { headers, body: {} })
      const { token } = await eventually(async () => {
        const [row] = await selectRows<{ token: string }>(
          suite.database(),
          `SELECT details->>'token' AS token FROM order_change_action
            WHERE order_id = ? AND action = 'TRANSFER_CUSTOMER' ORDER BY created_at DESC LIMIT 1`,
          [one.orderId]
        )
        return row
      })
      const accepted = await suite.call<Order>("POST", `${path}/accept`, {
        headers: shopper(),
        body: { token },
      })
      expect([accepted.status, accepted.body.order.email]).toEqual([
        200,
        "zqdoortaken@kunde.example",
      ])
      expect((await read(one.orderId, headers)).status).toBe(200)
      // The guest's receipt closed when the order became an account's.
      expect(await seen(one.orderId, withToken(one.token))).toEqual(hidden)
    })
  })
}
