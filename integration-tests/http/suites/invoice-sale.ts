import { awaitInvoices, invoicesOf, setBuyer } from "../helpers/invoices"
import { payAtNets, startNetsPayment } from "../helpers/nets"
import {
  buy,
  captureOrder,
  completeCart,
  createCart,
  eventually,
  shopper,
  staff,
} from "../helpers/shop"
import { store } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const SCHOOL = {
  first_name: "Lone",
  last_name: "Lærer",
  company: "Åstrup Skole",
  address_1: "Skolevej 4",
  postal_code: "4690",
  city: "Haslev",
  country_code: "dk",
}
const PUBLIC_BUYER = {
  type: "public",
  ean: "5798000420526",
  company_name: "Faxe Kommune, Åstrup Skole",
  person_reference: "LONE42",
  order_reference: "REK-77",
  accounting_reference: "5010-22",
}
/** Whole øre, as the documents hold them. */
const ore = (kroner: number): number => kroner * 100

const SOLD = {
  kind: "invoice",
  currency: "DKK",
  vat: [{ rate: "25", net: 11040, vat: 2760, gross: 13800 }],
  totals: { net: 11040, vat: 2760, gross: 13800 },
}

export default (suite: Suite): void => {
  describe("an invoice", () => {
    it("of a consumer comes at capture, names nobody and has what the law asks for", async () => {
      const headers = await staff(suite)
      const cartId = await createCart(suite, { email: "karen.privat@kunde.example" })
      const orderId = await buy(suite, cartId)
      await suite.settle()
      expect(await invoicesOf(suite, orderId, headers)).toMatchObject({ invoices: [], missing: [] })
      await captureOrder(suite, orderId, headers)
      const [invoice, ...others] = await awaitInvoices(suite, orderId, headers)
      expect(others).toEqual([])
      expect(invoice).toMatchObject({ series: "test", number: "TEST-1", order_id: orderId })
      expect(invoice?.document).toMatchObject({
        ...SOLD,
        number: "TEST-1",
        series: "test",
        seller: { name: "Nordlys Papir ApS", cvr: "14277137" },
        buyer: { type: "private" },
        lines: [
          {
            description: "Notesbog Havblik",
            quantity: "1",
            unit_price_net: "71.2",
            vat_rate: "25",
            gross: 8900,
          },
          { kind: "shipping", description: "Levering til døren", net: 3920, vat: 980, gross: 4900 },
        ],
        payments: [{ method: "manual", amount: ore(138) }],
        amends: null,
      })
      expect(invoice?.document.buyer).toEqual({ type: "private", name: null, address: null })
      for (const value of ["Karen", "Testvej", "Aarhus", "kunde.example", orderId, cartId]) {
        expect(JSON.stringify(invoice?.document)).not.toContain(value)
      }
    })

    it("of a company names company, address and CVR, and not the contact", async () => {
      const headers = await staff(suite)
      const cartId = await createCart(suite, { billing_address: { ...SCHOOL, city: "Faxe" } })
      await setBuyer(suite, `/store/carts/${cartId}`, shopper(), {
        type: "business",
        cvr: "10150817",
        company_name: "Byens Bøger ApS",
      })
      const orderId = await buy(suite, cartId)
      await captureOrder(suite, orderId, headers)
      const invoices = await awaitInvoices(suite, orderId, headers)
      expect(invoices).toHaveLength(1)
      expect(invoices[0]?.document.buyer).toEqual({
        type: "business",
        company_name: "Byens Bøger ApS",
        cvr: "10150817",
        vat_id: null,
        registration_no: null,
        order_reference: null,
        address: {
          address_1: "Skolevej 4",
          address_2: null,
          postal_code: "4690",
          city: "Faxe",
          country_code: "DK",
        },
      })
      expect(JSON.stringify(invoices[0]?.document)).not.toMatch(/Lone|Lærer|Karen/)
    })

    it("of a phone order for a municipality, marked paid by hand, carries EAN and references", async () => {
      const headers = await staff(suite)
      const products = await suite.call<{ products: { variants: { id: string }[] }[] }>(
        "GET",
        "/admin/products?handle=notesbog-havblik&fields=variants.id",
        { headers }
      )
      const variantId = products.body.products[0]?.variants[0]?.id
      const draft = await suite.call<{ draft_order: { id: string } }>(
        "POST",
        "/admin/draft-orders",
        {
          headers,
          body: {
            region_id: store().regionId,
            sales_channel_id: store().salesChannelId,
            email: "lone@skole.example",
            shipping_address: SCHOOL,
            billing_address: SCHOOL,
            items: [{ variant_id: variantId, quantity: 2 }],
          },
        }
      )
      const orderId = draft.body.draft_order.id
      await setBuyer(suite, `/admin/draft-orders/${orderId}`, headers, PUBLIC_BUYER)
      const path = `/admin/draft-orders/${orderId}/convert-to-order`
      expect((await suite.call("POST", path, { headers })).status).toBe(200)
      await suite.settle()
      expect((await invoicesOf(suite, orderId, headers)).invoices).toEqual([])
      const collection = await suite.call<{ payment_collection: { id: string } }>(
        "POST",
        "/admin/payment-collections",
        { headers, body: { order_id: orderId, amount: 178 } }
      )
      const paid = await suite.call(
        "POST",
        `/admin/payment-collections/${collection.body.payment_collection.id}/mark-as-paid`,
        { headers, body: { order_id: orderId } }
      )
      expect([paid.status, paid.text.slice(0, 200)]).toEqual([200, expect.any(String)])
      const invoices = await awaitInvoices(suite, orderId, headers)
      expect(invoices).toHaveLength(1)
      expect(invoices[0]?.document).toMatchObject({
        buyer: {
          type: "public",
          company_name: "Faxe Kommune, Åstrup Skole",
          ean: "5798000420526",
          person_reference: "LONE42",
          order_reference: "REK-77",
          accounting_reference: "5010-22",
          address: { address_1: "Skolevej 4", postal_code: "4690", city: "Haslev" },
        },
        totals: { gross: 17800, vat: 3560 },
        payments: [{ method: "manual", amount: ore(178) }],
      })
      expect(JSON.stringify(invoices[0]?.document)).not.toContain("Lærer")
    })

    it("comes exactly once for a payment that is captured before the order exists", async () => {
      const headers = await staff(suite)
      const cartId = await createCart(suite)
      const { paymentId } = await startNetsPayment(suite, cartId)
      await payAtNets(paymentId, "swish")
      const orderId = await eventually(async () => {
        const row = await suite
          .database()("order_cart")
          .where({ cart_id: cartId })
          .first<{ order_id: string } | undefined>("order_id")
        return row?.order_id
      })
      const invoices = await awaitInvoices(suite, orderId, headers)
      expect(invoices).toHaveLength(1)
      expect(invoices[0]?.document).toMatchObject({
        ...SOLD,
        payments: [{ method: "nets", amount: ore(138) }],
      })
    })

    it("comes exactly once for an order discounted to zero, at completion", async () => {
      const headers = await staff(suite)
      for (const target_type of ["items", "shipping_methods"] as const) {
        const promotion = await suite.call("POST", "/admin/promotions", {
          headers,
          body: {
            code: `GRATIS-${target_type}`,
            type: "standard",
            status: "active",
            application_method: {
              type: "percentage",
              target_type,
              allocation: "across",
              value: 100,
              currency_code: "dkk",
            },
          },
        })
        expect([promotion.status, promotion.text.slice(0, 80)]).toEqual([200, expect.any(String)])
      }
      const cartId = await createCart(suite)
      await suite.call("POST", `/store/carts/${cartId}/promotions`, {
        headers: shopper(),
        body: { promo_codes: ["GRATIS-items", "GRATIS-shipping_methods"] },
      })
      const orderId = await completeCart(suite, cartId)
      const invoices = await awaitInvoices(suite, orderId, headers)
      expect(invoices).toHaveLength(1)
      expect(invoices[0]?.document).toMatchObject({
        totals: { net: 0, vat: 0, gross: 0 },
        lines: [
          { discount_net: 7120, gross: 0 },
          { discount_net: 3920, gross: 0 },
        ],
        payments: [],
      })
    })

    it("on account comes when the goods leave, with the day they left", async () => {
      const headers = await staff(suite)
      const orderId = await buy(suite, await createCart(suite))
      const { body } = await suite.call<{ order: { items: { id: string }[] } }>(
        "GET",
        `/admin/orders/${orderId}?fields=items.id`,
        { headers }
      )
      const items = body.order.items.map(({ id }) => ({ id, quantity: 1 }))
      const fulfilled = await suite.call<{ order: { fulfillments: { id: string }[] } }>(
        "POST",
        `/admin/orders/${orderId}/fulfillments?fields=fulfillments.id`,
        { headers, body: { items } }
      )
      const fulfillmentId = fulfilled.body.order.fulfillments[0]?.id ?? fulfilled.text
      await suite.settle()
      expect((await invoicesOf(suite, orderId, headers)).invoices).toEqual([])
      const path = `/admin/orders/${orderId}/fulfillments/${fulfillmentId}/shipments`
      expect((await suite.call("POST", path, { headers, body: { items } })).status).toBe(200)
      const [invoice, ...others] = await awaitInvoices(suite, orderId, headers)
      expect(others).toEqual([])
      expect(invoice?.document).toMatchObject({ ...SOLD, payments: [] })
      expect(invoice?.document.delivered_on).toBe(invoice?.issued_on)
    })
  })
}
