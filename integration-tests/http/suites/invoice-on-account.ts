import { Modules } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../src/rules"
import { addDays } from "../../../src/modules/invoice/domain/due-on"
import { awaitInvoices, invoicesOf } from "../helpers/invoices"
import {
  accountOf,
  approvedAccount,
  buyOnInvoice,
  cartOf,
  chooseInvoice,
  COMPANY,
  ON_ACCOUNT,
  receive,
  SCHOOL,
} from "../helpers/on-account"
import {
  buy,
  createCart,
  openPayment,
  register,
  shopper,
  staff,
  startPayment,
} from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

type Answer = { type: string; error?: { type: string } }

const complete = (suite: Suite, cartId: string, token: string) =>
  suite.call<Answer>("POST", `/store/carts/${cartId}/complete`, { headers: shopper(token) })

const paidStatus = async (suite: Suite, orderId: string, headers: Headers): Promise<string> => {
  const answer = await suite.call<{ order: { payment_status: string } }>(
    "GET",
    `/admin/orders/${orderId}`,
    { headers }
  )
  return answer.body.order.payment_status
}

export default (suite: Suite): void => {
  describe("a purchase on invoice", () => {
    it("of a municipality is invoiced when it is sent, with its last day, and paid in two parts", async () => {
      const headers = await staff(suite)
      const orderId = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
      await suite.settle()
      expect(await invoicesOf(suite, orderId, headers)).toMatchObject({ invoices: [], missing: [] })
      expect(await paidStatus(suite, orderId, headers)).toBe("authorized")
      await shipOrder(suite, orderId, headers)
      const [invoice, ...others] = await awaitInvoices(suite, orderId, headers)
      expect(others).toEqual([])
      const today = copenhagenDay(new Date())
      expect(invoice?.document).toMatchObject({
        buyer: { type: "public", ean: "5798000420526" },
        due_on: addDays(today, 30),
        totals: { gross: 13_800 },
        payments: [],
      })
      expect((await accountOf(suite, orderId, headers)).on_account).toMatchObject({
        number: "TEST-1",
        due_on: addDays(today, 30),
        company_name: "Faxe Kommune, Åstrup Skole",
        amount: 13_800,
        received: 0,
        owed: 13_800,
      })
      const half = await receive(suite, orderId, { headers, amount: 6_900, key: "half-of-it" })
      expect([half.status, half.body.on_account]).toMatchObject([201, { owed: 6_900 }])
      const again = await receive(suite, orderId, { headers, amount: 6_900, key: "half-of-it" })
      expect([again.status, again.body.on_account]).toMatchObject([201, { owed: 6_900 }])
      const tooMuch = await receive(suite, orderId, { headers, amount: 6_901 })
      expect([tooMuch.status, tooMuch.error.code]).toEqual([409, "more_than_owed"])
      expect(await paidStatus(suite, orderId, headers)).toBe("partially_captured")
      const rest = await receive(suite, orderId, { headers, amount: 6_900 })
      expect(rest.body).toMatchObject({
        on_account: { received: 13_800, owed: 0 },
        payments_received: [
          { amount: 6_900, received_on: "2026-11-25", reference: "Faktura", source: "staff" },
          { amount: 6_900 },
        ],
      })
      expect(await paidStatus(suite, orderId, headers)).toBe("captured")
      await suite.settle()
      expect((await invoicesOf(suite, orderId, headers)).invoices).toHaveLength(1)
    })

    it("is refused to people, guests, strangers and companies that nobody approved, before a session is made", async () => {
      const headers = await staff(suite)
      const reasons = async (cartId: string, token?: string) => {
        const answer = await chooseInvoice(suite, cartId, token)
        return [answer.status, answer.error.code]
      }
      const refused = [400, "on_account_not_approved"]
      expect(await reasons(await createCart(suite))).toEqual(refused)
      expect(await reasons(await cartOf(suite, { type: "private" }))).toEqual(refused)
      expect(await reasons(await cartOf(suite, COMPANY))).toEqual(refused)
      const stranger = await register(suite, { email: "ny@firma.example" })
      expect(await reasons(await cartOf(suite, COMPANY, stranger.token), stranger.token)).toEqual(
        refused
      )
      const approved = await approvedAccount(suite, headers, {
        email: "bogholder@firma.example",
        limit: 50_000,
      })
      // Medusa gives a guest's cart to the account whose e-mail was typed.
      const typed = await createCart(suite, { email: approved.email })
      await suite.call("POST", `/store/carts/${typed}/buyer`, { headers: shopper(), body: COMPANY })
      expect(await reasons(typed)).toEqual(refused)
      const path = `/admin/customers/${approved.customerId}/dk-credit/revoke`
      expect((await suite.call("POST", path, { headers })).status).toBe(200)
      expect(await reasons(await cartOf(suite, COMPANY, approved.token), approved.token)).toEqual(
        refused
      )
      const sessions = await suite.database()("payment_session").where({ provider_id: ON_ACCOUNT })
      expect(sessions).toEqual([])
    })

    it("of an authority whose EAN is gone is refused by name", async () => {
      const cartId = await cartOf(suite, SCHOOL)
      await suite.database()("dk_buyer").where({ cart_id: cartId }).update({ ean: null })
      const answer = await chooseInvoice(suite, cartId)
      expect([answer.status, answer.error.code]).toEqual([400, "ean_missing"])
    })

    it("of an approved company has the agreed days, counts until it is paid, and stops at the limit", async () => {
      const headers = await staff(suite)
      const { token, customerId } = await approvedAccount(suite, headers, {
        email: "indkoeb@firma.example",
        limit: 20_000,
        terms_days: 14,
      })
      const orderId = await buyOnInvoice(suite, await cartOf(suite, COMPANY, token), token)
      const credit = async () =>
        (await suite.call("GET", `/admin/customers/${customerId}/dk-credit`, { headers })).body
      expect(await credit()).toMatchObject({ credit: { limit: 20_000 }, open: 13_800 })
      const next = await cartOf(suite, COMPANY, token)
      const refused = await chooseInvoice(suite, next, token)
      expect([refused.status, refused.error.code]).toEqual([400, "credit_limit_exceeded"])
      await shipOrder(suite, orderId, headers)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      expect(invoice?.document.due_on).toBe(addDays(copenhagenDay(new Date()), 14))
      expect(await credit()).toMatchObject({ open: 13_800 })
      expect((await receive(suite, orderId, { headers, amount: 7_600 })).status).toBe(201)
      expect(await credit()).toMatchObject({ open: 6_200 })
      expect((await chooseInvoice(suite, next, token)).status).toBe(200)
    })

    it("is judged again when the order is placed: an approval taken back in between makes no order", async () => {
      const headers = await staff(suite)
      const { token, customerId } = await approvedAccount(suite, headers, {
        email: "sen@firma.example",
        limit: 50_000,
      })
      const cartId = await cartOf(suite, COMPANY, token)
      expect((await chooseInvoice(suite, cartId, token)).status).toBe(200)
      await suite.call("POST", `/admin/customers/${customerId}/dk-credit/revoke`, { headers })
      const answer = await complete(suite, cartId, token)
      expect([answer.status, answer.error.code]).toEqual([400, "on_account_not_approved"])
      const orders = await suite.database()("order").where({ customer_id: customerId })
      expect(orders).toEqual([])
    })

    it("of six carts at once never goes beyond the limit together", async () => {
      const headers = await staff(suite)
      const { token, customerId } = await approvedAccount(suite, headers, {
        email: "hurtig@firma.example",
        limit: 3 * 13_800,
      })
      const carts: string[] = []
      for (let cart = 0; cart < 6; cart++) carts.push(await cartOf(suite, COMPANY, token))
      for (const cart of carts) expect((await chooseInvoice(suite, cart, token)).status).toBe(200)
      const answers = await Promise.all(carts.map((cart) => complete(suite, cart, token)))
      expect(answers.filter(({ body }) => body.type === "order")).toHaveLength(3)
      const path = `/admin/customers/${customerId}/dk-credit`
      expect((await suite.call("GET", path, { headers })).body).toMatchObject({ open: 3 * 13_800 })
    })

    it("that is cancelled is owed no more and frees the limit", async () => {
      const headers = await staff(suite)
      const { token, customerId } = await approvedAccount(suite, headers, {
        email: "fortryder@firma.example",
        limit: 20_000,
      })
      const orderId = await buyOnInvoice(suite, await cartOf(suite, COMPANY, token), token)
      const cancelled = await suite.call("POST", `/admin/orders/${orderId}/cancel`, { headers })
      expect(cancelled.status).toBe(200)
      const path = `/admin/customers/${customerId}/dk-credit`
      expect((await suite.call("GET", path, { headers })).body).toMatchObject({ open: 0 })
      expect((await accountOf(suite, orderId, headers)).on_account.owed).toBe(0)
      const late = await receive(suite, orderId, { headers, amount: 100 })
      expect([late.status, late.error.code]).toEqual([409, "more_than_owed"])
    })

    it("is paid when staff says so and not when a machine captures it", async () => {
      const headers = await staff(suite)
      const orderId = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
      const payments = suite.container().resolve(Modules.PAYMENT)
      const [payment] = await payments.listPayments()
      const id = payment?.id ?? ""
      await expect(payments.capturePayment({ payment_id: id })).rejects.toMatchObject({
        code: "payment_not_registered",
      })
      expect((await accountOf(suite, orderId, headers)).on_account).toMatchObject({
        received: 0,
        owed: 13_800,
      })
      const captured = await suite.call("POST", `/admin/payments/${id}/capture`, {
        headers,
        body: { amount: 100 },
      })
      expect(captured.status).toBe(200)
      expect(await accountOf(suite, orderId, headers)).toMatchObject({
        payments_received: [
          { amount: 10_000, source: "medusa", received_on: copenhagenDay(new Date()) },
        ],
      })
      await suite.settle()
    })

    it("shows nothing of the session's data to the storefront", async () => {
      const cartId = await cartOf(suite, SCHOOL)
      const answer = await startPayment(suite, cartId, {
        provider: ON_ACCOUNT,
        data: { note: "0102030405", session_id: "payses_other" },
      })
      const [session] = answer.body.payment_collection.payment_sessions
      expect(session?.data).toEqual({ session_id: session?.id })
    })

    it("cannot be had for what an order owes: that is for staff", async () => {
      const headers = await staff(suite)
      const cartId = await cartOf(suite, SCHOOL)
      await buy(suite, cartId)
      await suite.database()("cart_payment_collection").where({ cart_id: cartId }).delete()
      const [collection] = await suite.database()<{ payment_collection_id: string }>(
        "order_payment_collection"
      )
      const path = `/store/payment-collections/${collection?.payment_collection_id ?? ""}/payment-sessions`
      const answer = await suite.call("POST", path, {
        headers: shopper(),
        body: { provider_id: ON_ACCOUNT },
      })
      expect([answer.status, answer.error.code]).toEqual([400, "on_account_not_approved"])
      expect(headers).toBeDefined()
      expect(await openPayment(suite, await createCart(suite))).toMatch(/^pay_col/)
    })
  })
}
