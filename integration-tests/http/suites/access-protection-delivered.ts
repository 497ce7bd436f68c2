import eraseDelivered from "../../../src/jobs/access-erase-delivered"
import type { AdminShownAddressesResponse } from "../../../src/types/http"
import { tablesHolding } from "../helpers/canary"
import { invoicesOf } from "../helpers/invoices"
import { itemsOf } from "../helpers/order-changes"
import { ADDRESS, buy, captureOrder, createCart, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const DAY = 86_400_000

export default (suite: Suite): void => {
  const night = () => eraseDelivered(suite.container())

  /** A guest says at checkout that the address is protected; it goes to `<word>gade`, the invoice to `<word>hus`. */
  const order = async (headers: Headers, word: string, { isSame = false } = {}) => {
    const shipping = { ...ADDRESS, address_1: `${word}gade 7`, phone: "20998877" }
    const billing = isSame ? shipping : { ...ADDRESS, address_1: `${word}hus 9` }
    const cartId = await createCart(suite, { shipping_address: shipping, billing_address: billing })
    const path = `/store/carts/${cartId}/address-protection`
    await suite.call("POST", path, { headers: shopper() })
    const orderId = await buy(suite, cartId)
    return { orderId, cartId, path: `/admin/orders/${orderId}`, headers }
  }

  const delivered = async (orderId: string, daysAgo: number) => {
    const at = new Date(Date.now() - daysAgo * DAY)
    await suite
      .database()
      .raw(
        `UPDATE fulfillment SET shipped_at = ?, delivered_at = ? WHERE id IN (SELECT fulfillment_id FROM order_fulfillment WHERE order_id = ?)`,
        [at, at, orderId]
      )
  }

  const streetsOf = async (path: string, headers: Headers) => {
    const { body } = await suite.call<AdminShownAddressesResponse>(
      "POST",
      `${path}/shown-addresses`,
      {
        headers,
      }
    )
    return Object.fromEntries(body.addresses.map(({ kind, address_1 }) => [kind, address_1]))
  }

  /** Tables that still hold the street, but for sealed invoices and what Medusa forgets by itself. */
  const left = async (street: string) =>
    (await tablesHolding(suite.database(), street)).filter(
      (table) => !["dk_invoice_document", "workflow_execution"].includes(table)
    )

  describe("the address of a protected person's order", () => {
    it("goes some time after delivery, from every copy; the invoice, names and country stay", async () => {
      const headers = await staff(suite)
      const { orderId, path } = await order(headers, "zqleveret")
      await suite.call("POST", path, {
        headers,
        body: { shipping_address: { ...ADDRESS, address_1: "zqleveretgade 8" } },
      })
      await captureOrder(suite, orderId, headers)
      await suite.settle()
      await shipOrder(suite, orderId, headers)
      await delivered(orderId, 29)
      await night()
      expect((await streetsOf(path, headers)).shipping).toBe("zqleveretgade 8")
      await delivered(orderId, 31)
      const { invoices } = await invoicesOf(suite, orderId, headers)
      expect(invoices).toHaveLength(1)
      await Promise.all([night(), night()])
      await night()
      expect(await streetsOf(path, headers)).toEqual({
        shipping: null,
        billing: null,
        delivery: null,
      })
      expect(await left("zqleveretgade")).toEqual([])
      expect(await left("zqleverethus")).toEqual([])
      const { body } = await suite.call<{ order: { shipping_address: object } }>("GET", path, {
        headers,
      })
      expect(body.order.shipping_address).toMatchObject({
        first_name: ADDRESS.first_name,
        postal_code: null,
        country_code: "dk",
      })
      expect((await suite.call("GET", `${path}/changes`, { headers })).status).toBe(200)
      expect(await invoicesOf(suite, orderId, headers)).toMatchObject({
        invoices: [{ number: invoices[0]?.number }],
      })
    })

    it("waits while a return is open, and until there is a parcel that came", async () => {
      const headers = await staff(suite)
      const { orderId, path } = await order(headers, "zqretur")
      await captureOrder(suite, orderId, headers)
      await delivered(orderId, 60)
      await night()
      expect((await streetsOf(path, headers)).shipping).toBe("zqreturgade 7")
      await shipOrder(suite, orderId, headers)
      await delivered(orderId, 60)
      const [line] = await itemsOf({ suite, headers }, orderId)
      const opened = await suite.call<{ return: { id: string } }>("POST", "/admin/returns", {
        headers,
        body: { order_id: orderId },
      })
      const back = `/admin/returns/${opened.body.return.id}`
      const items = [{ id: line?.id, quantity: 1 }]
      await suite.call("POST", `${back}/request-items`, { headers, body: { items } })
      await suite.call("POST", `${back}/request`, { headers, body: {} })
      await night()
      expect((await streetsOf(path, headers)).shipping).toBe("zqreturgade 7")
      await suite.call("POST", `${back}/cancel`, { headers, body: {} })
      await night()
      expect((await streetsOf(path, headers)).shipping).toBeNull()
    })

    it("stays on an order without a document where the buyer's name and address stand", async () => {
      const headers = await staff(suite)
      const apart = await order(headers, "zqudenbilag")
      const same = await order(headers, "zqsamme", { isSame: true })
      const database = suite.database()
      await database.raw(
        `UPDATE "order" SET billing_address_id = shipping_address_id WHERE id = ?`,
        [same.orderId]
      )
      for (const { orderId } of [apart, same]) {
        // Placed before the plugin invoiced anything.
        await database.raw(`UPDATE "order" SET created_at = '2024-03-05' WHERE id = ?`, [orderId])
        await captureOrder(suite, orderId, headers)
        await suite.settle()
        await shipOrder(suite, orderId, headers)
        await delivered(orderId, 60)
      }
      await night()
      expect(await streetsOf(apart.path, headers)).toEqual({
        shipping: null,
        billing: "zqudenbilaghus 9",
        delivery: null,
      })
      expect(await streetsOf(same.path, headers)).toMatchObject({
        shipping: "zqsammegade 7",
        delivery: null,
      })
      for (const { path } of [apart, same]) {
        const number = await suite.call("POST", `${path}/external-invoices`, {
          headers,
          body: {
            kind: "invoice",
            number: `ZQ${path.slice(-6)}`,
            system: "Bogholder",
            issued_on: "2024-03-06",
          },
        })
        if (number.status >= 300) throw new Error(number.text)
      }
      await night()
      for (const { path } of [apart, same]) {
        expect(await streetsOf(path, headers)).toEqual({
          shipping: null,
          billing: null,
          delivery: null,
        })
      }
    })
  })
}
