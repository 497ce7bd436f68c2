import { Modules } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import { dkIssueInvoicesWorkflow, issueMissingInvoices } from "../../../src/workflows/invoice"
import {
  bookkeeperOf,
  numbered,
  restoreModes,
  rowsOf,
  setModes,
} from "../helpers/external-invoices"
import { awaitInvoices, invoicesOf, setBuyer } from "../helpers/invoices"
import { ADDRESS, buy, captureOrder, createCart, eventually, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const TODAY = copenhagenDay(new Date())
const TOMORROW = copenhagenDay(new Date(Date.now() + 36 * 3600 * 1000))

export default (suite: Suite): void => {
  describe("an order that the shop's bookkeeping system invoices", () => {
    let headers: Headers
    let staffed: ReturnType<typeof bookkeeperOf>

    beforeEach(async () => {
      headers = await staff(suite)
      staffed = bookkeeperOf(suite, headers)
      setModes(suite, [{ mode: "external" }])
    })

    afterEach(() => {
      restoreModes(suite)
    })

    it("is asked for once, tells its id, gives the neutral document, and gets no number of ours", async () => {
      const heard: unknown[] = []
      const bus = suite.container().resolve(Modules.EVENT_BUS)
      const listen = ({ data }: { data: unknown }) => {
        heard.push(data)
        return Promise.resolve()
      }
      bus.subscribe("dk_invoice.requested", listen, { subscriberId: "test-requested" })
      const cartId = await createCart(suite, {
        billing_address: { ...ADDRESS, company: "Byens Bøger ApS" },
      })
      await setBuyer(suite, `/store/carts/${cartId}`, shopper(), {
        type: "business",
        cvr: "10150817",
        company_name: "Byens Bøger ApS",
      })
      const orderId = await buy(suite, cartId)
      await suite.settle()
      expect((await staffed.requests()).count).toBe(0)
      await captureOrder(suite, orderId, headers)
      await eventually(async () => (await staffed.requests()).count > 0)
      await suite.settle()
      await Promise.all(
        Array.from({ length: 10 }, () =>
          dkIssueInvoicesWorkflow(suite.container()).run({ input: { order_id: orderId } })
        )
      )
      await issueMissingInvoices(suite.container())

      const { invoice_requests: waiting, count, mode } = await staffed.requests()
      expect([count, mode]).toEqual([1, "external"])
      const [{ id } = { id: "" }] = waiting
      expect(waiting).toMatchObject([
        { order_id: orderId, kind: "invoice", cause: "sale", status: "waiting", answer: null },
      ])
      await eventually(() => Promise.resolve(heard.length > 0))
      expect(heard).toEqual([{ id }])
      bus.unsubscribe("dk_invoice.requested", listen, { subscriberId: "test-requested" })

      const { document } = await staffed.request(id)
      expect(document).toMatchObject({
        schema: "dk-invoice-request/1",
        kind: "invoice",
        is_test: false,
        seller: { cvr: "14277137" },
        buyer: { type: "business", company_name: "Byens Bøger ApS", cvr: "10150817" },
        totals: { net: 11040, vat: 2760, gross: 13800 },
        payments: [{ method: "manual", amount: 13800 }],
      })
      for (const key of ["number", "series", "issued_on", "cause"])
        expect(document).not.toHaveProperty(key)
      expect(JSON.stringify(document)).not.toMatch(/karen/i)
      for (const table of ["", "_document", "_cause", "_keep"]) {
        expect(await rowsOf(suite, `dk_invoice${table}`)).toBe(0)
      }
      const series = "SELECT next_number FROM dk_invoice_series"
      expect(await selectRows(suite.database(), series)).toEqual([{ next_number: 1 }])
    })

    it("waits until its number is there, and its credit note names the number of the sale", async () => {
      const orderId = await staffed.sell()
      expect((await invoicesOf(suite, orderId, headers)).missing).toEqual([])
      const recorded = await staffed.record(orderId, numbered("10047", { system: "E-conomic" }))
      expect([recorded.status, recorded.body.external_invoice]).toEqual([
        201,
        expect.objectContaining({
          ...numbered("10047"),
          order_id: orderId,
          url: null,
          keep_through: `${(new Date().getFullYear() + 5).toString()}-12-31`,
        }),
      ])
      expect((await staffed.requests()).count).toBe(0)
      const again = await staffed.record(orderId, numbered(" 10047 "))
      expect([again.status, again.body]).toEqual([200, recorded.body])

      await staffed.refund(orderId, 38)
      const [waiting] = (await staffed.requests()).invoice_requests
      expect(waiting).toMatchObject({ kind: "credit_note", order_id: orderId })
      const { document } = await staffed.request(waiting?.id ?? "")
      expect(document).toMatchObject({
        kind: "credit_note",
        totals: { net: 3040, vat: 760, gross: 3800 },
        amends: { invoice: { system: "e-conomic", number: "10047", issued_on: TODAY } },
      })
      await staffed.record(orderId, numbered("10048", { kind: "credit_note" }))
      expect((await staffed.requests()).count).toBe(0)
      expect((await staffed.requests("status=answered")).invoice_requests).toMatchObject([
        { kind: "invoice", answer: { number: "10047" } },
        { kind: "credit_note", answer: { number: "10048" } },
      ])
      expect(await rowsOf(suite, "dk_invoice")).toBe(0)
    })

    it("is told of by the repair job when the process died before its event", async () => {
      const orderId = await buy(suite, await createCart(suite))
      await suite.settle()
      const bus = suite.container().resolve(Modules.EVENT_BUS)
      const emit = bus.emit.bind(bus)
      const dying = jest.spyOn(bus, "emit").mockImplementation((events, options) => {
        const isOurs = JSON.stringify(events).includes("dk_invoice.requested")
        return isOurs ? Promise.reject(new Error("killed")) : emit(events, options)
      })
      try {
        const payments = suite.container().resolve(Modules.PAYMENT)
        for (const { id } of await payments.listPayments()) {
          await payments.capturePayment({ payment_id: id })
        }
        await expect(issueMissingInvoices(suite.container())).rejects.toThrow("killed")
      } finally {
        dying.mockRestore()
      }
      const untold = "SELECT order_id FROM dk_invoice_request WHERE told_at IS NULL"
      expect(await selectRows(suite.database(), untold)).toEqual([{ order_id: orderId }])

      const told = jest.spyOn(bus, "emit")
      try {
        await issueMissingInvoices(suite.container())
        await issueMissingInvoices(suite.container())
        const [{ id } = { id: "" }] = (await staffed.requests()).invoice_requests
        const events = told.mock.calls.map(([event]) => event)
        const ours = events.filter((event) =>
          JSON.stringify(event).includes("dk_invoice.requested")
        )
        expect(ours).toEqual([{ name: "dk_invoice.requested", data: { id } }])
      } finally {
        told.mockRestore()
      }
      expect(await selectRows(suite.database(), untold)).toEqual([])
    })

    it("is refused numbers that cannot be, and keeps one that is corrected", async () => {
      const [orderId, other] = [await staffed.sell(), await staffed.sell()]
      await staffed.record(other, numbered("10050"))
      const refused = async (body: object) => {
        const { status, error } = await staffed.record(orderId, body)
        return [status, error.code, error.message.split(":")[0]]
      }
      expect(await refused(numbered("1", { issued_on: TOMORROW }))).toEqual([
        400,
        "in_future",
        "issued_on",
      ])
      expect(await refused(numbered("1", { issued_on: "2026-02-30" }))).toEqual([
        400,
        "invalid",
        "issued_on",
      ])
      expect(await refused(numbered("1", { url: "http://x.example" }))).toEqual([
        400,
        "invalid",
        "url",
      ])
      expect(await refused(numbered("1", { kind: "receipt" }))).toEqual([400, "invalid", "kind"])
      expect((await refused(numbered("10050")))[1]).toBe("number_taken")

      const wrong = await staffed.record(orderId, numbered("10051"))
      const { id } = wrong.body.external_invoice
      expect((await refused(numbered("10051", { kind: "credit_note" })))[1]).toBe("number_known")
      const right = await staffed.record(orderId, numbered("10052", { replaces: id }))
      expect(right.status).toBe(201)
      expect((await refused(numbered("10053", { replaces: id })))[1]).toBe("already_replaced")
      expect((await refused(numbered("10051")))[1]).toBe("already_replaced")
      expect(await staffed.numbers(orderId)).toMatchObject([
        { number: "10051", replaced_by: right.body.external_invoice.id },
        { number: "10052", replaces: id, replaced_by: null },
      ])
      // A number that was typed on the wrong order is free for the right one.
      expect((await staffed.record(other, numbered("10051"))).status).toBe(201)
      const gone = await staffed.record("order_nobody", numbered("1"))
      expect([gone.status, gone.error.type]).toEqual([404, "not_found"])
    })

    it("gets a number once, however many send it at once", async () => {
      const [orderId, other] = [await staffed.sell(), await staffed.sell()]
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          staffed.record(index % 2 === 0 ? orderId : other, numbered("777"))
        )
      )
      const statuses = answers.map(({ status }) => status).sort()
      expect(statuses.filter((status) => status === 201)).toHaveLength(1)
      expect(statuses.filter((status) => status === 409)).toHaveLength(6)
      expect(await rowsOf(suite, "dk_invoice_external")).toBe(1)
    })

    it("lacks what a company's invoice must name, and is asked for once that is there", async () => {
      const cartId = await createCart(suite, {
        billing_address: { ...ADDRESS, city: "Haslev", company: "Byens Bøger ApS" },
      })
      const business = { type: "business", cvr: "10150817", company_name: "Byens Bøger ApS" }
      await setBuyer(suite, `/store/carts/${cartId}`, shopper(), business)
      const orderId = await buy(suite, cartId)
      await suite.database()("order_address").where({ city: "Haslev" }).update({ city: null })
      await captureOrder(suite, orderId, headers)
      await suite.settle()
      const lacking = await suite.call<{ orders: unknown[] }>("GET", "/admin/dk/invoices/lacking", {
        headers,
      })
      expect(lacking.body.orders).toMatchObject([
        { order_id: orderId, missing: [{ field: "billing_address.city" }] },
      ])
      await suite
        .database()("order_address")
        .where({ company: "Byens Bøger ApS" })
        .update({ city: "Haslev" })
      await suite.call("POST", `/admin/orders/${orderId}/dk-invoices`, { headers, body: {} })
      expect((await staffed.requests()).count).toBe(1)
    })
  })

  describe("a shop that switches at a day", () => {
    afterEach(() => {
      restoreModes(suite)
    })

    it("judges each order by the Danish day it was placed, and keeps the way its sale was invoiced", async () => {
      const headers = await staff(suite)
      const staffed = bookkeeperOf(suite, headers)
      setModes(suite, [{ mode: "own" }, { mode: "external", from: TODAY }])
      const late = await staffed.sell()
      const early = await buy(suite, await createCart(suite))
      await suite.settle()
      // Half past eleven in the evening in Denmark, on the day before.
      await suite
        .database()
        .raw(
          `UPDATE "order" SET created_at = ((:day::date)::timestamp - interval '30 minutes') AT TIME ZONE 'Europe/Copenhagen' WHERE id = :id;`,
          { day: TODAY, id: early }
        )
      await suite.database().raw(`UPDATE dk_invoice_series SET starts_at = '2020-01-01'`)
      await captureOrder(suite, early, headers)
      const [invoice] = await awaitInvoices(suite, early, headers)
      expect(invoice?.number).toBe("TEST-1")
      expect(await staffed.requests()).toMatchObject({ count: 1, mode: "external" })
      const refused = await staffed.record(early, numbered("1"))
      expect([refused.status, refused.error.code]).toEqual([409, "invoiced_here"])

      // The periods are changed afterwards: nothing is invoiced twice.
      setModes(suite, [{ mode: "own" }])
      await dkIssueInvoicesWorkflow(suite.container()).run({ input: { order_id: late } })
      expect((await invoicesOf(suite, late, headers)).invoices).toEqual([])
      setModes(suite, [{ mode: "external" }])
      await dkIssueInvoicesWorkflow(suite.container()).run({ input: { order_id: early } })
      expect((await staffed.requests("")).count).toBe(1)
    })
  })
}
