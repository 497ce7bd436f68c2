import type { InvoiceDocument } from "../../../src/modules/invoice"
import { verifyInvoiceSeries } from "../../../src/workflows/invoice"
import { awaitInvoices, invoicesOf } from "../helpers/invoices"
import type { OrderInvoices } from "../helpers/invoices"
import { addToOrder, changePrice, changeQuantity, itemsOf } from "../helpers/order-changes"
import { buy, captureOrder, createCart, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { shipOrder } from "../helpers/warehouse"
import type { Suite } from "../helpers/suite"

const COMPANY = { type: "business", cvr: "10150817", company_name: "Byens Bøger ApS" }

export default (suite: Suite): void => {
  let headers: Headers
  beforeEach(async () => {
    headers = await staff(suite)
  })

  const sell = async (): Promise<string> => {
    const orderId = await buy(suite, await createCart(suite))
    await captureOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    return orderId
  }
  const refund = async (orderId: string, amount: number): Promise<void> => {
    const path = `/admin/orders/${orderId}?fields=payment_collections.payments.id`
    const { body } = await suite.call<{
      order: { payment_collections: { payments: { id: string }[] }[] }
    }>("GET", path, { headers })
    const id = body.order.payment_collections[0]?.payments[0]?.id ?? ""
    await suite.call("POST", `/admin/payments/${id}/refund`, { headers, body: { amount } })
  }
  const post = (orderId: string, body: object) =>
    suite.call<OrderInvoices>("POST", `/admin/orders/${orderId}/dk-credit-notes`, { headers, body })
  const outline = ({ invoices }: OrderInvoices) =>
    invoices.map(({ kind, number, document: { totals, amends, replaces } }) => [
      kind,
      number,
      totals.gross,
      amends?.number ?? replaces?.number ?? null,
    ])
  const expectWhole = async (): Promise<void> => {
    const [series] = await verifyInvoiceSeries(suite.container())
    expect(series?.first_break).toBeNull()
  }

  it("a wrong buyer is corrected as one act: credit note, new invoice, and what was given back again", async () => {
    const orderId = await sell()
    await refund(orderId, 20)
    await awaitInvoices(suite, orderId, headers, 2)
    const { status, body } = await post(orderId, {
      reason: "Skal stå på firmaet",
      new_invoice: { buyer: COMPANY },
    })
    expect(status).toBe(201)
    expect(outline(body)).toEqual([
      ["invoice", "TEST-1", 13800, null],
      ["credit_note", "TEST-2", 2000, "TEST-1"],
      ["credit_note", "TEST-3", 11800, "TEST-1"],
      ["invoice", "TEST-4", 13800, "TEST-1"],
      ["credit_note", "TEST-5", 2000, "TEST-4"],
    ])
    const documents = body.invoices.map(({ document }): InvoiceDocument => document)
    expect(documents[2]).toMatchObject({ reason: "Skal stå på firmaet", payments: [] })
    expect(documents[2]?.buyer.type).toBe("private")
    expect(documents[3]).toMatchObject({
      form: "full",
      buyer: { type: "business", cvr: "10150817", address: { city: "Aarhus C" } },
      payments: [{ amount: 13800 }],
      reason: "Skal stå på firmaet",
    })
    expect(documents[4]?.buyer).toMatchObject({ company_name: "Byens Bøger ApS" })
    const { body: buyer } = await suite.call("GET", `/admin/orders/${orderId}/buyer`, { headers })
    expect(buyer).toMatchObject({ buyer: COMPANY, source: "order" })

    // What follows amends the invoice in force, and the corrected one is closed.
    await refund(orderId, 18)
    const [, , , , , last] = await awaitInvoices(suite, orderId, headers, 6)
    expect(last?.document.amends?.number).toBe("TEST-4")
    const again = await post(orderId, {
      invoice_id: body.invoices[0]?.id,
      reason: "En gang til",
      new_invoice: { lines: "order" },
    })
    expect([again.status, again.error.code]).toEqual([409, "already_corrected"])
    await expectWhole()
  })

  it("two who correct at the same moment correct once", async () => {
    const orderId = await sell()
    const { invoices } = await invoicesOf(suite, orderId, headers)
    const body = {
      invoice_id: invoices[0]?.id,
      reason: "Forkert køber",
      new_invoice: { buyer: COMPANY },
    }
    const answers = await Promise.all([1, 2, 3].map(() => post(orderId, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect((await invoicesOf(suite, orderId, headers)).invoices).toHaveLength(3)
    await expectWhole()
  })

  it("a price changed after the invoice is told, and corrected from the order", async () => {
    const orderId = await sell()
    const [item] = await itemsOf({ suite, headers }, orderId)
    await changePrice({ suite, headers }, orderId, { id: item?.id ?? "", unit_price: 79 })
    expect((await invoicesOf(suite, orderId, headers)).missing).toEqual([
      { field: "order", code: "order_changed" },
    ])
    const { body } = await post(orderId, { reason: "Pris", new_invoice: { lines: "order" } })
    expect(outline(body).slice(1)).toEqual([
      ["credit_note", "TEST-2", 13800, "TEST-1"],
      ["invoice", "TEST-3", 12800, "TEST-1"],
    ])
    expect(body.missing).toEqual([])
  })

  it("what was credited for goods the order has no more is not credited again", async () => {
    const items = ["notesbog-havblik", "notesbog-havblik"]
    const orderId = await buy(suite, await createCart(suite, { items }))
    await captureOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    const [item] = await itemsOf({ suite, headers }, orderId)
    const id = item?.id ?? ""
    await changeQuantity({ suite, headers }, orderId, { id, quantity: 1 })
    await refund(orderId, 89)
    await awaitInvoices(suite, orderId, headers, 2)
    await changePrice({ suite, headers }, orderId, { id, unit_price: 79 })
    const { body } = await post(orderId, { reason: "Pris", new_invoice: { lines: "order" } })
    expect(outline(body)).toEqual([
      ["invoice", "TEST-1", 22700, null],
      ["credit_note", "TEST-2", 8900, "TEST-1"],
      ["credit_note", "TEST-3", 13800, "TEST-1"],
      ["invoice", "TEST-4", 12800, "TEST-1"],
    ])
    expect(body.missing).toEqual([])
  })

  it("staff gives back goods or a sum of an unpaid invoice, once per key and never more than is left", async () => {
    const orderId = await buy(
      suite,
      await createCart(suite, { items: ["notesbog-havblik", "notesbog-havblik"] })
    )
    await shipOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    const goods = { reason: "Beskadiget", key: "first-credit", lines: [{ line: 1, quantity: 1 }] }
    for (const attempt of await Promise.all([post(orderId, goods), post(orderId, goods)])) {
      expect(attempt.status).toBe(201)
    }
    const sum = await post(orderId, { reason: "Forsinket", amount: 10.5 })
    expect(outline(sum.body).slice(1)).toEqual([
      ["credit_note", "TEST-2", 8900, "TEST-1"],
      ["credit_note", "TEST-3", 1050, "TEST-1"],
    ])
    expect(sum.body.invoices[1]?.document.lines).toMatchObject([{ quantity: "1", gross: 8900 }])
    expect(sum.body.missing).toEqual([])
    const tooMuch = await post(orderId, { reason: "For meget", amount: 200 })
    expect([tooMuch.status, tooMuch.error.code]).toEqual([409, "exceeds_invoice"])
    const tooMany = await post(orderId, { reason: "x", lines: [{ line: 1, quantity: 2 }] })
    expect([tooMany.status, tooMany.error.message]).toEqual([
      400,
      expect.stringContaining("lines.0.quantity"),
    ])
    await addToOrder({ suite, headers }, orderId, "notesbog-havblik")
    await shipOrder(suite, orderId, headers)
    const after = await awaitInvoices(suite, orderId, headers, 4)
    expect(after[3]?.document.totals.gross).toBe(8900)
    const which = await post(orderId, { reason: "x", amount: 1 })
    expect([which.status, which.error.message]).toEqual([
      400,
      expect.stringContaining("invoice_id"),
    ])
    await expectWhole()
  })

  it("says what is wrong with a request, and changes nothing", async () => {
    const orderId = await sell()
    const wrong: [object, string][] = [
      [{ amount: 10 }, "reason"],
      [{ reason: "x" }, "amount"],
      [{ reason: "x", amount: 10.001 }, "amount"],
      [{ reason: "x", amount: 1, lines: [{ line: 1, quantity: 1 }] }, "amount"],
      [{ reason: "x", new_invoice: {} }, "new_invoice"],
      [{ reason: "x", new_invoice: { buyer: { type: "business" } } }, "new_invoice.buyer"],
      [{ reason: "x", lines: [{ line: 9, quantity: 1 }] }, "lines.0.line"],
    ]
    for (const [body, field] of wrong) {
      const { status, error } = await post(orderId, body)
      expect([status, error.message]).toEqual([400, expect.stringContaining(field)])
    }
    const unknown = await post("order_unknown", { reason: "x", amount: 1 })
    expect(unknown.status).toBe(404)
    expect((await invoicesOf(suite, orderId, headers)).invoices).toHaveLength(1)
  })
}
