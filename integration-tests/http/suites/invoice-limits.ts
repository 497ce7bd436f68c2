import { draftOrder } from "../helpers/drafts"
import { awaitInvoices, setBuyer } from "../helpers/invoices"
import { approvedAccount, cartOf, chooseInvoice, COMPANY, receive } from "../helpers/on-account"
import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

export default (suite: Suite): void => {
  describe("the limit of an account that buys on invoice", () => {
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
    })
  })
}
