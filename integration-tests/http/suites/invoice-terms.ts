import { issueMissingInvoices } from "../../../src/workflows/invoice"
import { copenhagenDay } from "../../../src/rules"
import { awaitInvoices, invoicesOf } from "../helpers/invoices"
import { buy, captureOrder, createCart, staff } from "../helpers/shop"
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
}
