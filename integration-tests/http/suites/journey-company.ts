import { tablesHolding } from "../helpers/canary"
import { awaitInvoices, setBuyer } from "../helpers/invoices"
import { payAtNets, startNetsPayment, viewPayment } from "../helpers/nets"
import {
  ADDRESS,
  captureOrder,
  completeCart,
  createCart,
  register,
  shopper,
  staff,
} from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

/** Everything the contact of the company typed about themselves; none of it is the company's. */
const names = { first_name: "Zqfornavn", last_name: "Zqefternavn" }
const contact = {
  ...names,
  email: "zqkontakt@firma.example",
  phone: "+4520304050",
}
const company = {
  type: "business",
  cvr: "13748136",
  company_name: "Zqfirma Byg ApS",
  company_form: "company",
}

type Payments = { order: { payment_collections: { payments: { id: string }[] }[] } }

export default (suite: Suite): void => {
  describe("a company whose contact is erased before the goods come back", () => {
    it("gets a credit note that names it as the invoice did, and the contact stays forgotten", async () => {
      const headers = await staff(suite)
      const account = await register(suite, contact)
      const cartId = await createCart(suite, {
        token: account.token,
        email: contact.email,
        items: ["kontorstol-lyngby"],
        shipping_address: { ...ADDRESS, ...names, phone: contact.phone },
      })
      await setBuyer(suite, `/store/carts/${cartId}`, shopper(account.token), company)
      const { paymentId } = await startNetsPayment(suite, cartId, { token: account.token })
      await payAtNets(paymentId, "mobilepay")
      const orderId = await completeCart(suite, cartId, account.token)
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      expect(invoice?.document.totals.gross).toBe(400_000)
      expect(JSON.stringify(invoice)).not.toMatch(/zqfornavn|zqefternavn|zqkontakt|20304050/i)

      const erased = await suite.call<{ erasure: { status: string } }>(
        "POST",
        "/admin/privacy/erasures",
        { headers, body: { customer_id: account.customerId, reason: "Fratrådt", grace_hours: 0 } }
      )
      expect(erased.body.erasure.status).toBe("done")
      const values = [...Object.values(names), contact.email, "20304050"]
      for (const value of values) {
        expect([value, await tablesHolding(suite.database(), value)]).toEqual([value, []])
      }

      const { body } = await suite.call<Payments>(
        "GET",
        `/admin/orders/${orderId}?fields=payment_collections.payments.id`,
        { headers }
      )
      const [payment] = body.order.payment_collections.flatMap(({ payments }) => payments)
      const refunded = await suite.call("POST", `/admin/payments/${payment?.id ?? ""}/refund`, {
        headers,
        body: { amount: 4000 },
      })
      expect(refunded.status).toBe(200)
      const [original, note] = await awaitInvoices(suite, orderId, headers, 2)
      expect(original?.document).toEqual(invoice?.document)
      expect(note).toMatchObject({ kind: "credit_note", amends: invoice?.id })
      expect(note?.document.buyer).toEqual(invoice?.document.buyer)
      expect(note?.document.buyer).toMatchObject({
        company_name: company.company_name,
        cvr: company.cvr,
      })
      expect(note?.document.totals).toEqual(invoice?.document.totals)
      expect(await viewPayment(paymentId)).toMatchObject({ charged: 400_000, refunded: 400_000 })
      await suite.settle()
      for (const value of values) {
        expect([value, await tablesHolding(suite.database(), value)]).toEqual([value, []])
      }
    })
  })
}
