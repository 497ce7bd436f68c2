import type { Knex } from "../../../src/shared/postgres"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminFinancialYearsChangeResponse,
  AdminFinancialYearsResponse,
  AdminInvoiceSeriesResponse,
  AdminInvoiceVerificationResponse,
  AdminLackingOrdersResponse,
} from "../../../src/types/http"
import { awaitInvoices, invoicesOf } from "../helpers/invoices"
import { payAtNets, startNetsPayment } from "../helpers/nets"
import { buy, captureOrder, completeCart, createCart, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const SERIES = "/admin/dk/invoice-series"
const YEARS = "/admin/dk/financial-years"

/** An order paid by hand, of real money. */
const sell = async (suite: Suite, headers: Headers): Promise<string> => {
  const orderId = await buy(suite, await createCart(suite))
  await captureOrder(suite, orderId, headers)
  await awaitInvoices(suite, orderId, headers)
  return orderId
}

/** As somebody who owns the database could do it: past the guards of the tables. */
const tamper = (database: Knex, sql: string): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    await transaction.raw(sql)
  })

export default (suite: Suite): void => {
  let headers: Headers

  const goLive = (body: object = { prefix: "F-", first_number: 4_711 }) =>
    suite.call<AdminInvoiceSeriesResponse>("POST", SERIES, { headers, body })
  const verify = async () => {
    const { body } = await suite.call<AdminInvoiceVerificationResponse>(
      "GET",
      "/admin/dk/invoices/verification",
      { headers }
    )
    return body.series
  }
  const changeYears = (body: object) =>
    suite.call<AdminFinancialYearsChangeResponse>("POST", YEARS, { headers, body })
  const numberOf = async (orderId: string) =>
    (await invoicesOf(suite, orderId, headers)).invoices.map(({ number }) => number)
  const refundPart = async (orderId: string) => {
    const path = `/admin/orders/${orderId}?fields=payment_collections.payments.id`
    const { body } = await suite.call<{
      order: { payment_collections: { payments: { id: string }[] }[] }
    }>("GET", path, { headers })
    const id = body.order.payment_collections[0]?.payments[0]?.id ?? ""
    await suite.call("POST", `/admin/payments/${id}/refund`, { headers, body: { amount: 10 } })
    await awaitInvoices(suite, orderId, headers, 2)
  }
  const keptThrough = async (orderId: string) =>
    (await invoicesOf(suite, orderId, headers)).invoices.map(({ keep_through: day }) => day)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  describe("valid numbers", () => {
    it("begin by one act of an operator, go on from the books before, and are never opened twice", async () => {
      const before = await sell(suite, headers)
      const waiting = await buy(suite, await createCart(suite))
      const stranger = await staff(suite, STRANGER_STAFF)
      const body = { prefix: "F-", first_number: 4_711 }
      const refused = await suite.call("POST", SERIES, { headers: stranger, body })
      expect(refused.status).toBe(403)
      const wrong = await goLive({ prefix: "F/", first_number: 0 })
      expect([wrong.status, wrong.error.message]).toEqual([400, expect.stringContaining("prefix")])

      const opened = await goLive()
      expect(opened.status).toBe(201)
      expect(opened.body.invoice_series).toMatchObject([
        { kind: "live", prefix: "F-", first_number: 4_711, next_number: 4_711 },
        { kind: "test", prefix: "TEST-", opened_by: null },
      ])
      const [{ opened_by: by } = { opened_by: null }] = opened.body.invoice_series
      expect(by).toMatch(/^user_/)

      await captureOrder(suite, waiting, headers)
      await awaitInvoices(suite, waiting, headers)
      const first = await sell(suite, headers)
      expect([await numberOf(waiting), await numberOf(first)]).toEqual([["F-4711"], ["F-4712"]])
      // A credit note stands among the numbers of its invoice.
      await refundPart(before)
      expect(await numberOf(before)).toEqual(["TEST-1", "TEST-2"])
      const again = await goLive({ prefix: "G-", first_number: 1 })
      expect([again.status, again.error.code]).toEqual([409, "series_is_live"])
    })

    it("are opened once by two who press the button at the same moment", async () => {
      const answers = await Promise.all([goLive(), goLive(), goLive()])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    })

    it("are never given to money that is none", async () => {
      await goLive()
      const cartId = await createCart(suite)
      const { paymentId } = await startNetsPayment(suite, cartId)
      await payAtNets(paymentId)
      const orderId = await completeCart(suite, cartId)
      await captureOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      expect(await numberOf(orderId)).toEqual(["TEST-1"])
    })

    it("are given by what the account was when the payment was made, not by today's options", async () => {
      await goLive({ first_number: 1 })
      const cartId = await createCart(suite)
      const { paymentId } = await startNetsPayment(suite, cartId)
      const row = suite.database()("dk_nets_payment").where({ payment_id: paymentId })
      expect(await row.clone().first("environment")).toEqual({ environment: "emulator" })
      await row.clone().update({ environment: "live" })
      await payAtNets(paymentId)
      const orderId = await completeCart(suite, cartId)
      await captureOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      expect(await numberOf(orderId)).toEqual(["1"])
    })
  })

  describe("an order whose invoice is held back", () => {
    it("is listed with what it lacks, until that is there", async () => {
      await sell(suite, headers)
      const orderId = await sell(suite, headers)
      const lacking = async () => {
        const path = "/admin/dk/invoices/lacking"
        const { body } = await suite.call<AdminLackingOrdersResponse>("GET", path, { headers })
        return body.orders
      }
      expect(await lacking()).toEqual([])
      const { invoices } = await invoicesOf(suite, orderId, headers)
      const total = (invoices[0]?.document.totals.gross ?? 0) / 100
      await tamper(
        suite.database(),
        `INSERT INTO refund (id, amount, raw_amount, payment_id) SELECT 'ref_large', ${(total + 1).toString()},
           '{"value": "${(total + 1).toString()}"}', p.id FROM payment p JOIN order_payment_collection l USING (payment_collection_id) WHERE l.order_id = '${orderId}';
         UPDATE payment_collection SET refunded_amount = ${(total + 1).toString()}, raw_refunded_amount = '{"value": "${(total + 1).toString()}"}'
          WHERE id = (SELECT payment_collection_id FROM order_payment_collection WHERE order_id = '${orderId}')`
      )
      expect(await lacking()).toMatchObject([
        { order_id: orderId, missing: [{ code: "refund_exceeds_invoice" }] },
      ])
    })
  })

  describe("a series that was tampered with", () => {
    it("names what was changed, taken out or put in", async () => {
      await goLive({ first_number: 1 })
      for (let sale = 0; sale < 3; sale++) await sell(suite, headers)
      const firstBreak = async () => (await verify())[0]?.first_break
      const change = (sql: string) => tamper(suite.database(), sql)
      const [live] = await verify()
      expect(live).toMatchObject({ kind: "live", checked: 3, released: 0, first_break: null })
      expect(live?.head).toMatch(/^[0-9a-f]{64}$/)

      const second = `(SELECT id FROM dk_invoice WHERE number = 2)`
      const altered = (from: string, to: string) =>
        change(
          `UPDATE dk_invoice_document SET content = replace(content, '"gross":${from}', '"gross":${to}') WHERE invoice_id = ${second}`
        )
      await altered("13800", "13801")
      expect(await firstBreak()).toEqual({ number: 2, what: "content_changed" })
      await altered("13801", "13800")

      await change(
        `UPDATE dk_invoice SET number = 4 WHERE number = 3; UPDATE dk_invoice_series SET next_number = 5 WHERE kind = 'live'`
      )
      expect(await firstBreak()).toEqual({ number: 3, what: "number_missing" })
      await change(
        `INSERT INTO dk_invoice (id, controller_id, series_id, number, kind, issued_on, digest, previous_digest)
         SELECT 'dkinv_forged', controller_id, series_id, 3, kind, issued_on, repeat('0', 64), digest FROM dk_invoice WHERE number = 2;
         INSERT INTO dk_invoice_document (id, controller_id, invoice_id, order_id, content)
         SELECT 'dkidoc_forged', controller_id, 'dkinv_forged', order_id, content FROM dk_invoice_document WHERE invoice_id = ${second}`
      )
      expect(await firstBreak()).toEqual({ number: 3, what: "content_changed" })

      await change(`DELETE FROM dk_invoice_document WHERE invoice_id = ${second}`)
      expect(await firstBreak()).toEqual({ number: 2, what: "document_missing" })
      await change(`DELETE FROM dk_invoice WHERE number = 2`)
      expect(await firstBreak()).toEqual({ number: 2, what: "number_missing" })
    })
  })

  describe("financial years", () => {
    const thisYear = new Date().getFullYear()

    it("are made by themselves, and say what is wrong with a table", async () => {
      await sell(suite, headers)
      const { body } = await suite.call<AdminFinancialYearsResponse>("GET", YEARS, { headers })
      const whole = { start: `${thisYear.toString()}-01-01`, end: `${thisYear.toString()}-12-31` }
      expect(body.financial_years).toEqual([whole])
      const gap = {
        start: `${(thisYear + 2).toString()}-01-01`,
        end: `${(thisYear + 2).toString()}-12-31`,
      }
      const refused = await changeYears({ financial_years: [whole, gap] })
      expect([refused.status, refused.error.code]).toEqual([400, "years_gap"])
      expect(refused.error.message).toContain("financial_years.1.start")
      const empty = await changeYears({ financial_years: [] })
      expect([empty.status, empty.error.code]).toEqual([400, "years_empty"])
      const stranger = await staff(suite, STRANGER_STAFF)
      const body403 = { financial_years: [whole] }
      expect((await suite.call("POST", YEARS, { headers: stranger, body: body403 })).status).toBe(
        403
      )
    })

    it("show what a change moves before it does, and move it under a name", async () => {
      const orderId = await sell(suite, headers)
      const year = (from: number, to: number, end: string) => ({
        start: `${from.toString()}-01-01`,
        end: `${to.toString()}-${end}`,
      })
      const [from, to] = [
        `${(thisYear + 5).toString()}-12-31`,
        `${(thisYear + 6).toString()}-06-30`,
      ]
      const years = { financial_years: [year(thisYear, thisYear + 1, "06-30")] }
      const shown = await changeYears({ ...years, preview: true })
      expect(shown.body.moved).toEqual([{ from, to, count: 1 }])
      expect(await keptThrough(orderId)).toEqual([from])

      expect((await changeYears(years)).body.moved).toEqual([{ from, to, count: 1 }])
      expect(await keptThrough(orderId)).toEqual([to])
      expect((await changeYears(years)).body.moved).toEqual([])
      const earlier = { financial_years: [year(thisYear, thisYear, "12-31")] }
      expect((await changeYears(earlier)).body.moved).toEqual([{ from: to, to: from, count: 1 }])
      const rows = await selectRows<{ cause: string; decided_by: string }>(
        suite.database(),
        "SELECT cause, decided_by FROM dk_invoice_keep ORDER BY position"
      )
      expect(rows.map(({ cause }) => cause)).toEqual([
        "issued",
        "financial_years",
        "financial_years",
      ])
      expect(rows[1]?.decided_by).toMatch(/^user_/)
    })
  })
}
