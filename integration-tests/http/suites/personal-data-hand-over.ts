import { Modules } from "@medusajs/framework/utils"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminHandOver } from "../../../src/types/http"
import { tablesHolding } from "../helpers/canary"
import { buyOnce } from "../helpers/erasures"
import { setBuyer } from "../helpers/invoices"
import {
  ADDRESS,
  buy,
  captureOrder,
  createCart,
  eventually,
  register,
  shopper,
  staff,
} from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const COMPANY = {
  type: "business",
  cvr: "13748136",
  company_name: "Zqstays ApS",
  company_form: "company",
}
const NEW = {
  email: "zqnewcomer@firma.example",
  first_name: "Zqnewfirst",
  last_name: "Zqnewlast",
  phone: "+4520515253",
}
const RESET = "/auth/customer/emailpass"

export default (suite: Suite): void => {
  const handOver = (headers: Headers, body: object) =>
    suite.call<{ hand_over: AdminHandOver }>("POST", "/admin/privacy/hand-overs", { headers, body })

  /** A company's account with a shipped order, one under way, and addresses. */
  const openAccount = async (headers: Headers) => {
    const account = await register(suite, {
      email: "zqold@firma.example",
      first_name: "Zqoldfirst",
      last_name: "Zqoldlast",
      company_name: COMPANY.company_name,
    })
    const asOld = shopper(account.token)
    await setBuyer(suite, "/store/customers/me", asOld, COMPANY)
    const book = { ...ADDRESS, first_name: "Zqoldfirst", last_name: "Zqoldlast" }
    for (const address of [
      {
        ...book,
        company: COMPANY.company_name,
        address_1: "Zqstaysstreet",
        address_2: "Att. Zqoldatt",
      },
      { ...book, address_1: "Zqoldhome" },
    ]) {
      await suite.call("POST", "/store/customers/me/addresses", { headers: asOld, body: address })
    }
    const order = async () => {
      const cartId = await createCart(suite, {
        token: account.token,
        email: account.email,
        shipping_address: { ...book, company: COMPANY.company_name, address_1: "Zqstaysstreet" },
      })
      await setBuyer(suite, `/store/carts/${cartId}`, asOld, {
        ...COMPANY,
        person_reference: "Zqoldref",
      })
      return buy(suite, cartId, account.token)
    }
    const shipped = await order()
    await captureOrder(suite, shipped, headers)
    await shipOrder(suite, shipped, headers)
    await suite.settle()
    return { account, shipped, open: await order() }
  }

  /** "Forgot password" with the new e-mail; gives a login. */
  const resetPassword = async (email: string): Promise<string> => {
    const tokens: string[] = []
    const bus = suite.container().resolve(Modules.EVENT_BUS)
    const listen = ({ data }: { data: { token: string } }): Promise<void> => {
      tokens.push(data.token)
      return Promise.resolve()
    }
    bus.subscribe("auth.password_reset", listen as never, { subscriberId: "zqreset" })
    await suite.call("POST", `${RESET}/reset-password`, { body: { identifier: email } })
    const token = await eventually(() => Promise.resolve(tokens[0]))
    bus.unsubscribe("auth.password_reset", listen as never, { subscriberId: "zqreset" })
    const changed = await suite.call("POST", `${RESET}/update`, {
      headers: { authorization: `Bearer ${token}` },
      body: { password: "a-new-password" },
    })
    expect(changed.status).toBe(200)
    const session = await suite.call<{ token: string }>("POST", RESET, {
      body: { email, password: "a-new-password" },
    })
    expect(session.status).toBe(200)
    return session.body.token
  }

  describe("a company's account with a new contact", () => {
    it("keeps orders and company, forgets the old contact, and lets the new one in", async () => {
      const headers = await staff(suite)
      const { account, shipped, open } = await openAccount(headers)
      const body = { customer_id: account.customerId, ...NEW }
      const answer = await handOver(headers, body)
      expect(answer.status).toBe(201)
      expect(answer.body.hand_over).toMatchObject({
        customer_id: account.customerId,
        complete: true,
        left: [],
        company_orders: 2,
      })
      await suite.settle()
      expect(await tablesHolding(suite.database(), "zqold")).toEqual([])
      expect(
        (await suite.call("GET", "/store/customers/me", { headers: shopper(account.token) })).status
      ).toBe(401)
      const login = { email: account.email, password: account.password }
      expect((await suite.call("POST", RESET, { body: login })).status).toBe(401)
      const orders = await selectRows<{
        id: string
        email: string | null
        customer_id: string
        last_name: string | null
      }>(
        suite.database(),
        `SELECT o.id, o.email, o.customer_id, a.last_name FROM "order" o JOIN order_address a ON a.id = o.shipping_address_id WHERE o.customer_id = ?`,
        [account.customerId]
      )
      expect(orders).toHaveLength(2)
      expect(orders).toContainEqual({
        id: shipped,
        email: `erased+${shipped}@invalid.invalid`,
        customer_id: account.customerId,
        last_name: null,
      })
      expect(orders).toContainEqual({
        id: open,
        email: NEW.email,
        customer_id: account.customerId,
        last_name: NEW.last_name,
      })

      const again = await handOver(headers, body)
      expect(again.body.hand_over.id).toBe(answer.body.hand_over.id)

      const token = await resetPassword(NEW.email)
      const me = await suite.call<{ customer: object }>(
        "GET",
        "/store/customers/me?fields=*addresses",
        { headers: shopper(token) }
      )
      expect(me.body.customer).toMatchObject({
        id: account.customerId,
        company_name: COMPANY.company_name,
        email: NEW.email,
        first_name: NEW.first_name,
        addresses: [{ address_1: "Zqstaysstreet", last_name: null, address_2: null }],
      })
      const listed = await suite.call<{ orders: { id: string }[] }>("GET", "/store/orders", {
        headers: shopper(token),
      })
      expect(listed.body.orders.map(({ id }) => id).sort()).toEqual([shipped, open].sort())
    })

    it("names an order export in its proof that could not be deleted", async () => {
      const headers = await staff(suite)
      const { account } = await openAccount(headers)
      const url = "http://localhost:9000/static/1700000000000-zqexport.csv"
      await suite
        .database()("notification")
        .insert({
          id: "noti_zqexport",
          to: "",
          channel: "feed",
          template: "admin-ui",
          data: JSON.stringify({ file: { url, filename: "1700000000000-order-exports.csv" } }),
        })
      const files = suite.container().resolve(Modules.FILE)
      const refusing = jest
        .spyOn(files, "getDownloadStream")
        .mockRejectedValue(new Error("no access"))
      const answer = await handOver(headers, { customer_id: account.customerId, ...NEW })
      refusing.mockRestore()
      expect(answer.body.hand_over.not_covered).toContainEqual({
        table: "file_storage",
        column: "order_export",
      })
    })

    it("is refused for persons, used e-mails and open erasures, and nothing changes", async () => {
      const headers = await staff(suite)
      const { account: person, orderId } = await buyOnce(suite, "zqperson")
      const refused = async (body: object, field: string) => {
        const answer = await handOver(headers, { ...NEW, ...body })
        expect(answer.error.message).toContain(field)
        expect([400, 404]).toContain(answer.status)
      }
      await refused({ customer_id: person.customerId }, "customer_id")
      await refused({ customer_id: "cus_unknown" }, "customer_id")
      const asPerson = shopper(person.token)
      await setBuyer(suite, "/store/customers/me", asPerson, {
        ...COMPANY,
        company_form: "sole_trader",
      })
      await refused({ customer_id: person.customerId }, "customer_id")
      await setBuyer(suite, "/store/customers/me", asPerson, COMPANY)
      await register(suite, { email: "Zqtaken@firma.example" })
      await refused({ customer_id: person.customerId, email: "zqtaken@firma.example" }, "email")
      for (const about of [{ customer_id: person.customerId }, { order_id: orderId }]) {
        const hold = await suite.call<{ hold: { id: string } }>("POST", "/admin/privacy/holds", {
          headers,
          body: { ...about, kind: "legal_claim", reason: "zqclaim" },
        })
        const held = await handOver(headers, { ...NEW, customer_id: person.customerId })
        expect([held.status, held.error.code]).toEqual([409, "account_held"])
        await suite.call("POST", `/admin/privacy/holds/${hold.body.hold.id}/lift`, { headers })
      }
      await suite.call("POST", "/admin/privacy/erasures", {
        headers,
        body: { customer_id: person.customerId, grace_hours: 24 },
      })
      const open = await handOver(headers, { ...NEW, customer_id: person.customerId })
      expect([open.status, open.error.code]).toEqual([409, "erasure_open"])
      expect(await tablesHolding(suite.database(), "zqnewcomer")).toEqual([])
      expect((await suite.call("GET", "/store/customers/me", { headers: asPerson })).status).toBe(
        200
      )
    })
  })
}
