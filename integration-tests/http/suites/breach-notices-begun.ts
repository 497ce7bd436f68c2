import { Modules } from "@medusajs/framework/utils"
import { sendNoticesOf } from "../../../src/workflows/breach"
import { affectedBy, loseStarts } from "../helpers/breach-people"
import { guestBuys } from "../helpers/guests"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** More than a batch, so that two senders have something to share. */
const PEOPLE = 60

/** More than is sent at the start of a case. */
const MANY = 80

export default (suite: Suite): void => {
  let headers: Headers
  let mailbox: TestMailbox
  const { open, select, started, write, notify, send, due } = affectedBy(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    mailbox = await openMailbox(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const receivers = () =>
    mailbox.mails.filter(({ template }) => template === "dk-breach-notice").map(({ to }) => to)
  const rowsOf = (id: string) =>
    suite
      .database()<{ attempts: number; outcome: string | null; done_at: Date | null }>(
        "dk_breach_notice"
      )
      .where({ breach_id: id })
  /** Nobody waits, or is being written to. */
  const areDone = (id: string) =>
    eventually(async () => {
      const rows = await rowsOf(id)
      return rows.length > 0 && rows.every((row) => row.done_at !== null)
    })

  const register = (count: number, name: string) =>
    suite
      .container()
      .resolve(Modules.CUSTOMER)
      .createCustomers(
        Array.from({ length: count }, (_none, index) => ({
          ...{ email: `${name}${index.toString()}@kunde.example`, has_account: true },
        }))
      )
  /** The time has passed in which a killed server could still be at it. */
  const outlive = (id: string) =>
    suite
      .database()("dk_breach_notice")
      .where({ breach_id: id, done_at: null })
      .update({ claimed_until: new Date(0) })
  const begun = () =>
    eventually(async () => {
      const pending = { template: "dk-breach-notice", status: "pending" }
      return (await suite.database()("notification").where(pending)).length > 0
    })
  /** A case of three people whose first is being written to, by a sender whose claim has run out. */
  const sentSlowly = async (name: string) => {
    loseStarts(suite)
    await register(3, name)
    const { id } = await started()
    const release = mailbox.hold()
    const slow = send()
    await begun()
    await outlive(id)
    return { id, slow, release }
  }

  it("reach people when staff asks, without the job, and those added later when staff asks again", async () => {
    await guestBuys(suite, "zqstraks@gaest.example", {})
    const { id } = await started()
    await areDone(id)
    expect(receivers()).toEqual(["zqstraks@gaest.example"])
    await guestBuys(suite, "zqbagefter@gaest.example", {})
    await select(id, { guests: true })
    expect(receivers()).toHaveLength(1)
    await notify(id)
    await areDone(id)
    expect(receivers()).toEqual(["zqstraks@gaest.example", "zqbagefter@gaest.example"])
  })

  it("of one case do not send those of another", async () => {
    await guestBuys(suite, "zqhverforsig@gaest.example", {})
    mailbox.fail(true)
    const { id: other } = await started()
    await eventually(async () => (await rowsOf(other))[0]?.outcome?.startsWith("failed:") === true)
    await due()
    mailbox.fail(false)
    const { id } = await started()
    await areDone(id)
    expect(receivers()).toHaveLength(1)
    expect(await rowsOf(other)).toMatchObject([{ attempts: 1, done_at: null }])
  })

  it("reach each once, though several ask at once and the job runs meanwhile", async () => {
    await register(PEOPLE, "zqsammen")
    const id = await open({ risk: "high" })
    await select(id, { customers: true })
    await write(id)
    const asked = await Promise.all([notify(id), notify(id), notify(id)])
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200])
    await Promise.all([send(), send()])
    await areDone(id)
    expect(receivers()).toHaveLength(PEOPLE)
    expect(new Set(receivers()).size).toBe(PEOPLE)
  })

  it("that a provider refuses at first are sent by the job", async () => {
    await guestBuys(suite, "zqafvist@gaest.example", {})
    mailbox.fail(true)
    const { id } = await started()
    await eventually(async () => (await rowsOf(id))[0]?.outcome === "failed: refused")
    mailbox.fail(false)
    await due()
    await send()
    expect(receivers()).toEqual(["zqafvist@gaest.example"])
  })

  it("whose event is lost are answered for all the same, and sent by the job", async () => {
    await guestBuys(suite, "zqtabt@gaest.example", {})
    const bus = suite.container().resolve(Modules.EVENT_BUS)
    const emit = bus.emit.bind(bus)
    jest.spyOn(bus, "emit").mockImplementation((events, options) => {
      const isStart = JSON.stringify(events).includes("dk_breach.notices_started")
      return isStart ? Promise.reject(new Error("no queue")) : emit(events, options)
    })
    const { id } = await started()
    expect(await rowsOf(id)).toMatchObject([{ attempts: 0, done_at: null }])
    await send()
    expect(receivers()).toEqual(["zqtabt@gaest.example"])
  })

  it("by a provider slower than a claim are given once and by one server, as long as it goes on", async () => {
    const { id, slow, release: releaseFirst } = await sentSlowly("zqlangsom")
    const releaseSecond = mailbox.hold()
    releaseFirst()
    await eventually(() => Promise.resolve(receivers().length === 1))
    await begun()
    await send()
    expect(receivers()).toHaveLength(1)
    releaseSecond()
    await slow
    expect(new Set(receivers()).size).toBe(3)
    expect(await rowsOf(id)).toEqual(
      Array(3).fill(expect.objectContaining({ attempts: 1, outcome: "mailed" }))
    )
  })

  it("that another server took over meanwhile are left to it, and keep what came of them", async () => {
    const { id, slow, release } = await sentSlowly("zqovertaget")
    await send()
    expect(receivers()).toHaveLength(2)
    release()
    await slow
    expect(new Set(receivers()).size).toBe(3)
    expect((await rowsOf(id)).map(({ outcome }) => outcome)).toEqual(Array(3).fill("mailed"))
  })

  it("are sent for a while when staff asks, and the rest by the job, so that no other event waits for all", async () => {
    loseStarts(suite)
    await register(MANY, "zqmange")
    const { id } = await started()
    await sendNoticesOf(suite.container(), id)
    expect(receivers().length).toBeGreaterThan(0)
    expect(receivers().length).toBeLessThan(MANY)
    await send()
    expect(new Set(receivers()).size).toBe(MANY)
    expect(receivers()).toHaveLength(MANY)
  })

  it("are announced once, and not when nobody new is to be told", async () => {
    await guestBuys(suite, "zqengang@gaest.example", {})
    const emit = jest.spyOn(suite.container().resolve(Modules.EVENT_BUS), "emit")
    const { id } = await started()
    await areDone(id)
    expect((await notify(id)).status).toBe(200)
    const starts = emit.mock.calls.filter(([event]) =>
      JSON.stringify(event).includes("dk_breach.notices_started")
    )
    expect(starts).toHaveLength(1)
  })

  it("whose queue does not answer are answered for at once", async () => {
    await guestBuys(suite, "zqstille@gaest.example", {})
    const bus = suite.container().resolve(Modules.EVENT_BUS)
    const emit = bus.emit.bind(bus)
    jest.spyOn(bus, "emit").mockImplementation((events, options) => {
      const isStart = JSON.stringify(events).includes("dk_breach.notices_started")
      return isStart ? new Promise<void>(() => undefined) : emit(events, options)
    })
    const { id } = await started()
    await send()
    expect(await rowsOf(id)).toMatchObject([{ outcome: "mailed" }])
  }, 20_000)
}
