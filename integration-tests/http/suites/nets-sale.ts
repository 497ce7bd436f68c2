import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createCartCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { NETS_MODULE } from "../../../src/modules/nets"
import { readSale } from "../../../src/providers/nets/read-sale"
import NetsPaymentProvider from "../../../src/providers/nets/service"
import { setBuyer } from "../helpers/invoices"
import { startNetsPayment, viewPayment } from "../helpers/nets"
import type { NetsView } from "../helpers/nets"
import { ADDRESS, createCart, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const addsUp = ({ items, amount }: NetsView): void => {
  expect(items.reduce((sum, { grossTotalAmount }) => sum + grossTotalAmount, 0)).toBe(amount)
  for (const { netTotalAmount, taxAmount, grossTotalAmount, unitPrice, quantity } of items) {
    expect(netTotalAmount + taxAmount).toBe(grossTotalAmount)
    expect(unitPrice * quantity).toBe(netTotalAmount)
  }
}

type CartTotals = {
  cart: {
    total: number
    discount_total: number
    items: { total: number }[]
    shipping_methods: { total: number }[]
  }
}

const promote = async (suite: Suite, cartId: string, percentage: number): Promise<void> => {
  const code = `RABAT-${percentage.toString()}`
  const promotion = await suite.call("POST", "/admin/promotions", {
    headers: await staff(suite),
    body: {
      code,
      type: "standard",
      status: "active",
      application_method: {
        type: "percentage",
        target_type: "items",
        allocation: "across",
        value: percentage,
        currency_code: "dkk",
      },
    },
  })
  expect(promotion.status).toBe(200)
  const applied = await suite.call("POST", `/store/carts/${cartId}/promotions`, {
    headers: shopper(),
    body: { promo_codes: [code] },
  })
  expect(applied.status).toBe(200)
}

const saleOf = (suite: Suite, sessionId: string) =>
  readSale(suite.database(), suite.container().resolve(ContainerRegistrationKeys.QUERY), sessionId)

export default (suite: Suite): void => {
  describe("what Nets is told of a sale", () => {
    it("is every line after its discount, to the øre", async () => {
      const cartId = await createCart(suite, { items: ["notesbog-havblik", "kontorstol-lyngby"] })
      await promote(suite, cartId, 33)
      const { paymentId } = await startNetsPayment(suite, cartId)
      const view = await viewPayment(paymentId)
      addsUp(view)
      const { body } = await suite.call<CartTotals>(
        "GET",
        `/store/carts/${cartId}?fields=total,discount_total,items.total,shipping_methods.total`,
        { headers: shopper() }
      )
      const { total, discount_total: discount, items, shipping_methods: shipping } = body.cart
      const ore = (kroner: number) => Math.round(kroner * 100)
      expect(discount).toBeGreaterThan(1_000)
      expect(view.amount).toBe(ore(total))
      expect(view.items.map(({ grossTotalAmount }) => grossTotalAmount)).toEqual(
        [...items, ...shipping].map((line) => ore(line.total))
      )
      expect(view.items.every(({ taxRate }) => taxRate === 2_500)).toBe(true)
    })

    it("takes a gift card off as a line of its own", async () => {
      const cartId = await createCart(suite, { locale: "da-DK" })
      await createCartCreditLinesWorkflow(suite.container()).run({
        input: [
          {
            cart_id: cartId,
            amount: 38.5,
            reference: "gift-card",
            reference_id: "gcard_1",
            metadata: null,
          },
        ],
      })
      const { paymentId } = await startNetsPayment(suite, cartId)
      const view = await viewPayment(paymentId)
      addsUp(view)
      expect(view.amount).toBe(9_950)
      expect(view.items.at(-1)).toMatchObject({ name: "Gavekort", grossTotalAmount: -3_850 })
    })

    it("opens an embedded checkout with the public key and without a page", async () => {
      const container = suite.container()
      const { sessionId } = await startNetsPayment(suite, await createCart(suite))
      const cradle = {
        dk_nets: container.resolve(NETS_MODULE),
        query: container.resolve(ContainerRegistrationKeys.QUERY),
        [ContainerRegistrationKeys.PG_CONNECTION]: suite.database(),
      }
      const provider = new NetsPaymentProvider(cradle, { integration: "embedded" })
      const { id, data } = await provider.initiatePayment({
        amount: 138,
        currency_code: "dkk",
        data: { session_id: sessionId, language: "en" },
      })
      const { expires_at: expiresAt, ...rest } = data ?? {}
      expect(typeof expiresAt).toBe("string")
      expect(rest).toEqual({
        session_id: sessionId,
        account: "default",
        capture: "shipment",
        payment_id: id,
        amount: 13_800,
        currency: "DKK",
        status: "pending",
        checkout_key: "emulator-checkout-key",
        checkout_script: `${process.env.NETS_URL ?? ""}/v1/checkout.js?v=1`,
        language: "en-GB",
      })
      expect((await viewPayment(id)).items).toHaveLength(2)
    })

    it("names who buys: the address' person, or the company of the cart's buyer", async () => {
      const cartId = await createCart(suite, { email: "karen@kunde.example" })
      const first = await startNetsPayment(suite, cartId)
      expect(await saleOf(suite, first.sessionId)).toMatchObject({
        needs_shipping: true,
        consumer: {
          email: "karen@kunde.example",
          billing_address: { first_name: ADDRESS.first_name, country_code: "dk" },
          buyer: null,
        },
      })
      const companyCart = await createCart(suite)
      const company = { type: "business", cvr: "13748136", company_name: "Prøve Byg ApS" }
      await setBuyer(suite, `/store/carts/${companyCart}`, shopper(), company)
      const { sessionId } = await startNetsPayment(suite, companyCart)
      expect((await saleOf(suite, sessionId))?.consumer.buyer).toEqual({
        type: "business",
        company_name: "Prøve Byg ApS",
      })
      expect(await saleOf(suite, "payses_unknown")).toBeUndefined()
    })
  })
}
