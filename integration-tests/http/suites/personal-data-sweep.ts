import { selectRows } from "../../../src/shared/postgres"
import { finishErasures } from "../../../src/workflows/personal-data"
import { printRows, tablesHolding } from "../helpers/canary"
import { buyOnce } from "../helpers/erasures"
import { restoreModes, setModes } from "../helpers/external-invoices"
import { guestLeaves } from "../helpers/guests"
import { awaitInvoices } from "../helpers/invoices"
import { captureOrder, register, shopper, staff } from "../helpers/shop"
import { afterMonths, soldToGuest, sweepAt } from "../helpers/sweeps"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const DELIVERED = `UPDATE fulfillment SET delivered_at = shipped_at WHERE shipped_at IS NOT NULL`

export default (suite: Suite): void => {
  describe("a sweep", () => {
    afterEach(() => {
      restoreModes(suite)
    })

    it("erases a guest's order two years after delivery, then the guest; the invoice stays", async () => {
      const headers = await staff(suite)
      const orderId = await soldToGuest(suite, headers, "zqguest")
      await suite.database().raw(DELIVERED)
      expect((await sweepAt(suite, afterMonths(24, -1))).report.order_contact).toBeUndefined()
      expect(await tablesHolding(suite.database(), "zqgueststreet")).toContain("order_address")

      const sweep = await sweepAt(suite, afterMonths(24, 3))
      expect(sweep).toMatchObject({
        status: "done",
        report: {
          order_contact: { erased: 1, waiting: {}, parked: 0 },
          guest_customer: { erased: 1 },
        },
      })
      expect(await tablesHolding(suite.database(), "zqguest")).toEqual([])
      const order = await suite.call<{ order: { email: string; customer_id: string | null } }>(
        "GET",
        `/admin/orders/${orderId}?fields=id,email,customer_id`,
        { headers }
      )
      const shown = order.body.order
      expect([shown.email, shown.customer_id]).toEqual([`erased+${orderId}@invalid.invalid`, null])
      const list = await suite.call<{ count: number }>("GET", "/admin/orders", { headers })
      expect([list.status, list.body.count]).toEqual([200, 1])
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      expect(invoice?.document).toMatchObject({ cause: "sale", currency: "DKK" })

      const again = await sweepAt(suite, afterMonths(24, 4))
      expect(again.report).toEqual({})
    })

    it("keeps buyer and billing address of an order without invoice until its day, and then finishes by itself", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      // Until the end: what comes after a shipment may still be under way.
      setModes(suite, [{ mode: "off" }])
      const orderId = await soldToGuest(suite, headers, "zqbare", { isInvoiced: false })
      expect((await sweepAt(suite, afterMonths(24, 3))).report).toMatchObject({
        order_contact: { erased: 1 },
      })
      expect(await tablesHolding(database, "zqbarestreet")).toEqual(["order_address"])
      expect(await tablesHolding(database, "zqbare@kunde")).toEqual([])
      const kept = await selectRows(
        database,
        "SELECT order_id, released_at FROM dk_personal_data_restriction"
      )
      expect(kept).toEqual([{ order_id: orderId, released_at: null }])
      await database.raw("UPDATE \"order\" SET created_at = created_at - interval '7 years'")
      await database.raw(
        "UPDATE order_transaction SET created_at = created_at - interval '7 years'"
      )
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqbare")).toEqual([])
    })

    it("erases an account two years after its last act: token, login and name; another's rows stay as they are", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { account, orderId } = await buyOnce(suite, "zqidle")
      await captureOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      const other = await buyOnce(suite, "zqother")
      const rows = async () => [
        await printRows(database, "customer", "id = ?", [other.account.customerId]),
        await printRows(database, "order", "id = ?", [other.orderId]),
        await printRows(database, "order_address", "address_1 = 'zqotherstreet'"),
        await printRows(database, "provider_identity", "entity_id = ?", [other.account.email]),
      ]
      await suite.settle()
      const before = await rows()
      const now = afterMonths(25, 3)
      const sweep = await sweepAt(suite, now)
      // The other one's order is neither captured nor sent.
      expect(sweep.report).toMatchObject({
        order_contact: { erased: 1, waiting: { uncaptured: 1 } },
        inactive_account: { erased: 1, waiting: { uncaptured: 1 } },
      })
      expect(await tablesHolding(database, "zqidle")).toEqual([])
      expect(await rows()).toEqual(before)
      const me = await suite.call("GET", "/store/customers/me", { headers: shopper(account.token) })
      expect(me.status).toBe(401)
      const customers = await suite.call("GET", "/admin/customers", { headers })
      expect(customers.status).toBe(200)
    })

    it("erases an account before its orders, which stay for their own term and are shown until then", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { account, orderId } = await buyOnce(suite, "zqfirst")
      await captureOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await suite.settle()
      await database.raw("UPDATE fulfillment SET delivered_at = now() + interval '2 months'")
      const sweep = await sweepAt(suite, afterMonths(25))
      expect(sweep.report).toMatchObject({ inactive_account: { erased: 1 } })
      expect(sweep.report.order_contact).toBeUndefined()
      expect(await tablesHolding(database, "zqfirststreet")).toContain("order_address")
      expect(await tablesHolding(database, "zqfirstfirst")).not.toContain("customer")
      for (const path of [
        `/admin/orders/${orderId}`,
        "/admin/orders?fields=id,email,*customer",
        "/admin/customers",
      ]) {
        expect([path, (await suite.call("GET", path, { headers })).status]).toEqual([path, 200])
      }
      const me = await suite.call("GET", "/store/orders", { headers: shopper(account.token) })
      expect(me.status).toBe(401)
      expect((await sweepAt(suite, afterMonths(26, 3))).report).toMatchObject({
        order_contact: { erased: 1 },
      })
      expect(await tablesHolding(database, "zqfirst")).toEqual([])
    })

    it("erases an abandoned cart after 90 days, though its row was touched since; a visit keeps an account", async () => {
      const database = suite.database()
      await guestLeaves(suite, "zqcart@kunde.example", { last_name: "zqcartlast" })
      const account = await register(suite, {
        email: "zqvisit@kunde.example",
        last_name: "zqvisitlast",
      })
      await database.raw("UPDATE cart SET updated_at = now() + interval '1 year'")
      expect((await sweepAt(suite, afterMonths(0, 89))).report.abandoned_cart).toBeUndefined()
      const sweep = await sweepAt(suite, afterMonths(0, 92))
      expect(sweep.report).toMatchObject({ abandoned_cart: { erased: 1 } })
      expect(await tablesHolding(database, "zqcart")).toEqual([])

      await database.raw("UPDATE customer SET created_at = created_at - interval '3 years'")
      await suite.call("GET", "/store/customers/me", { headers: shopper(account.token) })
      expect((await sweepAt(suite, afterMonths(23))).report.inactive_account).toBeUndefined()
      expect((await sweepAt(suite, afterMonths(26))).report.inactive_account).toMatchObject({
        erased: 1,
      })
      expect(await tablesHolding(database, "zqvisit")).toEqual([])
    })
  })
}
