import { ADDRESS, buy, createCart, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STAFF, STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import type { AdminRoles, DkRole } from "../../../src/types/http"

const ROLES = "/admin/privacy/roles"

export default (suite: Suite): void => {
  const get = (path: string, headers: Headers) => suite.call("GET", path, { headers })
  const roles = async () =>
    (await suite.call<AdminRoles>("GET", ROLES, { headers: await staff(suite) })).body
  const give = async (role: DkRole | null, email = STRANGER_STAFF.email) => {
    const user = (await roles()).staff.find((one) => one.email === email)
    return suite.call("POST", ROLES, {
      headers: await staff(suite),
      body: { user_id: user?.user_id ?? "", role },
    })
  }
  const sell = async () => {
    const buyer = await register(suite, { email: "zqrolle@kunde.example" })
    const cartId = await createCart(suite, { token: buyer.token, email: "zqrolle@kunde.example" })
    return { ...buyer, orderId: await buy(suite, cartId, buyer.token) }
  }

  describe("roles", () => {
    it("tell who can see everyone until they are given, and are given by owners alone", async () => {
      const before = await roles()
      expect(before).toMatchObject({ platform_rbac: false, without_role: 1, see_everyone: 2 })
      expect(
        before.staff.map(({ email, role, is_operator }) => [email, role, is_operator])
      ).toEqual([
        [STAFF.email, "owner", true],
        [STRANGER_STAFF.email, null, false],
      ])
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await get("/admin/customers", stranger)).status).toBe(200)
      const user = before.staff.find(({ email }) => email === STRANGER_STAFF.email)
      const own = await suite.call("POST", ROLES, {
        headers: stranger,
        body: { user_id: user?.user_id, role: "owner" },
      })
      expect(own.status).toBe(403)
      expect((await give("warehouse")).status).toBe(200)
      expect(await roles()).toMatchObject({ without_role: 0, see_everyone: 1 })
      expect((await give("bookkeeper", STAFF.email)).error.code).toBe("named_in_options")
      const unknown = await suite.call("POST", ROLES, {
        headers: await staff(suite),
        body: { user_id: "user_unknown", role: "owner" },
      })
      expect([unknown.status, unknown.error.message]).toEqual([
        400,
        expect.stringContaining("user_id"),
      ])
    })

    it("are kept as they were given, and the last one counts at once", async () => {
      await give("bookkeeper")
      await give("bookkeeper")
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await get("/admin/dk/invoices", stranger)).status).toBe(200)
      for (const path of ["/admin/customers", "/admin/orders", "/admin/privacy/erasures"]) {
        const { status, text } = await get(path, stranger)
        expect([path, status]).toEqual([path, 403])
        expect(text).toContain("access.operators")
      }
      await give("customer_service")
      expect((await get("/admin/customers", stranger)).status).toBe(200)
      expect((await get("/admin/privacy/erasures", stranger)).status).toBe(403)
      await give("owner")
      expect((await get("/admin/privacy/erasures", stranger)).status).toBe(200)
      await give(null)
      expect((await get("/admin/privacy/erasures", stranger)).status).toBe(403)
      expect((await get("/admin/customers", stranger)).status).toBe(200)
      const rows = await suite.database()("dk_access_role").orderBy("created_at").select("role")
      expect(rows.map(({ role }: { role: string }) => role)).toEqual([
        "bookkeeper",
        "customer_service",
        "owner",
        null,
      ])
      await expect(suite.database()("dk_access_role").delete()).rejects.toThrow(/evidence/)
      await expect(suite.database()("dk_access_role").update({ role: "owner" })).rejects.toThrow(
        /evidence/
      )
    })

    it("reach nobody through what is not about people", async () => {
      const { orderId } = await sell()
      const paths = [
        "/admin/regions?fields=id,*orders,*orders.shipping_address,*orders.customer",
        "/admin/sales-channels?fields=id,orders.email",
      ]
      for (const role of ["bookkeeper", "warehouse"] as const) {
        await give(role)
        const headers = await staff(suite, STRANGER_STAFF)
        expect((await get("/admin/regions?fields=id,*countries", headers)).status).toBe(200)
        for (const path of paths)
          expect([path, (await get(path, headers)).status]).toEqual([path, 403])
      }
      await give(null)
      const headers = await staff(suite, STRANGER_STAFF)
      const [path = ""] = paths
      expect((await get(path, headers)).text).toContain(ADDRESS.address_1)
      const protection = `/admin/orders/${orderId}/address-protection`
      expect((await suite.call("POST", protection, { headers, body: {} })).status).toBe(200)
      expect((await get(path, headers)).text).not.toContain(ADDRESS.address_1)
    })

    it("go with the user: a token that is left over opens nothing", async () => {
      await give("customer_service")
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await get("/admin/customers", stranger)).status).toBe(200)
      const user = (await roles()).staff.find(({ email }) => email === STRANGER_STAFF.email)
      const gone = await suite.call("DELETE", `/admin/users/${user?.user_id ?? ""}`, {
        headers: await staff(suite),
      })
      expect(gone.status).toBe(200)
      for (const path of ["/admin/customers", "/admin/orders", "/admin/dk/invoices"]) {
        expect([path, (await get(path, stranger)).status]).toEqual([path, 401])
      }
    })

    it("show the warehouse what it ships: name, address and phone, no mail and no history", async () => {
      const shipped = await sell()
      await suite
        .database()("order_item")
        .where({ order_id: shipped.orderId })
        .update({ shipped_quantity: suite.database().ref("quantity") })
      const email = "zqrolle@kunde.example"
      const cartId = await createCart(suite, { token: shipped.token, email })
      const orderId = await buy(suite, cartId, shipped.token)
      await give("warehouse")
      const headers = await staff(suite, STRANGER_STAFF)

      const list = await suite.call<{ orders: { id: string }[]; count: number }>(
        "GET",
        "/admin/orders?fields=id,email,*customer,*shipping_address,*billing_address,*items,*payment_collections",
        { headers }
      )
      expect([list.status, list.body.count]).toEqual([200, 1])
      expect(list.body.orders.map(({ id }) => id)).toEqual([orderId])
      expect(list.text).toContain(ADDRESS.address_1)
      expect(list.text).not.toContain("zqrolle")
      const one = await get(
        `/admin/orders/${orderId}?fields=*customer.orders,email,*shipping_address`,
        headers
      )
      expect([one.status, one.text.includes(ADDRESS.last_name)]).toEqual([200, true])
      expect(one.text).not.toContain("zqrolle")
      for (const path of [
        `/admin/orders/${shipped.orderId}`,
        `/admin/orders/${shipped.orderId}/fulfillments/ful_1/shipments`,
      ]) {
        const method = path.endsWith("shipments") ? "POST" : "GET"
        const { status } = await suite.call(method, path, {
          headers,
          ...(method === "POST" && { body: {} }),
        })
        expect([path, status]).toEqual([path, 404])
      }
      for (const search of [
        "q=zqrolle",
        `customer_id=${shipped.customerId}&id=${shipped.orderId}`,
      ]) {
        const answer = await suite.call<{ count: number }>("GET", `/admin/orders?${search}`, {
          headers,
        })
        expect([search, answer.body.count]).toEqual([search, 0])
      }
      for (const path of [
        "/admin/customers",
        "/admin/returns",
        "/admin/payments",
        `/admin/orders/${orderId}/changes`,
      ]) {
        expect([path, (await get(path, headers)).status]).toEqual([path, 403])
      }
      const items = await suite
        .database()("order_item")
        .where({ order_id: orderId })
        .select("item_id", "quantity")
      const ship = await suite.call<{ order: { id: string } }>(
        "POST",
        `/admin/orders/${orderId}/fulfillments`,
        {
          headers,
          body: {
            items: items.map(
              ({ item_id: id, quantity }: { item_id: string; quantity: string }) => ({
                id,
                quantity: Number(quantity),
              })
            ),
          },
        }
      )
      expect([ship.status, ship.body.order.id]).toEqual([200, orderId])
      expect(ship.text).not.toContain("zqrolle")
    })
  })
}
