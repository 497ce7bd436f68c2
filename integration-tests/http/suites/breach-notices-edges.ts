import { affectedBy, loseStarts } from "../helpers/breach-people"
import { guestBuys } from "../helpers/guests"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { ADDRESS, buy, createCart, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const REASON = { reasoning: "Derfor." }
const CLOSING = { cause: "En fejl", lessons: "Rettet." }
/** So many tries, and staff does not wait for the next. */
const LONG = 6

export default (suite: Suite): void => {
  let headers: Headers
  let mailbox: TestMailbox
  const { open, select, list, told, callList, linesOf, started, write, notify, call, send, due } =
    affectedBy(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    mailbox = await openMailbox(suite)
    loseStarts(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const database = () => suite.database()
  const rowsOf = (id: string) =>
    database()<{ id: string; attempts: number; outcome: string | null; notice_channel: string }>(
      "dk_breach_notice"
    )
      .where({ breach_id: id })
      .orderBy("id")
  const detail = async (id: string) => (await notify(id)).body.breach
  const act = (id: string, action: string, body: object) => call("POST", `/${id}/${action}`, body)
  const read = async (id: string) =>
    (await call<Awaited<ReturnType<typeof notify>>["body"]>("GET", `/${id}`)).body.breach
  const receivers = () =>
    mailbox.mails.filter(({ template }) => template === "dk-breach-notice").map(({ to }) => to)
  const addProvider = (id: "test-mail" | "test-sms", channel: "email" | "sms") =>
    database()("notification_provider").insert({
      ...{ id, handle: id, name: id, is_enabled: true, channels: [channel] },
    })
  const sendAgain = async () => {
    await due()
    await send()
  }

  it("of a case that was no breach are not sent, and reach each once when it is one after all", async () => {
    await guestBuys(suite, "zqbegyndt@gaest.example", {})
    const { id } = await started()
    mailbox.fail(true)
    await send()
    await guestBuys(suite, "zqventer@gaest.example", {})
    await select(id, { guests: true })
    expect((await detail(id)).people.untold).toBe(2)
    await addProvider("test-sms", "sms")
    expect((await act(id, "rule-out", REASON)).status).toBe(200)
    mailbox.fail(false)
    await sendAgain()
    expect(receivers()).toEqual([])
    expect((await rowsOf(id)).map(({ attempts }) => attempts)).toEqual([1])
    await database()("dk_breach_notice").update({ done_at: new Date(), outcome: "no_provider" })
    await send()
    expect((await rowsOf(id)).map((row) => row.notice_channel)).toEqual(["mail"])
    await act(id, "assess", { risk: "high", ...REASON })
    expect((await read(id)).people.to_notify).toBe(2)
    await notify(id)
    await sendAgain()
    expect(receivers().sort()).toEqual(["zqbegyndt@gaest.example", "zqventer@gaest.example"])
  })

  it("hold the case open while they wait, and of a closed case none is sent", async () => {
    await guestBuys(suite, "zqventende@gaest.example", {})
    const { id } = await started({ risk: "unlikely" })
    expect((await read(id)).open_duties).toEqual(["people_waiting"])
    expect((await act(id, "close", CLOSING)).error.code).toBe("people_waiting")
    await send()
    expect((await act(id, "close", CLOSING)).status).toBe(200)
    await database()("dk_breach_notice").where({ breach_id: id }).update({ done_at: null })
    await sendAgain()
    expect((await rowsOf(id)).map(({ attempts }) => attempts)).toEqual([1])
    expect(receivers()).toHaveLength(1)
  })

  it("that never left go again when staff asks again, and what may have arrived does not", async () => {
    await guestBuys(suite, "zqnyudbyder@gaest.example", {})
    await database()("notification_provider").delete()
    const { id } = await started()
    await send()
    expect((await rowsOf(id)).map(({ outcome }) => outcome)).toEqual(["no_provider"])
    expect((await read(id)).people).toMatchObject({ untold: 1, to_notify: 1 })
    await addProvider("test-mail", "email")
    const again = await Promise.all([notify(id), notify(id)])
    expect(again.map(({ status }) => status)).toEqual([200, 200])
    const { timeline, people } = await read(id)
    const starts = timeline.filter(({ type }) => type === "notices_started")
    expect(starts.map(({ data }) => data.people)).toEqual([1, 1])
    expect(people.to_notify).toBe(0)
    mailbox.fail(true)
    await database()("dk_breach_notice").update({ attempts: 19 })
    await send()
    expect((await rowsOf(id)).map(({ outcome }) => outcome)).toEqual(["failed: refused"])
    mailbox.fail(false)
    await notify(id)
    await send()
    expect(receivers()).toEqual(["zqnyudbyder@gaest.example"])
    await database()("dk_breach_notice").update({ outcome: "interrupted" })
    expect((await read(id)).people).toMatchObject({ untold: 1, to_notify: 0 })
    await notify(id)
    await sendAgain()
    expect(receivers()).toHaveLength(1)
  })

  it("leave in the order of the list: who has a protected address before all others", async () => {
    const id = await open({ risk: "high" })
    const people = Array.from({ length: 300 }, (_, index) => ({
      ...{ id: `dkbrp_zq${index.toString().padStart(3, "0")}`, breach_id: id },
      ...{ person_key: index.toString(), has_protected_address: index >= 225 },
    }))
    await database()("dk_breach_person").insert(people)
    await write(id)
    await notify(id)
    await send()
    const order = await database()<{ breach_person_id: string }>("dk_breach_notice")
      .where({ breach_id: id })
      .orderBy("done_at")
      .pluck("breach_person_id")
    expect(order.slice(0, 75).sort()).toEqual(people.slice(225).map((person) => person.id))
  })

  it("come before a call list, which a drill has none of", async () => {
    await guestBuys(suite, "zqringeliste@gaest.example", {})
    const id = await open({ risk: "high" })
    await select(id, { guests: true })
    const early = await callList(id)
    expect([early.status, early.error.code]).toEqual([409, "not_started"])
    expect(early.headers.get("content-type")).toContain("application/json")
    expect(early.text).not.toContain("zqringeliste")
    expect((await callList("dkbrc_none")).status).toBe(404)
    const { id: drill } = await started({ isDrill: true })
    const refused = await callList(drill)
    expect([refused.status, refused.error.code]).toEqual([409, "drill"])
  })

  it("that a mailbox refuses for a quarter of an hour leave the person to staff, and may still arrive", async () => {
    await guestBuys(suite, "zqafviser@gaest.example", { phone: "20998877" })
    const { id } = await started()
    mailbox.fail(true)
    await database()("dk_breach_notice").update({ attempts: LONG - 2 })
    await send()
    expect(await linesOf(id)).toEqual([])
    await sendAgain()
    expect(await linesOf(id)).toHaveLength(1)
    mailbox.fail(false)
    await sendAgain()
    expect(receivers()).toEqual(["zqafviser@gaest.example"])
    expect(await linesOf(id)).toEqual([])
  })

  it("go as a text where a mailbox refuses, and never both ways, though two servers send at once", async () => {
    await guestBuys(suite, "zqbegge@gaest.example", { phone: "20998877" })
    const { id } = await started()
    await addProvider("test-sms", "sms")
    mailbox.fail(true)
    await database()("dk_breach_notice").update({ attempts: LONG - 1 })
    await send()
    await due()
    await send()
    expect((await rowsOf(id)).map((row) => row.notice_channel)).toEqual(["mail", "sms"])
    mailbox.fail(false)
    await due()
    const release = mailbox.hold()
    const first = send()
    const second = send()
    // Either may be the one that writes the mail that is not answered; the other ends without it.
    await Promise.race([first, second])
    release()
    await Promise.all([first, second])
    await sendAgain()
    expect(receivers()).toHaveLength(1)
  })

  it("are not owed when staff has told everybody by hand", async () => {
    await guestBuys(suite, "zqalle@gaest.example", {})
    const id = await open({ risk: "high" })
    expect((await read(id)).open_duties).toContain("people_not_told")
    await select(id, { guests: true })
    expect(await read(id)).toMatchObject({ people: { untold: 1, to_notify: 1 } })
    expect((await read(id)).open_duties).toContain("people_not_told")
    const person = (await list(id)).people[0]?.id ?? ""
    const { breach } = (await told(id, person, { channel: "call", outcome: "called" })).body
    expect(breach.people).toMatchObject({ untold: 0, to_notify: 0 })
    expect(breach.open_duties).toEqual(["not_reported"])
    const phase = { receipt: "1", is_final: true, delay_reasons: "Ferie." }
    await act(id, "phases", { ...phase, reported_at: new Date(Date.now() - 1_000).toISOString() })
    expect((await act(id, "close", CLOSING)).status).toBe(200)
    expect((await read(id)).state).toBe("closed")
  })

  it("show no phone of whose address is protected on any of their orders", async () => {
    const email = "zqtoordrer@gaest.example"
    await guestBuys(suite, email, { phone: "20998877" })
    const hidden = await guestBuys(suite, email, { phone: "20998877" })
    await suite.call("POST", `/admin/orders/${hidden}/address-protection`, { headers, body: {} })
    const id = await open()
    await select(id, { guests: true })
    expect((await list(id)).people).toMatchObject([{ email, phone: null }])
  })

  it("are never meant for whom a present was sent to", async () => {
    const account = await register(suite, { email: "zqgavegiver@kunde.example" })
    const present = {
      ...{ ...ADDRESS, first_name: "Zqmodtager", address_1: "Zqgavevej 2", phone: "20112233" },
    }
    const own = { ...ADDRESS, first_name: "Zqgiver", address_1: "", phone: "" }
    await database()("customer").where({ id: account.customerId }).update({ phone: null })
    const cart = await createCart(suite, {
      ...{ ...account, shipping_address: present, billing_address: own },
    })
    await buy(suite, cart, account.token)
    const same = { ...ADDRESS, first_name: "Zqsamme", phone: "20445566" }
    const other = await createCart(suite, {
      email: "zqsamme@gaest.example",
      ...{ shipping_address: same, billing_address: { ...same, phone: "" } },
    })
    await buy(suite, other)
    const { id } = await started()
    mailbox.fail(true)
    await database()("dk_breach_notice").update({ attempts: 19 })
    await send()
    const text = (await callList(id)).text
    expect(text).toContain("zqgavegiver@kunde.example")
    expect(text).not.toMatch(/Zqmodtager|Zqgavevej|20112233/)
    expect(text).toContain("20445566")
  })
}
