import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Modules } from "@medusajs/framework/utils"
import type { DemoMail } from "../../../demo/mailbox/service"
import { selectRows } from "../../../src/shared/postgres"
import { affectedBy, loseStarts } from "../helpers/breach-people"
import { openMailbox } from "../helpers/mailbox"
import { anotherServer } from "../helpers/servers"
import type { Server } from "../helpers/servers"
import { staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** People of a breach; `npm run test:long` has ten thousand. */
const PEOPLE = Number(process.env.BREACH_PEOPLE ?? "200")
/** Rows of people that are made at once. */
const AT_ONCE = 500
const LIMIT_MS = Math.max(240_000, PEOPLE * 150)

const emailOf = (index: number) => `zqberoert${index.toString()}@kunde.example`

export default (suite: Suite): void => {
  let headers: Headers
  let folder: string
  let other: Server
  const { open, select, told, list, write, notify, send, due } = affectedBy(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    folder = await mkdtemp(join(tmpdir(), "dk-mails-"))
    other = await anotherServer(suite, { DEMO_MAILS: folder })
    await other.start()
    loseStarts(suite)
  }, 120_000)

  afterEach(async () => {
    jest.restoreAllMocks()
    await other.kill()
    await rm(folder, { recursive: true })
  })

  const addPeople = async () => {
    const customers = suite.container().resolve(Modules.CUSTOMER)
    for (let from = 0; from < PEOPLE; from += AT_ONCE) {
      const size = Math.min(AT_ONCE, PEOPLE - from)
      await customers.createCustomers(
        Array.from({ length: size }, (_none, index) => ({
          ...{ email: emailOf(from + index), has_account: true },
        }))
      )
    }
  }
  /** This server's provider; the other one has its own, which it would not ask if it knew of this one. */
  const openOwnMailbox = async () => {
    const mailbox = await openMailbox(suite)
    await suite
      .database()("notification_provider")
      .where({ id: "test-mail" })
      .update({ is_enabled: false })
    return mailbox
  }
  const ready = async (isDrill: boolean) => {
    await addPeople()
    const id = await open({ risk: "high", isDrill })
    expect((await select(id, { customers: true })).body.added).toBe(PEOPLE)
    await write(id)
    return id
  }
  const countDone = async () => {
    const [row] = await selectRows<{ done: number }>(
      suite.database(),
      "SELECT count(done_at)::int AS done FROM dk_breach_notice"
    )
    return row?.done ?? 0
  }
  const until = async (isSo: () => Promise<boolean>) => {
    const end = Date.now() + 60_000
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error("It did not happen within a minute")
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  /** The other server has begun, this one joins it, and the other is killed when a third is done; then time passes. */
  const tellWithOneKilled = async (doneByOther: () => Promise<number>) => {
    await until(async () => (await doneByOther()) > PEOPLE / 20)
    const sending = send()
    await until(async () => (await countDone()) > PEOPLE / 3)
    const doneAtKill = await countDone()
    await other.kill()
    expect(doneAtKill).toBeLessThan(PEOPLE)
    await sending
    const waiting = async () =>
      (await selectRows(suite.database(), "SELECT 1 FROM dk_breach_notice WHERE done_at IS NULL"))
        .length
    for (let round = 0; (await waiting()) > 0 && round < PEOPLE; round += 1) {
      await due()
      await send()
    }
  }
  const endsOf = () =>
    selectRows<{ email: string; outcomes: string[] }>(
      suite.database(),
      `SELECT c.email, array_agg(n.outcome) AS outcomes FROM dk_breach_person p JOIN customer c ON c.id = p.customer_id
         LEFT JOIN dk_breach_notice n ON n.breach_person_id = p.id GROUP BY 1`
    )
  const mailsOfOther = async () => {
    const texts = await Promise.all(
      (await readdir(folder)).map((file) => readFile(join(folder, file), "utf8"))
    )
    // Killed before the first letter was written: nobody got that one.
    return texts.filter(Boolean).map((text) => (JSON.parse(text) as DemoMail).to)
  }

  it(
    "are told each once in a drill by two servers, of which one is killed, and no provider is asked",
    async () => {
      const mailbox = await openOwnMailbox()
      const id = await ready(true)
      expect((await notify(id)).body.breach.people.untold).toBe(PEOPLE)
      other.run("breach-notices")
      await tellWithOneKilled(countDone)
      const ends = await endsOf()
      expect(ends).toHaveLength(PEOPLE)
      expect(ends.filter(({ outcomes }) => outcomes.join() !== "drill")).toEqual([])
      expect([mailbox.mails, await mailsOfOther()]).toEqual([[], []])
      expect((await list(id, "state=untold")).count).toBe(0)
    },
    LIMIT_MS
  )

  it(
    "are told each once in earnest: nobody is mailed twice, and whose mail was cut off is left to staff",
    async () => {
      const mailbox = await openOwnMailbox()
      const id = await ready(false)
      const started = Date.now()
      // Who answers begins.
      const asked = await affectedBy(other.suite, () => headers).notify(id)
      expect(asked.status).toBe(200)
      await tellWithOneKilled(async () => (await readdir(folder)).length)
      const seconds = Math.round((Date.now() - started) / 1000)
      const theirs = await mailsOfOther()
      const given = [...mailbox.mails.map(({ to }) => to), ...theirs]
      expect(new Set(given).size).toBe(given.length)
      expect(theirs.length).toBeGreaterThan(0)
      expect(theirs.length).toBeLessThan(given.length)
      const ends = await endsOf()
      const mailed = ends.filter(({ outcomes }) => outcomes.join() === "mailed")
      const cutOff = ends.filter(({ outcomes }) => outcomes.join() === "interrupted")
      expect(mailed.length + cutOff.length).toBe(PEOPLE)
      // A server sends one mail at a time.
      expect(cutOff.length).toBeLessThanOrEqual(1)
      const reached = new Set(given)
      expect(mailed.filter(({ email }) => !reached.has(email))).toEqual([])
      for (const { id: personId } of (await list(id, "state=untold")).people) {
        await told(id, personId, { channel: "call", outcome: "called" })
      }
      expect((await notify(id)).body.breach.people.untold).toBe(0)
      process.stdout.write(
        `${PEOPLE.toString()} people told by two servers, one killed: ${seconds.toString()} s, ${cutOff.length.toString()} left to staff\n`
      )
    },
    LIMIT_MS
  )
}
