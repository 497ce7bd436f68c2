import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import { affectedBy, loseStarts } from "../helpers/breach-people"
import { draftOrder } from "../helpers/drafts"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { awaitInvoices, setBuyer } from "../helpers/invoices"
import { ADDRESS, buy, captureOrder, createCart, register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const TODAY = copenhagenDay(new Date())
const KEPT = { kept_invoices: { from: TODAY, to: TODAY } }

export default (suite: Suite): void => {
  let headers: Headers
  const { open, preview, select, list, callList, write, notify, send } = affectedBy(
    suite,
    () => headers
  )

  beforeEach(async () => {
    headers = await staff(suite)
    loseStarts(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const change = (table: "customer" | "order", id: string, values: object) =>
    suite.database()(table).where({ id }).update(values)

  /** A visitor's order with an invoice that names them: one of a small sum to a private person need not. */
  const guestOrder = async (email: string, street: string): Promise<string> => {
    const shipping_address = { ...ADDRESS, address_1: street }
    const cartId = await createCart(suite, { email, shipping_address })
    await setBuyer(suite, `/store/carts/${cartId}`, shopper(), {
      ...{ type: "business", company_name: "Zqfirma v/Prøve", cvr: "10150817" },
    })
    const orderId = await buy(suite, cartId)
    await captureOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    return orderId
  }

  const eraseOrders = (email: string) =>
    erasuresOf(suite).erase(headers, { email, grace_hours: 0, override_blocks: true })

  /** What selecting adds, which the preview has foreseen. */
  const added = async (id: string, query: Parameters<typeof select>[1]) => {
    const foreseen = (await preview(id, query)).body.added
    const { status, body, text } = await select(id, query)
    if (status !== 200) throw new Error(text)
    expect(foreseen).toBe(body.added)
    return body.added
  }

  /** The notice goes to whom it reaches; the rest is for the call list. */
  const tellByMail = async (id: string) => {
    await write(id)
    expect((await notify(id)).status).toBe(200)
    await send()
  }

  describe("somebody affected", () => {
    it("stays one person when the account gets another address between two queries", async () => {
      const { account } = await buyOnce(suite, "zqflytter")
      const id = await open()
      expect(await added(id, { customer_ids: [account.customerId] })).toBe(1)
      await change("customer", account.customerId, { email: "zqflyttet@kunde.example" })
      expect(await added(id, { customers: true, orders: { from: TODAY, to: TODAY } })).toBe(0)
      expect((await list(id)).people.map(({ email }) => email)).toEqual(["zqflyttet@kunde.example"])
    })

    it("stays one person when a guest on the list is erased and found by what is kept", async () => {
      const email = "zqgaest@gaest.example"
      const orderId = await guestOrder(email, "Zqgaestevej 1")
      const id = await open()
      expect(await added(id, { guests: true })).toBe(1)
      await eraseOrders(email)
      expect(await added(id, { order_ids: [orderId] })).toBe(0)
      expect(await added(id, KEPT)).toBe(0)
      expect(await added(id, { guests: true, orders: { from: TODAY, to: TODAY } })).toBe(0)
      expect((await list(id)).count).toBe(1)
    })

    it("is one person by all invoices that are kept of them, and another at another address", async () => {
      const [one, two] = ["zqfaktura@gaest.example", "zqanden@gaest.example"]
      const orders = [await guestOrder(one, "Zqvej 1"), await guestOrder(one, " zqvej 1")]
      await guestOrder(two, "Zqvej 2")
      await eraseOrders(one)
      await eraseOrders(two)
      const id = await open({ risk: "high" })
      expect(await added(id, KEPT)).toBe(2)
      expect(await added(id, { order_ids: orders })).toBe(0)
      await tellByMail(id)
      const { text } = await callList(id)
      expect(text.trim().split("\r\n")).toHaveLength(3)
      const other = await open()
      expect(await added(other, { order_ids: orders })).toBe(1)
      expect(await added(other, KEPT)).toBe(1)
    })

    it("is found without an address for mail, once, and called", async () => {
      const account = await register(suite, {
        email: "zqudenmail@kunde.example",
        phone: "+4520998811",
      })
      const handle = "notesbog-havblik"
      const draft = { email: "zqkladde@kunde.example", handle }
      const phoned = await draftOrder(suite, headers, draft)
      const theirs = [1, 2].map(() =>
        draftOrder(suite, headers, { ...draft, customer_id: account.customerId })
      )
      await change("customer", account.customerId, { email: null })
      for (const orderId of await Promise.all(theirs)) {
        await change("order", orderId, { email: null, customer_id: account.customerId })
      }
      await change("order", phoned, { email: null, customer_id: null })
      const id = await open({ risk: "high" })
      expect(await added(id, { guests: true })).toBe(1)
      expect(await added(id, { customers: true })).toBe(1)
      expect(await added(id, { orders: { from: TODAY, to: TODAY } })).toBe(0)
      await tellByMail(id)
      const { people } = await list(id)
      expect(people.map(({ notices }) => notices.map(({ outcome }) => outcome))).toEqual([
        ...[["no_address"], ["no_address"]],
      ])
      const { text } = await callList(id)
      expect(text).toContain(`${ADDRESS.first_name} ${ADDRESS.last_name}`)
      expect(text).toContain(`${ADDRESS.address_1}, 8000 Aarhus C`)
      expect(text).toContain("004520998811")
    })

    it("is found by kept invoices when an order without an address for mail was erased", async () => {
      const email = "zqtelefon@gaest.example"
      const orderId = await guestOrder(email, "Zqtelefonvej 9")
      await eraseOrders(email)
      const id = await open({ risk: "high" })
      // As an erasure leaves an order that never had one.
      const nobody = { email: null, billing_address_id: null, shipping_address_id: null }
      await change("order", orderId, nobody)
      expect(await added(id, { guests: true })).toBe(0)
      expect(await added(id, { orders: { from: TODAY, to: TODAY } })).toBe(0)
      expect(await added(id, KEPT)).toBe(1)
      await tellByMail(id)
      expect((await callList(id)).text).toContain("Zqtelefonvej 9")
    })

    it("is found by every id that the access log knows them by", async () => {
      const gone = await buyOnce(suite, "zqvaek")
      await change("customer", gone.account.customerId, { deleted_at: new Date() })
      const byCart = await guestBuys(suite, "zqkurv@gaest.example", {})
      const byPayment = await guestBuys(suite, "zqbetaling@gaest.example", {})
      await guestBuys(suite, "zqulaest@gaest.example", {})
      const left = await createCart(suite, { email: "zqforladt@gaest.example", delivery: false })
      const database = suite.database()
      const ids = await selectRows<{ id: string }>(
        database,
        `SELECT cart_id AS id FROM order_cart WHERE order_id = :byCart
         UNION ALL SELECT p.id FROM payment p JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id
          WHERE l.order_id = :byPayment`,
        { byCart, byPayment }
      )
      await database("dk_access_event").insert({
        ...{ id: "dkaevt_zq", controller_id: "x", actor_type: "user", actor_id: "user_zq" },
        ...{ role: null, route: "GET /admin/orders", purpose: "orders", count: 4 },
        subject_ids: [gone.account.customerId, left, ...ids.map(({ id }) => id)],
        read_at: new Date(),
      })
      const breachId = await open()
      const from = new Date(Date.now() - 60_000).toISOString()
      const to = new Date(Date.now() + 60_000).toISOString()
      await added(breachId, { read_by: { actor_id: "user_zq", from, to } })
      expect((await list(breachId)).people.map(({ email }) => email).sort()).toEqual([
        ...["zqbetaling@gaest.example", "zqforladt@gaest.example", "zqkurv@gaest.example"],
        gone.account.email,
      ])
    })
  })

  describe("a query of those affected", () => {
    it("takes five thousand ids, and a notice of twenty thousand characters in two languages", async () => {
      const ids = Array.from(
        { length: 5_000 },
        (_none, at) => `order_${at.toString().padStart(26, "0")}`
      )
      const id = await open()
      expect(await added(id, { order_ids: ids })).toBe(0)
      expect((await select(id, { order_ids: [...ids, "order_1"] })).status).toBe(400)
      const long = { subject: "Vigtigt", text: "æ".repeat(20_000) }
      expect((await write(id, { da: long, en: long })).status).toBe(200)
    })

    const day = { from: "2026-01-02", to: "2026-01-02" }
    const hour = { from: "2026-01-02T10:00:00+23:59", to: "2026-01-02T11:00:00+23:59" }
    it.each([
      ["customer_ids.0", { customer_ids: ["cus_\0"] }],
      ["order_ids.0", { order_ids: ["order 1"] }],
      ["read_by.actor_id", { read_by: { ...hour, actor_id: "user_\0" } }],
      ["orders.from", { orders: { ...day, from: "0000-01-01" } }],
      ["kept_invoices.from", { kept_invoices: { ...day, from: "1899-12-31" } }],
      ["read_by.from", { read_by: { ...hour, actor_id: "user_1", from: "0000-01-01T00:00:00Z" } }],
      ["orders.to", { orders: { ...day, from: "2026-01-03" } }],
      ["kept_invoices.to", { kept_invoices: { ...day, from: "2026-01-03" } }],
      ["read_by.to", { read_by: { ...hour, actor_id: "user_1", from: "2026-01-02T12:00:00Z" } }],
    ])("is refused naming %s", async (field, query) => {
      const id = await open()
      const { status, error } = await preview(id, query)
      expect([status, error.message.startsWith(field)]).toEqual([400, true])
      expect((await select(id, query)).status).toBe(400)
    })

    it("takes every offset that a moment can have", async () => {
      const id = await open()
      expect(await added(id, { read_by: { ...hour, actor_id: "user_1" } })).toBe(0)
    })
  })

  it("a path that is no id leads to nothing", async () => {
    const id = await open()
    const answers: [string, number][] = []
    const asks: [method: string, path: string, body?: object][] = [
      ["GET", "breaches/none"],
      ["GET", "breaches/none/affected"],
      ["POST", "breaches/none/affected", { customers: true }],
      ["POST", `breaches/${id}/affected/none/told`, { channel: "call", outcome: "called" }],
      ["POST", "breach-reports/none/dismiss", {}],
      ["POST", "breach-reports/none/link", { breach_id: id }],
    ]
    for (const [method, path, body] of asks) {
      const { status } = await suite.call(method, `/admin/privacy/${path}`, {
        ...{ headers },
        ...(body && { body }),
      })
      answers.push([path, status])
    }
    expect(answers).toEqual(asks.map(([, path]) => [path, 404]))
  })
}
