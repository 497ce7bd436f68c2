import { Modules } from "@medusajs/framework/utils"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminErasureCertificate,
  AdminErasurePreviewResponse,
  AdminErasureResponse,
} from "../../../src/types/http"
import { printRows, tablesHolding } from "../helpers/canary"
import {
  buy,
  captureOrder,
  createCart,
  register,
  shopper,
  staff,
  startPayment,
} from "../helpers/shop"
import type { Account, Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

/** An address whose every field holds a text of its own. */
const address = (mark: string) => ({
  first_name: `${mark}first`,
  last_name: `${mark}last`,
  company: `${mark}company`,
  address_1: `${mark}street`,
  address_2: `${mark}floor`,
  postal_code: `${mark}zip`,
  city: `${mark}city`,
  province: `${mark}province`,
  phone: `${mark}phone`,
  country_code: "dk",
  metadata: { door: `${mark}door` },
})

const marksOf = (mark: string): string[] =>
  ["first", "last", "company", "street", "floor", "zip", "city", "province", "phone", "door"].map(
    (field) => mark + field
  )

const post = async (suite: Suite, path: string, headers: Headers, body: object): Promise<void> => {
  const answer = await suite.call("POST", path, { headers, body })
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
}

type Life = { account: Account; orderId: string; cartId: string; typed: string[] }

/** A customer who saves an address, buys, and leaves a cart; staff who edits, ships and notes. Every text is distinct. */
const live = async (suite: Suite, name: string, headers: Headers): Promise<Life> => {
  const account = await register(suite, {
    email: `${name}Mail@Kunde.example`,
    first_name: `${name}accfirst`,
    last_name: `${name}acclast`,
    phone: `${name}accphone`,
    company_name: `${name}acccompany`,
  })
  const own = shopper(account.token)
  await post(suite, "/store/customers/me", own, { metadata: { size: `${name}size` } })
  await post(suite, "/store/customers/me/addresses", own, {
    ...address(`${name}book`),
    address_name: `${name}bookname`,
  })
  const cartId = await createCart(suite, {
    token: account.token,
    email: account.email,
    shipping_address: address(`${name}old`),
    billing_address: address(`${name}bill`),
  })
  await post(suite, `/store/carts/${cartId}`, own, {
    shipping_address: address(`${name}ship`),
    metadata: { note: `${name}cartnote` },
  })
  const orderId = await buy(suite, cartId, account.token)
  await post(suite, `/admin/orders/${orderId}`, headers, {
    shipping_address: address(`${name}moved`),
    metadata: { memo: `${name}ordermemo` },
  })
  await captureOrder(suite, orderId, headers)
  await suite
    .container()
    .resolve(Modules.NOTIFICATION)
    .createNotifications({
      to: account.email,
      channel: "feed",
      template: "order-placed",
      data: { greeting: `${name}greeting` },
      resource_id: orderId,
    })
  await createCart(suite, {
    token: account.token,
    email: account.email,
    shipping_address: address(`${name}left`),
  })
  const typed = [
    ...["accfirst", "acclast", "accphone", "acccompany", "size", "bookname", "cartnote"],
    "ordermemo",
  ].map((field) => name + field)
  const addresses = ["book", "old", "bill", "ship", "moved", "left"].flatMap((kind) =>
    marksOf(name + kind)
  )
  return { account, orderId, cartId, typed: [...typed, ...addresses, `${name}Mail@Kunde.example`] }
}

const TOTALS = `SELECT o.currency_code, s.totals::text AS totals,
    (SELECT json_agg(json_build_object('rate', t.rate, 'price', l.unit_price, 'title', l.title) ORDER BY l.id)::text
       FROM order_item i JOIN order_line_item l ON l.id = i.item_id JOIN order_line_item_tax_line t ON t.item_id = l.id WHERE i.order_id = o.id) AS vat
  FROM "order" o JOIN order_summary s ON s.order_id = o.id WHERE o.id = ? ORDER BY s.version`

export default (suite: Suite): void => {
  describe("the life of a customer, exported and erased", () => {
    const erase = (headers: Headers, body: object) =>
      suite.call<AdminErasureResponse>("POST", "/admin/privacy/erasures", { headers, body })

    it("exports all that was typed and erases it outside sealed documents", async () => {
      const headers = await staff(suite)
      const me = await live(suite, "zqmine", headers)
      const other = await live(suite, "zqother", headers)
      await shipOrder(suite, me.orderId, headers)
      await suite.settle()
      const database = suite.database()

      const exported = await suite.call("POST", "/admin/privacy/exports", {
        headers,
        body: { customer_id: me.account.customerId, profile: "access" },
      })
      expect(exported.status).toBe(200)
      expect(me.typed.filter((text) => !exported.text.includes(text))).toEqual([])
      expect(exported.text.toLowerCase()).not.toContain("zqother")
      expect(exported.text).not.toContain("scrypt")
      expect(exported.text).not.toContain("zqminegreeting")
      const portable = await suite.call<{ data: Record<string, Record<string, unknown>[]> }>(
        "POST",
        "/admin/privacy/exports",
        { headers, body: { email: me.account.email.toUpperCase(), profile: "portability" } }
      )
      expect(portable.text).toContain("zqminebookstreet")
      const whole = exported.body as { data: Record<string, Record<string, unknown>[]> }
      for (const [table, rows] of Object.entries(portable.body.data)) {
        rows.forEach((row, index) => {
          expect(whole.data[table]?.[index]).toMatchObject(row)
        })
      }

      const othersTables = [
        "customer",
        "customer_address",
        "order_address",
        "cart",
        "payment_session",
      ]
      const printOthers = () =>
        Promise.all(
          othersTables.map((table) => printRows(database, table, `t::text ILIKE '%zqother%'`))
        )
      const before = {
        totals: await selectRows(database, TOTALS, [me.orderId]),
        others: await printOthers(),
      }
      const sealed = await printRows(database, "dk_invoice_document", "true")

      const preview = await suite.call<AdminErasurePreviewResponse>(
        "POST",
        "/admin/privacy/erasures/preview",
        { headers, body: { customer_id: me.account.customerId, grace_hours: 0 } }
      )
      expect(preview.status).toBe(200)
      expect(preview.body.preview).toMatchObject({
        already_erased: false,
        blocked: [],
        uncertain_orders: [],
        grace_until: null,
        subject: { name: "zqmineaccfirst zqmineacclast", email: "zqminemail@kunde.example" },
      })
      expect(preview.body.preview.erased_now.map(({ category }) => category)).toEqual(
        expect.arrayContaining([
          "account",
          "login",
          "address",
          "cart",
          "order_contact",
          "sent_message",
        ])
      )

      const erased = await erase(headers, {
        customer_id: me.account.customerId,
        reason: "The customer asked",
        grace_hours: 0,
      })
      expect(erased.body).toMatchObject({ already_erased: false, erasure: { status: "done" } })
      await suite.settle()
      expect(await tablesHolding(database, "zqmine")).toEqual([])
      expect(await selectRows(database, TOTALS, [me.orderId])).toEqual(before.totals)
      expect(await printOthers()).toEqual(before.others)
      expect(await printRows(database, "dk_invoice_document", "true")).toBe(sealed)

      const certificate = await suite.call<{ certificate: AdminErasureCertificate }>(
        "GET",
        `/admin/privacy/erasures/${erased.body.erasure?.id ?? ""}/certificate`,
        { headers }
      )
      expect(certificate.body.certificate).toMatchObject({ complete: true, left: [], waiting: [] })

      const login = await suite.call("POST", "/auth/customer/emailpass", {
        body: { email: me.account.email, password: me.account.password },
      })
      const unknown = await suite.call("POST", "/auth/customer/emailpass", {
        body: { email: "nobody@kunde.example", password: me.account.password },
      })
      expect([login.status, login.text]).toEqual([401, unknown.text])
      for (const path of ["/store/orders", "/store/customers/me"]) {
        const answer = await suite.call("GET", path, { headers: shopper(me.account.token) })
        expect(answer.status).toBe(401)
      }
      const refreshed = await suite.call("POST", "/auth/token/refresh", {
        headers: { authorization: `Bearer ${me.account.token}` },
      })
      expect(refreshed.status).toBe(401)
      const stillIn = await suite.call("GET", "/store/orders", {
        headers: shopper(other.account.token),
      })
      expect(stillIn.status).toBe(200)

      const again = await erase(headers, { customer_id: me.account.customerId, grace_hours: 0 })
      expect(again.status).toBe(200)
      expect(again.body).toMatchObject({
        already_erased: true,
        erasure: { id: erased.body.erasure?.id },
        message: expect.stringContaining("Nothing was changed") as string,
      })
      for (const path of [`/admin/orders/${me.orderId}`, "/admin/orders", "/admin/customers"]) {
        expect((await suite.call("GET", path, { headers })).status).toBe(200)
      }
    })

    it("forgets a guest by e-mail, in any case, once", async () => {
      const headers = await staff(suite)
      const cartId = await createCart(suite, {
        email: "ZqGuest@kunde.example",
        shipping_address: address("zqguest"),
      })
      await startPayment(suite, cartId)
      const body = { email: "zqguest@KUNDE.example", grace_hours: 0 }
      const exported = await suite.call("POST", "/admin/privacy/exports", {
        headers,
        body: { email: body.email },
      })
      expect(marksOf("zqguest").filter((text) => !exported.text.includes(text))).toEqual([])
      expect((await erase(headers, body)).body.erasure?.status).toBe("done")
      await suite.settle()
      expect(await tablesHolding(suite.database(), "zqguest")).toEqual([])
      expect((await erase(headers, body)).body).toMatchObject({ already_erased: true })
    })
  })
}
