import { Modules } from "@medusajs/framework/utils"
import { goLive } from "../helpers/deliveries"
import { draftOrder } from "../helpers/drafts"
import { tamper } from "../helpers/external-invoices"
import { awaitInvoices, setBuyer } from "../helpers/invoices"
import { approvedAccount, cartOf, chooseInvoice, COMPANY, receive } from "../helpers/on-account"
import { shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const complete = (suite: Suite, cartId: string, token: string) =>
  suite.call<{ type: string }>("POST", `/store/carts/${cartId}/complete`, {
    headers: shopper(token),
  })

export default (suite: Suite): void => {
  describe("the limit of an account that buys on invoice", () => {
    it("is not taken by a cart that became no order for a quarter of an hour, and which is judged anew", async () => {
      const headers = await staff(suite)
      const { token, customerId } = await approvedAccount(suite, headers, {
        email: "afbrudt@firma.example",
        limit: 20_000,
      })
      const open = async () =>
        (await suite.call("GET", `/admin/customers/${customerId}/dk-credit`, { headers })).body
      const later = (minutes: number) =>
        suite
          .database()
          .raw("UPDATE dk_invoice_on_account SET reserved_at = now() - make_interval(mins => ?)", [
            minutes,
          ])
      const stuck = await cartOf(suite, COMPANY, token)
      const started = await chooseInvoice(suite, stuck, token)
      const [session] = started.body.payment_collection.payment_sessions
      const payments = suite.container().resolve(Modules.PAYMENT)
      // As a server leaves it that dies between the payment and the order.
      await payments.authorizePaymentSession(session?.id ?? "", {})
      expect(await open()).toMatchObject({ open: 13_800 })
      await later(14)
      expect(await open()).toMatchObject({ open: 13_800 })
      await later(16)
      expect(await open()).toMatchObject({ open: 0 })
      const next = await cartOf(suite, COMPANY, token)
      expect((await chooseInvoice(suite, next, token)).status).toBe(200)
      const answers = await Promise.all(
        [stuck, next].map((cartId) => complete(suite, cartId, token))
      )
      const refused = answers.filter(({ status }) => status === 400)
      expect(refused.map(({ error }) => error.code)).toEqual(["credit_limit_exceeded"])
      expect(answers.filter(({ body }) => body.type === "order")).toHaveLength(1)
      expect(await open()).toMatchObject({ open: 13_800 })
    })

    it("lets such a cart become an order later while there is room for it", async () => {
      const headers = await staff(suite)
      const { token, customerId } = await approvedAccount(suite, headers, {
        email: "senere@firma.example",
        limit: 20_000,
      })
      const cartId = await cartOf(suite, COMPANY, token)
      const started = await chooseInvoice(suite, cartId, token)
      const [session] = started.body.payment_collection.payment_sessions
      const payments = suite.container().resolve(Modules.PAYMENT)
      await payments.authorizePaymentSession(session?.id ?? "", {})
      await suite
        .database()("dk_invoice_on_account")
        .update({ reserved_at: new Date(0) })
      const answer = await complete(suite, cartId, token)
      expect([answer.status, answer.body.type]).toEqual([200, "order"])
      const again = await complete(suite, cartId, token)
      expect([again.status, again.body.type]).toEqual([200, "order"])
      const path = `/admin/customers/${customerId}/dk-credit`
      expect((await suite.call("GET", path, { headers })).body).toMatchObject({ open: 13_800 })
    })

    it("counts an order by phone once it is sent against an invoice", async () => {
      const headers = await staff(suite)
      const { token, customerId } = await approvedAccount(suite, headers, {
        email: "telefon@firma.example",
        limit: 30_000,
      })
      const orderId = await draftOrder(suite, headers, {
        email: "telefon@firma.example",
        handle: "notesbog-havblik",
        customer_id: customerId,
      })
      await setBuyer(suite, `/admin/draft-orders/${orderId}`, headers, COMPANY)
      await suite.call("POST", `/admin/draft-orders/${orderId}/convert-to-order`, { headers })
      const open = async () =>
        (await suite.call("GET", `/admin/customers/${customerId}/dk-credit`, { headers })).body
      expect(await open()).toMatchObject({ open: 0 })
      await shipOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      expect(await open()).toMatchObject({ open: 17_800 })
      const cartId = await cartOf(suite, COMPANY, token)
      const refused = await chooseInvoice(suite, cartId, token)
      expect([refused.status, refused.error.code]).toEqual([400, "credit_limit_exceeded"])
      expect((await receive(suite, orderId, { headers, amount: 8_900 })).status).toBe(201)
      expect(await open()).toMatchObject({ open: 8_900 })
      expect((await chooseInvoice(suite, cartId, token)).status).toBe(200)

      // As if it had been sold in euros, at the rate that the invoice states.
      await tamper(
        suite.database(),
        `UPDATE "order" SET currency_code = 'eur' WHERE id = '${orderId}';
         UPDATE dk_invoice_document SET content = jsonb_set(content::jsonb, '{vat_dkk}', '{"rate": "7.46"}')::text`
      )
      expect(await open()).toMatchObject({ open: 66_394 })
      // Test numbers were trials: once valid ones are given, nobody owes what stands under them.
      await goLive(suite, headers)
      expect(await open()).toMatchObject({ open: 0 })
      expect((await chooseInvoice(suite, cartId, token)).status).toBe(200)
    })
  })
}
