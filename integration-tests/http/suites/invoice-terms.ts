import { createCartCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { issueMissingInvoices } from "../../../src/workflows/invoice"
import { copenhagenDay } from "../../../src/rules"
import { awaitInvoices, invoicesOf, setBuyer } from "../helpers/invoices"
import type { OrderInvoices } from "../helpers/invoices"
import { makeProduct } from "../helpers/products"
import {
  ADDRESS,
  buy,
  captureOrder,
  createCart,
  shopper,
  staff,
  startPayment,
} from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const RATES = "/admin/dk/exchange-rates"

export default (suite: Suite): void => {
  let headers: Headers
  beforeEach(async () => {
    headers = await staff(suite)
  })

  describe("an invoice in another currency", () => {
    /** The store of the tests sells in kroner only; the currency of a placed order is what decides. */
    const sellIn = async (currency: string): Promise<string> => {
      const orderId = await buy(suite, await createCart(suite))
      await suite.database()("order").where({ id: orderId }).update({ currency_code: currency })
      await captureOrder(suite, orderId, headers)
      await suite.settle()
      return orderId
    }
    const write = (body: object, as = headers) => suite.call("POST", RATES, { headers: as, body })
    const today = copenhagenDay(new Date())
    const rate = { currency: "sek", valid_from: today, rate: "0.6612", source: "Nationalbanken" }

    it("waits for the rate, and then states its VAT in kroner with rate, source and date", async () => {
      const orderId = await sellIn("sek")
      expect(await invoicesOf(suite, orderId, headers)).toMatchObject({
        invoices: [],
        missing: [{ field: "exchange_rate", code: "required" }],
      })
      const old = { ...rate, valid_from: "2026-01-02", rate: "0.5" }
      expect((await write(old)).status).toBe(201)
      expect((await invoicesOf(suite, orderId, headers)).missing).toHaveLength(1)
      expect((await write({ ...rate, rate: "0.6" })).status).toBe(201)
      const { body } = await write(rate)
      expect(body).toMatchObject({
        exchange_rates: [{ currency: "SEK", rate: "0.6612" }, { rate: "0.5" }],
      })
      await issueMissingInvoices(suite.container())
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      expect(invoice?.document).toMatchObject({
        currency: "SEK",
        totals: { vat: 2760 },
        vat_dkk: { vat: 1825, rate: "0.6612", source: "Nationalbanken", date: today },
      })
    })

    it("in euros waits for nothing", async () => {
      const orderId = await sellIn("eur")
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      expect(invoice?.document.vat_dkk).toBeNull()
    })

    it("has rates that only those who look after the settings write, and that are possible", async () => {
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await write(rate, stranger)).status).toBe(403)
      const wrong = { currency: "DKK", valid_from: "2026-02-30", rate: "0", source: " " }
      for (const [field, value] of Object.entries(wrong)) {
        const { status, error } = await write({ ...rate, [field]: value })
        expect([status, error.message]).toEqual([400, expect.stringContaining(field)])
      }
    })
  })

  describe("a private buyer's invoice", () => {
    const wish = { type: "private", name_on_invoice: true }

    it("names them by their wish, as a full one, and its credit note does too", async () => {
      const cartId = await createCart(suite)
      await setBuyer(suite, `/store/carts/${cartId}`, shopper(), wish)
      const orderId = await buy(suite, cartId)
      await captureOrder(suite, orderId, headers)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      expect(invoice?.document).toMatchObject({
        form: "full",
        buyer: {
          type: "private",
          name: "Karen Prøve",
          address: { address_1: "Testvej 7", postal_code: "8000", city: "Aarhus C" },
        },
      })
      const path = `/admin/orders/${orderId}/dk-credit-notes`
      const { body } = await suite.call<OrderInvoices>("POST", path, {
        headers,
        body: { reason: "Ros", amount: 10, paid_back_on: copenhagenDay(new Date()) },
      })
      expect(body.invoices[1]?.document).toMatchObject({
        buyer: { name: "Karen Prøve" },
        payments: [{ method: "other", amount: 1_000 }],
      })
    })

    it("that is to name them needs the address before they pay", async () => {
      const cartId = await createCart(suite, {
        shipping_address: ADDRESS,
        billing_address: { ...ADDRESS, city: "" },
      })
      await setBuyer(suite, `/store/carts/${cartId}`, shopper(), wish)
      const refused = await startPayment(suite, cartId)
      expect([refused.status, refused.error.message]).toEqual([
        400,
        expect.stringContaining("billing_address.city"),
      ])
    })
  })

  describe("gift cards", () => {
    const createProduct = (title: string, price: number, isGiftCard: boolean) =>
      makeProduct(suite, headers, { title, price, isGiftCard })
    const setKind = (id: string, kind: string) =>
      suite.call("POST", `/admin/products/${id}`, {
        headers,
        body: { metadata: { dk_gift_card: kind } },
      })
    const buyAndPay = async (handle: string, cart: Parameters<typeof createCart>[1] = {}) => {
      const cartId = await createCart(suite, { items: [handle], delivery: false, ...cart })
      const orderId = await buy(suite, cartId)
      await captureOrder(suite, orderId, headers)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      return invoice?.document
    }

    it("cannot be bought before the store has said what kind they are, and then carry VAT by it", async () => {
      const card = await createProduct("Gavekort 500", 500, true)
      const cartId = await createCart(suite, { items: [card.handle], delivery: false })
      const refused = await startPayment(suite, cartId)
      expect([refused.status, refused.error.code]).toEqual([409, "gift_card_kind_unset"])

      await setKind(card.id, "multi_purpose")
      expect(await buyAndPay(card.handle)).toMatchObject({
        totals: { gross: 50_000, vat: 0 },
        vat: [{ category: "O" }],
      })
      await setKind(card.id, "single_purpose")
      expect(await buyAndPay(card.handle)).toMatchObject({
        totals: { gross: 50_000, vat: 10_000 },
        vat: [{ category: "S", rate: "25" }],
      })
    })

    it("that pay 400 of an order of 1,000 leave the invoice at 1,000 with VAT of 200", async () => {
      const { handle } = await createProduct("Bogpakke", 1_000, false)
      const cartId = await createCart(suite, { items: [handle], delivery: false })
      await createCartCreditLinesWorkflow(suite.container()).run({
        input: [
          {
            cart_id: cartId,
            amount: 400,
            reference: "gift-card",
            reference_id: "gc_1",
            metadata: {},
          },
        ],
      })
      const orderId = await buy(suite, cartId)
      await captureOrder(suite, orderId, headers)
      const [invoice, ...others] = await awaitInvoices(suite, orderId, headers)
      expect(others).toEqual([])
      expect(invoice?.document).toMatchObject({
        totals: { net: 80_000, vat: 20_000, gross: 100_000 },
        payments: [
          { method: "gift_card", amount: 40_000 },
          { method: "manual", amount: 60_000 },
        ],
      })
    })
  })
}
