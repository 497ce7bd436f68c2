import { awaitInvoices, invoicesOf } from "../helpers/invoices"
import { addToOrder, changeQuantity, exchange, itemsOf, takeBack } from "../helpers/order-changes"
import { buy, captureOrder, createCart, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { shipOrder } from "../helpers/warehouse"
import type { Suite } from "../helpers/suite"
import { issueMissingInvoices } from "../../../src/workflows/invoice"

const BOOK = "notesbog-havblik"
const CALENDAR = "kalender-aarets-gang-2027"

export default (suite: Suite): void => {
  let headers: Headers
  let at: { suite: Suite; headers: Headers }
  beforeEach(async () => {
    headers = await staff(suite)
    at = { suite, headers }
  })

  const sell = async (items: string[]): Promise<string> => {
    const orderId = await buy(suite, await createCart(suite, { items }))
    await captureOrder(suite, orderId, headers)
    await shipOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    return orderId
  }
  const one = async (orderId: string, title: string) => {
    const item = (await itemsOf(at, orderId)).find((it) => it.title.startsWith(title))
    if (!item) throw new Error(`no ${title}`)
    return { id: item.id, quantity: 1 }
  }
  const issued = async (orderId: string, count: number) => {
    await awaitInvoices(suite, orderId, headers, count)
    const { invoices, missing } = await invoicesOf(suite, orderId, headers)
    expect(missing).toEqual([])
    return invoices.map(({ document }) => document)
  }
  const outline = async (orderId: string, count: number) =>
    (await issued(orderId, count)).map(({ kind, totals, payments }) => [
      kind,
      totals.gross,
      payments.map(({ method, amount }) => `${method} ${amount.toString()}`).join(),
    ])
  const payments = async (orderId: string) => {
    const path = `/admin/orders/${orderId}?fields=payment_collections.payments.id`
    const { body } = await suite.call<{
      order: { payment_collections: { payments: { id: string }[] }[] }
    }>("GET", path, { headers })
    return body.order.payment_collections.flatMap(({ payments: all }) => all.map(({ id }) => id))
  }
  const refund = async (orderId: string, amount: number) => {
    const [id = ""] = await payments(orderId)
    const path = `/admin/payments/${id}/refund`
    const { status, text } = await suite.call("POST", path, { headers, body: { amount } })
    expect([status, text.slice(0, 80)]).toEqual([200, expect.any(String)])
  }
  const payRest = async (orderId: string, amount: number) => {
    const opened = await suite.call<{ payment_collection: { id: string } }>(
      "POST",
      "/admin/payment-collections",
      { headers, body: { order_id: orderId, amount } }
    )
    const { id } = opened.body.payment_collection
    const path = `/admin/payment-collections/${id}/mark-as-paid`
    await suite.call("POST", path, { headers, body: { order_id: orderId } })
  }

  it("goods that came back are credited once, by name, when they are paid back", async () => {
    const orderId = await sell([BOOK, CALENDAR])
    const sale = ["invoice", 28700, "manual 28700"]
    await takeBack(at, orderId, [await one(orderId, "Notesbog")])
    expect(await outline(orderId, 1)).toEqual([sale])
    await refund(orderId, 89)
    expect(await outline(orderId, 2)).toEqual([sale, ["credit_note", 8900, "manual 8900"]])
    const [, note] = await issued(orderId, 2)
    expect(note?.lines).toMatchObject([
      { description: "Notesbog Havblik", quantity: "1", net: 7120, vat: 1780 },
    ])
    await issueMissingInvoices(suite.container())
    expect(await outline(orderId, 2)).toHaveLength(2)
  })

  it("an exchange is invoiced and credited without money, once", async () => {
    const orderId = await sell([BOOK])
    const items = [await one(orderId, "Notesbog")]
    await exchange(at, orderId, { items, handle: BOOK })
    const expected = [
      ["invoice", 13800, "manual 13800"],
      ["invoice", 8900, "set_off 8900"],
      ["credit_note", 8900, "set_off 8900"],
    ]
    expect(await outline(orderId, 3)).toEqual(expected)
    await Promise.all([1, 2].map(() => issueMissingInvoices(suite.container())))
    expect(await outline(orderId, 3)).toEqual(expected)
  })

  it("goods added to an invoiced order get an invoice of their own, when they are paid", async () => {
    const orderId = await sell([BOOK])
    await addToOrder(at, orderId, CALENDAR)
    expect(await outline(orderId, 1)).toHaveLength(1)
    await payRest(orderId, 149)
    expect(await outline(orderId, 2)).toEqual([
      ["invoice", 13800, "manual 13800"],
      ["invoice", 14900, "manual 14900"],
    ])
  })

  it("an order that was made smaller is credited with its refund", async () => {
    const orderId = await buy(suite, await createCart(suite, { items: [BOOK, BOOK] }))
    await captureOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    await changeQuantity(at, orderId, await one(orderId, "Notesbog"))
    await refund(orderId, 89)
    expect(await outline(orderId, 2)).toEqual([
      ["invoice", 22700, "manual 22700"],
      ["credit_note", 8900, "manual 8900"],
    ])
  })

  it("goods sent on account that came back unpaid are credited, and a lost event is made good", async () => {
    const orderId = await buy(suite, await createCart(suite, { items: [BOOK, BOOK] }))
    await shipOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    await takeBack(at, orderId, [await one(orderId, "Notesbog")])
    await issueMissingInvoices(suite.container())
    expect(await outline(orderId, 2)).toEqual([
      ["invoice", 22700, ""],
      ["credit_note", 8900, ""],
    ])
  })

  it("delivery alone, and a sum by goodwill, are credited as they are paid back", async () => {
    const orderId = await sell([BOOK])
    await refund(orderId, 49)
    await refund(orderId, 20)
    expect((await outline(orderId, 3)).slice(1)).toEqual([
      ["credit_note", 4900, "manual 4900"],
      ["credit_note", 2000, "manual 2000"],
    ])
  })
}
