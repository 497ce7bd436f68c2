import type {
  AddressProtectionResponse,
  AdminRoles,
  AdminShownAddressesResponse,
} from "../../../src/types/http"
import { draftOrder } from "../helpers/drafts"
import { ADDRESS, buy, createCart, register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const MASK = "•••"

/** Every way of core's to an order or a customer with addresses. */
const waysTo = ({ orderId, customerId }: { orderId: string; customerId: string }) => [
  `/admin/orders/${orderId}`,
  `/admin/orders/${orderId}?fields=shipping_address.address_1`,
  `/admin/orders/${orderId}?fields=*shipping_address,*billing_address,*customer,*customer.addresses,*fulfillments,*fulfillments.delivery_address`,
  `/admin/orders/${orderId}/changes`,
  `/admin/orders/${orderId}/preview`,
  `/admin/orders/${orderId}/dk-invoices`,
  "/admin/orders?limit=100&fields=id,*shipping_address,*billing_address",
  "/admin/orders?limit=100&fields=shipping_address.address_1,shipping_address.postal_code",
  `/admin/customers/${customerId}?fields=*addresses`,
  `/admin/customers/${customerId}/addresses`,
  "/admin/customers?limit=100&fields=*addresses,*orders,*orders.shipping_address",
  "/admin/workflows-executions?limit=100&fields=*",
  "/admin/notifications?limit=100&fields=*",
  "/admin/dk/invoices?limit=100",
]

export default (suite: Suite): void => {
  const protectionOf = (method: string, path: string, headers: Headers) =>
    suite.call<AddressProtectionResponse>(method, `${path}/address-protection`, { headers })
  const show = (path: string, headers: Headers) =>
    suite.call<AdminShownAddressesResponse>("POST", `${path}/shown-addresses`, { headers })

  /** An account with an address book that buys once; its street is `<word>gade 7`. */
  const accountWithOrder = async (word: string) => {
    const account = await register(suite, { email: `${word}@kunde.example` })
    const address = { ...ADDRESS, address_1: `${word}gade 7`, phone: "20998877" }
    const headers = shopper(account.token)
    await suite.call("POST", "/store/customers/me/addresses", { headers, body: address })
    const cartId = await createCart(suite, { ...account, shipping_address: address })
    return { ...account, address, orderId: await buy(suite, cartId, account.token) }
  }

  describe("a protected address", () => {
    it("of an account is nowhere in what staff is answered, until the person lifts it", async () => {
      const headers = await staff(suite)
      const person = await accountWithOrder("zqhemmelig")
      const other = await accountWithOrder("zqnabo")
      await shipOrder(suite, person.orderId, headers)
      const seen = async () => {
        const texts = await Promise.all(
          waysTo(person).map(async (path) => {
            const { status, text } = await suite.call("GET", path, { headers })
            expect([path, status]).toEqual([path, 200])
            return {
              path,
              has: text.includes("zqhemmeliggade"),
              other: text.includes("zqnabogade"),
            }
          })
        )
        return {
          theirs: texts.filter(({ has }) => has).map(({ path }) => path),
          others: texts.filter(({ other }) => other).length,
        }
      }
      const before = await seen()
      expect(before.theirs.length).toBeGreaterThan(7)
      const own = shopper(person.token)
      const me = "/store/customers/me"
      expect((await protectionOf("GET", me, own)).body).toEqual({ address_protection: null })
      const declared = await protectionOf("POST", me, own)
      expect(declared.body.address_protection).toMatchObject({
        source: "self",
        through: "customer",
      })
      expect((await protectionOf("POST", me, own)).body).toEqual(declared.body)
      expect(await seen()).toEqual({ theirs: [], others: before.others })
      const list = await suite.call<{ orders: { id: string; shipping_address: object }[] }>(
        "GET",
        "/admin/orders?limit=100&fields=id,*shipping_address",
        { headers }
      )
      const listed = list.body.orders.find(({ id }) => id === person.orderId)
      expect(listed?.shipping_address).toMatchObject({
        first_name: ADDRESS.first_name,
        address_1: MASK,
        postal_code: MASK,
        city: MASK,
        phone: MASK,
        country_code: "dk",
      })
      // The person's own view and the parcel are as they were.
      const mine = await suite.call("GET", "/store/customers/me/addresses", { headers: own })
      expect(mine.text).toContain("zqhemmeliggade")
      expect((await protectionOf("DELETE", me, own)).status).toBe(200)
      expect((await seen()).theirs).toEqual(before.theirs)
      const rows: unknown = await suite
        .database()("dk_access_protection")
        .where({ customer_id: person.customerId })
        .select("source", "lifted_source")
      expect(rows).toEqual([{ source: "self", lifted_source: "self" }])
      expect(other.orderId).not.toBe(person.orderId)
    })

    it("is declared by a guest at checkout, follows the order, and is shown to who asks", async () => {
      const headers = await staff(suite)
      const address = { ...ADDRESS, address_1: "zqkassegade 1" }
      const cartId = await createCart(suite, { shipping_address: address })
      const cart = `/store/carts/${cartId}`
      expect((await protectionOf("POST", cart, shopper())).body.address_protection).toMatchObject({
        source: "checkout",
      })
      await protectionOf("DELETE", cart, shopper())
      expect((await protectionOf("GET", cart, shopper())).body.address_protection).toBeNull()
      await protectionOf("POST", cart, shopper())
      const orderId = await buy(suite, cartId)
      const path = `/admin/orders/${orderId}`
      const order = await suite.call("GET", path, { headers })
      expect(order.text).not.toContain("zqkassegade")
      expect((await protectionOf("GET", path, headers)).body.address_protection).toMatchObject({
        source: "checkout",
        through: "cart",
      })
      const shown = await show(path, headers)
      expect(shown.body.addresses.map(({ kind, address_1 }) => [kind, address_1])).toEqual([
        ["shipping", "zqkassegade 1"],
        ["billing", "zqkassegade 1"],
      ])
      expect(shown.headers.get("cache-control")).toBe("no-store")
      expect((await show("/admin/orders/order_unknown", headers)).status).toBe(404)
      expect((await show(path, {})).status).toBe(401)
      const taken = await protectionOf("DELETE", cart, shopper())
      expect([taken.status, taken.error.code]).toEqual([409, "cart_completed"])
      const runs = await suite.call("GET", "/admin/workflows-executions?limit=100&fields=*", {
        headers,
      })
      expect(runs.text).not.toContain("zqkassegade")
      expect((await protectionOf("DELETE", path, headers)).status).toBe(200)
      expect((await suite.call("GET", path, { headers })).text).toContain("zqkassegade")
    })

    it("is closed to a signed-in stranger to the cart, and to visitors of an account", async () => {
      const { token } = await register(suite, { email: "zqejer@kunde.example" })
      const stranger = await register(suite, { email: "zqfremmed@kunde.example" })
      const cart = `/store/carts/${await createCart(suite, { token })}`
      for (const method of ["GET", "POST", "DELETE"]) {
        const answer = await protectionOf(method, cart, shopper(stranger.token))
        expect([method, answer.status]).toEqual([method, 404])
        const visitor = await protectionOf(method, "/store/customers/me", shopper())
        expect([method, visitor.status]).toEqual([method, 401])
      }
    })

    it("is declared by staff on the person's word, on draft orders and customers, by who may", async () => {
      const headers = await staff(suite)
      const { customerId, orderId } = await accountWithOrder("zqtelefon")
      const draftId = await draftOrder(suite, headers, {
        email: "zqkladde@kunde.example",
        handle: "notesbog-havblik",
      })
      const draft = `/admin/orders/${draftId}`
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await protectionOf("POST", draft, headers)).body.address_protection).toMatchObject({
        source: "phone",
        through: "order",
      })
      const drafts = `/admin/draft-orders/${draftId}`
      expect((await suite.call("GET", drafts, { headers })).text).not.toContain(ADDRESS.address_1)
      expect(
        (
          await suite.call("GET", "/admin/draft-orders?limit=100&fields=*shipping_address", {
            headers,
          })
        ).text
      ).toContain(MASK)
      const customer = `/admin/customers/${customerId}`
      const order = `/admin/orders/${orderId}`
      await protectionOf("POST", customer, headers)
      expect((await protectionOf("GET", order, stranger)).body.address_protection?.through).toBe(
        "customer"
      )
      const refused = await protectionOf("DELETE", order, headers)
      expect([refused.status, refused.error.code]).toEqual([409, "protected_by_account"])
      const shown = await show(customer, headers)
      expect(shown.body.addresses).toEqual([
        expect.objectContaining({ kind: "account", address_1: "zqtelefongade 7" }),
      ])
      expect((await protectionOf("DELETE", customer, headers)).status).toBe(200)
      expect((await protectionOf("GET", order, headers)).body.address_protection).toBeNull()
      for (const path of ["/admin/customers/cus_unknown", "/admin/orders/order_unknown"]) {
        expect((await protectionOf("POST", path, headers)).status).toBe(404)
      }
    })

    it("is seen by Lager, which ships, and neither shown to nor changed by who has no part in it", async () => {
      const headers = await staff(suite)
      const { customerId, orderId } = await accountWithOrder("zqlager")
      await protectionOf("POST", `/admin/customers/${customerId}`, headers)
      const { body } = await suite.call<AdminRoles>("GET", "/admin/privacy/roles", { headers })
      const user = body.staff.find(({ email }) => email === STRANGER_STAFF.email)
      const give = (role: string | null) =>
        suite.call("POST", "/admin/privacy/roles", {
          headers,
          body: { user_id: user?.user_id, role },
        })
      const colleague = await staff(suite, STRANGER_STAFF)
      const path = `/admin/orders/${orderId}`
      await give("warehouse")
      expect((await suite.call("GET", path, { headers: colleague })).text).toContain("zqlagergade")
      await give("bookkeeper")
      expect((await show(path, colleague)).status).toBe(403)
      expect((await protectionOf("DELETE", path, colleague)).status).toBe(403)
      await give(null)
      expect((await suite.call("GET", path, { headers: colleague })).text).not.toContain(
        "zqlagergade"
      )
    })

    it("is never overwritten by the mask that a form of Admin was filled with", async () => {
      const headers = await staff(suite)
      const { customerId, orderId } = await accountWithOrder("zqformular")
      const customer = `/admin/customers/${customerId}`
      await protectionOf("POST", customer, headers)
      const { body } = await suite.call<{ addresses: { id: string; city: string }[] }>(
        "GET",
        `${customer}/addresses`,
        { headers }
      )
      const [book] = body.addresses
      expect(book?.city).toBe(MASK)
      const writes = [
        [`/admin/orders/${orderId}`, { shipping_address: { ...ADDRESS, city: MASK } }],
        [`${customer}/addresses/${book?.id ?? ""}`, { ...ADDRESS, city: MASK }],
      ] as const
      for (const [path, masked] of writes) {
        const answer = await suite.call("POST", path, { headers, body: masked })
        expect([path, answer.status, answer.error.code]).toEqual([path, 422, "address_is_masked"])
        expect(answer.error.message).toMatch(/^(shipping_address\.)?city: /)
        const whole = path.includes("orders") ? { shipping_address: ADDRESS } : ADDRESS
        const written = await suite.call("POST", path, { headers, body: whole })
        expect([path, written.status]).toEqual([path, 200])
        expect(written.text).not.toContain(ADDRESS.address_1)
      }
      const changes = await suite.call("GET", `/admin/orders/${orderId}/changes`, { headers })
      expect(changes.text).not.toContain("zqformulargade")
      const shown = await show(`/admin/orders/${orderId}`, headers)
      expect(shown.body.addresses[0]?.address_1).toBe(ADDRESS.address_1)
    })

    it("is not answered at all when the database cannot say whose it is", async () => {
      const headers = await staff(suite)
      const { orderId, customerId } = await accountWithOrder("zqfejl")
      await protectionOf("POST", `/admin/customers/${customerId}`, headers)
      const database = suite.database()
      await database.raw("ALTER TABLE dk_access_protection RENAME TO dk_access_protection_away")
      try {
        const answer = await suite.call("GET", `/admin/orders/${orderId}`, { headers })
        expect(answer.status).toBe(500)
        expect(answer.text).not.toContain("zqfejl")
      } finally {
        await database.raw("ALTER TABLE dk_access_protection_away RENAME TO dk_access_protection")
      }
    })
  })
}
