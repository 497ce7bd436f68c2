import { selectRows } from "../../../src/shared/postgres"
import { affectedBy, loseStarts, NOTICE } from "../helpers/breach-people"
import { dyingAt } from "../helpers/dying"
import { guestBuys } from "../helpers/guests"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { ADDRESS, buy, createCart, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** More than sending two notices makes. */
const STATEMENTS = 40

export default (suite: Suite): void => {
  let headers: Headers
  let mailbox: TestMailbox
  const { open, select, list, told, linesOf, started, write, notify, call, send, due } = affectedBy(
    suite,
    () => headers
  )

  beforeEach(async () => {
    headers = await staff(suite)
    mailbox = await openMailbox(suite)
    loseStarts(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  /** Other mails are of orders. */
  const notices = () => mailbox.mails.filter(({ template }) => template === "dk-breach-notice")
  const outcomes = async (id: string) =>
    (await list(id)).people.map((person) => person.notices.map(({ outcome }) => outcome).join(" "))
  const haveTexts = () =>
    suite
      .database()("notification_provider")
      .insert({
        ...{ id: "test-sms", handle: "test-sms", name: "test-sms" },
        ...{ is_enabled: true, channels: ["sms"] },
      })
  const exhaust = (id: string) =>
    suite
      .database()("dk_breach_notice")
      .where({ breach_id: id, done_at: null })
      .update({ attempts: 19, next_attempt_at: new Date(0), claimed_until: null })

  it("begins with a text from what is known, in both languages, and is what staff writes from then on", async () => {
    const id = await open({ risk: "risk" })
    const draft = (await call<{ notice: typeof NOTICE; is_draft: boolean }>("GET", `/${id}/notice`))
      .body
    expect(draft.is_draft).toBe(true)
    expect(draft.notice.da.text).toContain("En liste blev sendt til en forkert modtager.")
    expect(draft.notice.en.text).toContain("What happened")
    for (const wrong of [
      { da: NOTICE.da },
      { ...NOTICE, en: { subject: "A\nB", text: "t" } },
      { ...NOTICE, da: { subject: " ", text: "t" } },
      { ...NOTICE, da: { subject: "s", text: "" } },
    ]) {
      expect((await write(id, wrong)).status).toBe(400)
    }
    expect((await write(id)).body.breach.notice).toEqual(NOTICE)
    expect((await call("GET", `/${id}/notice`)).body).toEqual({ notice: NOTICE, is_draft: false })
  })

  it("is not sent before it is written, the risk is judged, what it must say is known, and somebody is affected", async () => {
    await register(suite, { email: "zqtidlig@kunde.example" })
    const unread = await open()
    expect((await notify(unread)).error.code).toBe("nobody_affected")
    await select(unread, { customers: true })
    expect((await notify(unread)).error.code).toBe("no_notice")
    await write(unread)
    expect((await notify(unread)).error.code).toBe("not_assessed")
    const thin = await open({ risk: "high", facts: { consequences: "" } })
    await select(thin, { customers: true })
    await write(thin)
    expect((await notify(thin)).error.code).toBe("notice_incomplete")
    await send()
    expect(notices()).toEqual([])
  })

  it("reaches each in their language with that text alone, also who wants no marketing, and those added later", async () => {
    const english = await createCart(suite, { email: "zqenglish@gaest.example", locale: "en" })
    await buy(suite, english)
    await guestBuys(suite, "zqdansk@gaest.example", {})
    const body = { email: "zqdansk@gaest.example" }
    const objected = await suite.call("POST", "/admin/privacy/suppressions", { headers, body })
    expect(objected.body).toEqual({ count: 1 })
    const { id, breach } = await started()
    expect(breach.open_duties).toContain("people_untold")
    await Promise.all([send(), send(), send()])
    await due()
    await send()
    expect(
      notices()
        .map(({ to, content }) => [to, content])
        .sort()
    ).toEqual([
      ["zqdansk@gaest.example", NOTICE.da],
      ["zqenglish@gaest.example", NOTICE.en],
    ])
    expect(JSON.stringify(notices())).not.toMatch(/unsubscribe/i)
    await register(suite, { email: "zqsenere@kunde.example" })
    await select(id, { customers: true })
    const again = await Promise.all([notify(id), notify(id)])
    expect(again.map(({ status }) => status)).toEqual([200, 200])
    await send()
    expect(notices()).toHaveLength(3)
    const { breach: after } = (await notify(id)).body
    const starts = after.timeline.filter(({ type }) => type === "notices_started")
    expect(starts.map(({ data }) => data.people)).toEqual([2, 1])
    expect(after.people).toMatchObject({ affected: 3, untold: 0 })
    expect(after.open_duties).not.toContain("people_untold")
  })

  it("of a provider that fails is tried again, and goes to the call list when it never leaves", async () => {
    await guestBuys(suite, "zqfejler@gaest.example", { phone: "20998877" })
    const { id } = await started()
    mailbox.fail(true)
    await send()
    expect(await linesOf(id)).toEqual([])
    expect((await list(id, "state=waiting")).count).toBe(1)
    mailbox.fail(false)
    await due()
    await send()
    expect(notices()).toHaveLength(1)
    mailbox.fail(true)
    await guestBuys(suite, "zqopgivet@gaest.example", { phone: "20998877" })
    await select(id, { guests: true })
    await notify(id)
    await exhaust(id)
    await send()
    const lines = await linesOf(id)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain("zqopgivet@gaest.example")
    const stored = await selectRows<{ row: string }>(
      suite.database(),
      "SELECT n::text AS row FROM dk_breach_notice n"
    )
    expect(JSON.stringify(stored)).not.toMatch(/zqfejler|zqopgivet|20998877/)
  })

  it("whose server dies at any statement is given at most once, and the end is known or left to staff", async () => {
    await guestBuys(suite, "zqdoer@gaest.example", {})
    await guestBuys(suite, "zqdoerogsaa@gaest.example", {})
    const id = await open({ risk: "high" })
    await select(id, { guests: true })
    await write(id)
    for (let nth = 1; nth <= STATEMENTS; nth += 1) {
      mailbox.mails.length = 0
      await suite.database()("notification").delete()
      await suite.database()("dk_breach_notice").delete()
      await notify(id)
      await dyingAt(suite.database(), nth, send)
      for (let later = 0; later < 2; later += 1) {
        await due()
        await send()
      }
      const ends = await outcomes(id)
      const mailed = ends.filter((end) => end === "mailed").length
      const unknown = ends.filter((end) => end === "interrupted").length
      expect([nth, mailed + unknown, unknown <= 1]).toEqual([nth, 2, true])
      const receivers = notices().map(({ to }) => to)
      expect(new Set(receivers).size).toBe(receivers.length)
      expect(receivers.length).toBeGreaterThanOrEqual(mailed)
      expect(await linesOf(id)).toHaveLength(unknown)
    }
  })

  it("goes as a text message where no mail can, when the shop has a provider, and else by hand", async () => {
    const email = "zqsms@gaest.example"
    await guestBuys(suite, email, { phone: "20998877" })
    await haveTexts()
    const { id } = await started()
    mailbox.fail(true)
    await exhaust(id)
    await send()
    mailbox.fail(false)
    await due()
    await Promise.all([send(), send()])
    await send()
    expect(notices().map(({ channel, to, content }) => [channel, to, content?.text])).toEqual([
      ["sms", "20998877", NOTICE.da.text],
    ])
    expect(await outcomes(id)).toEqual(["failed: refused texted"])
    expect((await list(id, "state=told")).count).toBe(1)
  })

  it("is not sent to whom staff called first", async () => {
    await guestBuys(suite, "zqforst@gaest.example", {})
    await guestBuys(suite, "zqsidst@gaest.example", {})
    const { id } = await started()
    const person = (await list(id)).people.find(({ email }) => email === "zqforst@gaest.example")
    const done = await told(id, person?.id ?? "", { channel: "call", outcome: "called" })
    expect(done.body.breach.people).toMatchObject({ affected: 2, untold: 1 })
    await send()
    expect(notices().map(({ to }) => to)).toEqual(["zqsidst@gaest.example"])
  })

  it("that is being sent cannot be told by hand meanwhile", async () => {
    await guestBuys(suite, "zqundervejs@gaest.example", {})
    const { id } = await started()
    const release = mailbox.hold()
    const sending = send()
    const person = (await list(id)).people[0]?.id ?? ""
    const answer = await told(id, person, { channel: "call", outcome: "called" })
    release()
    await sending
    expect([answer.status, answer.error.code]).toEqual([409, "being_told"])
    expect(notices()).toHaveLength(1)
  })

  it("holds the case open while somebody is untold", async () => {
    const account = await register(suite, { email: "zquden@kunde.example" })
    const { id } = await started()
    mailbox.fail(true)
    await exhaust(id)
    await send()
    const untold = (await notify(id)).body.breach
    expect(untold.open_duties).toContain("people_untold")
    const person = (await list(id)).people[0]
    expect(person?.customer_id).toBe(account.customerId)
    const letter = await told(id, person?.id ?? "", { channel: "letter", outcome: "written" })
    expect(letter.body.breach.open_duties).not.toContain("people_untold")
  })

  it("of a drill goes the whole way but the last step: no provider is asked", async () => {
    const cart = await createCart(suite, {
      email: "zqovelse@gaest.example",
      shipping_address: ADDRESS,
    })
    await buy(suite, cart)
    const { id } = await started({ isDrill: true })
    await Promise.all([send(), send()])
    expect(notices()).toEqual([])
    expect(await outcomes(id)).toEqual(["drill"])
    expect((await list(id, "state=told")).count).toBe(1)
  })
}
