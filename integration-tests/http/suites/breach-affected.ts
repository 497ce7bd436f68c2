import { BREACH_MODULE } from "../../../src/modules/breach"
import type { BreachModuleService } from "../../../src/modules/breach"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import { affectedBy, loseStarts } from "../helpers/breach-people"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { awaitInvoices, setBuyer } from "../helpers/invoices"
import {
  ADDRESS,
  buy,
  captureOrder,
  createCart,
  eventually,
  register,
  shopper,
  staff,
} from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const LOG = "/admin/privacy/access-events"
const NOTICES = "/admin/privacy/notices"
const TODAY = copenhagenDay(new Date())

export default (suite: Suite): void => {
  let headers: Headers
  const { open, preview, select, clear, list, told, write, notify, send, callList, call } =
    affectedBy(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    loseStarts(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  /** Whom a notice misses, as here where nothing sends mails. */
  const toCall = async (id: string) => {
    await call("POST", `/${id}/assess`, { risk: "high", reasoning: "Derfor." })
    await write(id)
    await notify(id)
    await send()
    return callList(id)
  }
  const emailsOf = async (id: string) =>
    (await list(id)).people.map(({ email }) => email ?? "").sort()

  const publishStaffNotice = async () => {
    const draft = await suite.call<{ notice: { id: string } }>("POST", NOTICES, {
      headers,
      body: { kind: "staff", locale: "da", body: "Vi logger, hvem der slår kunder op." },
    })
    await suite.call("POST", `${NOTICES}/${draft.body.notice.id}/publish`, { headers, body: {} })
    await eventually(
      async () => (await suite.call<{ is_on: boolean }>("GET", LOG, { headers })).body.is_on
    )
  }
  const userId = async () =>
    (
      await suite
        .database()<{ id: string; email: string }>("user")
        .where({ email: STAFF.email })
        .first("id")
    )?.id ?? ""
  const readsOf = (route: string) =>
    suite
      .database()<{ route: string; subject_ids: string[] }>("dk_access_event")
      .where({ route })
      .select("subject_ids")

  it("are found by account, by guest, by ids and by the day and kind of their orders, each mailbox once", async () => {
    const account = await buyOnce(suite, "zqkonto")
    const quiet = await register(suite, { email: "zqstille@kunde.example" })
    const guest = await guestBuys(suite, "Zqgaest@gaest.example", {})
    await guestBuys(suite, "zqgaest@gaest.example", {})
    const firm = await createCart(suite, { email: "zqfirma@firma.example" })
    await setBuyer(suite, `/store/carts/${firm}`, shopper(), {
      ...{ type: "business", company_name: "Prøve ApS", cvr: "10150817" },
    })
    const firmOrder = await buy(suite, firm)

    const found = async (query: Parameters<typeof select>[1]) => {
      const id = await open()
      const foreseen = (await preview(id, query)).body
      const { status, body } = await select(id, query)
      expect([status, foreseen]).toEqual([200, { people: body.added, added: body.added }])
      expect((await preview(id, query)).body).toEqual({ people: body.added, added: 0 })
      expect((await select(id, query)).body.added).toBe(0)
      return emailsOf(id)
    }
    const [one, two] = [account.account.email, quiet.email]
    expect(await found({ customers: true })).toEqual([one, two])
    expect(await found({ guests: true })).toEqual([
      "zqfirma@firma.example",
      "zqgaest@gaest.example",
    ])
    expect(await found({ customer_ids: [quiet.customerId] })).toEqual([two])
    expect(await found({ order_ids: [account.orderId, guest] })).toHaveLength(2)
    const orders = { from: TODAY, to: TODAY }
    expect(await found({ orders })).toHaveLength(3)
    expect(await found({ orders: { ...orders, buyer_types: ["business"] } })).toEqual([
      ...["zqfirma@firma.example"],
    ])
    expect(await found({ orders: { from: "2020-01-01", to: "2020-12-31" } })).toEqual([])
    expect(await found({ customers: true, order_ids: [account.orderId, firmOrder] })).toEqual([
      ...["zqfirma@firma.example", one, two],
    ])
  })

  it("are found by whom a login has read, by the access log, and staff that reads the list is logged itself", async () => {
    await publishStaffNotice()
    const read = await register(suite, { email: "zqlaest@kunde.example" })
    await register(suite, { email: "zqulaest@kunde.example" })
    const from = new Date(Date.now() - 60_000).toISOString()
    await suite.call("GET", `/admin/customers/${read.customerId}`, { headers })
    await eventually(async () => (await readsOf("GET /admin/customers/:id")).length > 0)
    const to = new Date(Date.now() + 60_000).toISOString()
    const id = await open()
    await select(id, { read_by: { actor_id: await userId(), from, to } })
    expect(await emailsOf(id)).toEqual([read.email])
    const rows = await eventually(async () => {
      const events = await readsOf("GET /admin/privacy/breaches/:id/affected")
      return events.length > 0 && events
    })
    expect(rows.flatMap(({ subject_ids }) => subject_ids)).toContain(read.customerId)
    const file = await toCall(id)
    expect([file.status, file.headers.get("content-type")]).toEqual([
      ...[200, "text/csv; charset=utf-8"],
    ])
    const handed = await readsOf("GET /admin/privacy/breaches/:id/call-list")
    expect(handed.flatMap(({ subject_ids }) => subject_ids)).toContain(read.customerId)
  })

  it("stay within reach by their kept invoice when they were erased", async () => {
    await publishStaffNotice()
    const account = await register(suite, { email: "zqslettet@kunde.example" })
    const address = { ...ADDRESS, address_1: "Zqslettetvej 3", phone: "+4520998877" }
    const cartId = await createCart(suite, { ...account, shipping_address: address })
    await setBuyer(suite, `/store/carts/${cartId}`, shopper(account.token), {
      ...{ type: "business", company_name: "Zqslettet v/Prøve", cvr: "10150817" },
    })
    const orderId = await buy(suite, cartId, account.token)
    await captureOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    await erasuresOf(suite).erase(headers, {
      ...{ customer_id: account.customerId, grace_hours: 0, override_blocks: true },
    })
    const id = await open()
    expect((await select(id, { guests: true, customers: true })).body.added).toBe(0)
    const query = { kept_invoices: { from: TODAY, to: TODAY } }
    expect((await preview(id, query)).body).toEqual({ people: 1, added: 1 })
    expect((await select(id, query)).body.added).toBe(1)
    expect((await select(id, { order_ids: [orderId] })).body.added).toBe(0)
    const [person] = (await list(id)).people
    expect(person).toMatchObject({ email: null, phone: null, order_id: orderId })
    const read = await eventually(async () => {
      const events = await readsOf("GET /admin/privacy/breaches/:id/affected")
      return events.length > 0 && events
    })
    expect(read.flatMap(({ subject_ids }) => subject_ids)).toContain(orderId)
    const { text } = await toCall(id)
    expect(text).toContain("Zqslettet v/Prøve;;;Zqslettetvej 3, 8000 Aarhus C;")
    expect(text).not.toMatch(/20998877|invalid/)
    const { body } = await preview(id, { kept_invoices: { from: "2020-01-01", to: "2020-12-31" } })
    expect(body).toEqual({ people: 0, added: 0 })
  })

  it("with a protected address come first, without their phone; a call list has what a letter needs", async () => {
    for (const word of ["zqførste", "zqanden"]) {
      await guestBuys(suite, `${word.replace("ø", "oe")}@gaest.example`, {
        ...{ first_name: "=Zq", address_1: `${word}gade 7`, phone: "+4520998877" },
      })
    }
    const hidden = await guestBuys(suite, "zqhemmelig@gaest.example", {
      ...{ address_1: "Zqhemmeligvej 1", phone: "+4520112233" },
    })
    await suite.call("POST", `/admin/orders/${hidden}/address-protection`, { headers, body: {} })
    const id = await open()
    await select(id, { guests: true })
    const { people } = await list(id)
    expect(people.map(({ has_protected_address }) => has_protected_address)).toEqual([
      ...[true, false, false],
    ])
    expect(people.map(({ phone }) => phone)).toEqual([null, "+4520998877", "+4520998877"])
    const { text } = await toCall(id)
    expect(text).toContain("Zqhemmeligvej 1")
    expect(text).toContain("'=Zq")
    const lines = text.trim().split("\r\n")
    expect(lines.map((line) => line.split(";")[2])).toEqual([
      ...["phone", "004520112233", "004520998877", "004520998877"],
    ])
    expect((await call("HEAD", `/${id}/call-list`)).status).toBe(405)
    expect((await list(id, "limit=1&offset=1")).people.map((one) => one.id)).toEqual([
      people[1]?.id,
    ])
  })

  it("are written down without a name, are cleared while nobody is told, and are closed with the case", async () => {
    const quiet = await register(suite, { email: "zqregister@kunde.example" })
    const id = await open({ risk: "unlikely" })
    await select(id, { customer_ids: [quiet.customerId] })
    const kept = await selectRows<{ line: string }>(
      suite.database(),
      "SELECT e::text AS line FROM dk_breach_event e"
    )
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`zqregister|${quiet.customerId}`))
    const cleared = await clear(id)
    expect([cleared.status, cleared.body.breach.people.affected]).toEqual([200, 0])
    expect(cleared.body.breach.timeline.map(({ type, data }) => [type, data]).slice(-2)).toEqual([
      ["people_selected", { query: { customer_ids: 1 }, added: 1 }],
      ["people_cleared", { removed: 1 }],
    ])
    await select(id, { customers: true })
    const [person] = (await list(id)).people
    await told(id, person?.id ?? "", { channel: "call", outcome: "called" })
    expect((await clear(id)).error.code).toBe("notices_started")
    const both = await Promise.all([select(id, { guests: true }), select(id, { customers: true })])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await select(id, {})).status).toBe(400)
    expect((await select("dkbrc_none", { customers: true })).status).toBe(404)
  })

  it("stay one person each when the shop's key is changed between two queries", async () => {
    const { customerId } = await register(suite, { email: "zqnoegle@kunde.example" })
    const id = await open()
    const query = { customer_ids: [customerId] }
    await select(id, query)
    const { settings } = suite.container().resolve<BreachModuleService>(BREACH_MODULE)
    const { current, previous } = settings.secrets
    try {
      const next = { id: "next", key: "n".repeat(32) }
      Object.assign(settings.secrets, { current: next, previous: [current] })
      expect((await preview(id, query)).body).toEqual({ people: 1, added: 0 })
      expect((await select(id, query)).body.added).toBe(0)
    } finally {
      Object.assign(settings.secrets, { current, previous })
    }
    expect((await list(id)).count).toBe(1)
  })

  it("are told by hand once, though two do it at once, and by no way that does not fit", async () => {
    await register(suite, { email: "zqringet@kunde.example" })
    const id = await open({ risk: "high" })
    await select(id, { customers: true })
    const person = (await list(id)).people[0]?.id ?? ""
    const missed = await told(id, person, { channel: "letter", outcome: "not_reached" })
    expect(missed.body.breach.people).toMatchObject({ affected: 1, untold: 1 })
    const twice = await Promise.all(
      [1, 2].map(() => told(id, person, { channel: "call", outcome: "called" }))
    )
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await told(id, person, { channel: "letter", outcome: "written" })).error.code).toBe(
      "told_already"
    )
    expect((await told(id, person, { channel: "call", outcome: "written" })).status).toBe(400)
    expect((await told(id, "dkbrp_none", { channel: "call", outcome: "called" })).status).toBe(404)
    expect((await list(id, "state=told")).count).toBe(1)
    expect((await list(id, "state=untold")).count).toBe(0)
    expect((await toCall(id)).text.trim().split("\r\n")).toHaveLength(1)
  })
}
