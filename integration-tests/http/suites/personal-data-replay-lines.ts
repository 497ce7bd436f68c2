import { appendFileSync, writeFileSync } from "node:fs"
import finishJob from "../../../src/jobs/personal-data-finish-erasures"
import { fileSink } from "../../../src/modules/personal-data/engine/ledger-file"
import { replayLedger } from "../../../src/modules/personal-data/engine/replay"
import { runErasure } from "../../../src/modules/personal-data/engine/run-erasure"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminLedgerResponse, AdminReplayListResponse } from "../../../src/types/http"
import { tablesHolding } from "../helpers/canary"
import { databaseUrlOf, runCommand } from "../helpers/command"
import { publishText, subscribe } from "../helpers/consents"
import { dumpTo, restoreFrom } from "../helpers/dump"
import { dyingAt } from "../helpers/dying"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { REPLAYS, previewReplay, replay, withLedgerFile } from "../helpers/ledger"
import { openMailbox } from "../helpers/mailbox"
import { eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const DUMP = "dk_dump"
const OTHER_KEY = { id: "next", key: "the-next-secret-of-the-shop-0123456789abcdef" }

export default (suite: Suite): void => {
  const { erase } = erasuresOf(suite)
  const ledger = withLedgerFile(suite)
  const now = { grace_hours: 0, override_blocks: true }

  const holding = (text: string) => tablesHolding(suite.database(), text)
  const rowsOf = (table: string) =>
    selectRows<{ id: string }>(suite.database(), `SELECT * FROM ${table}`)
  const state = async (headers: Headers) =>
    (await suite.call<AdminLedgerResponse>("GET", "/admin/privacy/ledger", { headers })).body.ledger
  const brokenSink = {
    append: () => Promise.reject(new Error("zqsecretplace")),
    read: async function* () {},
  }

  /** Erased, and there again from a backup. */
  const eraseAndRestore = async (headers: Headers, name: string) => {
    const { account, orderId } = await buyOnce(suite, name)
    await suite.settle()
    await dumpTo(suite.database(), DUMP)
    await erase(headers, { customer_id: account.customerId, ...now })
    await suite.settle()
    await restoreFrom(suite.database(), DUMP)
    return { account, orderId }
  }

  describe("a replay", () => {
    it("believes no line that is damaged or forged, counts them, and takes a torn one for what it is", async () => {
      const headers = await staff(suite)
      await eraseAndRestore(headers, "zqtorn")
      const [line = ""] = ledger.lines()
      const forged = {
        ...(JSON.parse(line) as object),
        id: "dkledg_forged",
        order_ids: ["order_x"],
      }
      writeFileSync(
        ledger.path(),
        [line.slice(0, 40), line, line, "{}", JSON.stringify(forged), line.slice(0, 100)].join("\n")
      )
      const { report } = await replay(suite, headers)
      // The first piece is the beginning of a line that follows; the last may be one that never came.
      expect(report?.lines).toMatchObject({ read: 6, new: 1, damaged: 2, forged: 1 })
      expect(report).toMatchObject({ erasures: 1, taken_up: 1 })
    })

    it("reads lines under a previous secret, and names a secret that is gone", async () => {
      const headers = await staff(suite)
      const { account } = await eraseAndRestore(headers, "zqrotated")
      const { current } = ledger.secrets()
      ledger.set({ secrets: { current: OTHER_KEY, previous: [] } })
      const lost = await replay(suite, headers)
      expect(lost.report).toMatchObject({
        erasures: 0,
        lines: { read: 1, new: 0, unknown_keys: { development: 1 } },
      })
      expect(await holding("zqrotatedstreet")).toContain("order_address")
      ledger.set({ secrets: { current: OTHER_KEY, previous: [current] } })
      expect((await replay(suite, headers)).report).toMatchObject({
        taken_up: 1,
        lines: { new: 1 },
      })
      ledger.set({ secrets: { current: OTHER_KEY, previous: [] } })
      expect((await previewReplay(suite, headers)).unreadable_digests).toEqual({ development: 1 })
      expect(await holding(account.email)).not.toContain("customer")
    })

    it("leaves lines of a copy that writes to the same place, and reads them when it continues it", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { account } = await buyOnce(suite, "zqlive")
      await suite.settle()
      await dumpTo(database, DUMP)
      const env = { DK_LEDGER: ledger.path() }
      const url = await databaseUrlOf(suite)
      const copied = await runCommand(["replay", "--copy"], url, env)
      expect([copied.code, copied.out]).toEqual([0, expect.stringContaining("a copy now, inst")])
      await erase(headers, { customer_id: account.customerId, ...now })
      const line = JSON.parse(ledger.lines()[0] ?? "") as { installation_id: string }
      const other = line.installation_id
      expect(copied.out).toContain(other)

      await restoreFrom(database, DUMP)
      const { report } = await replay(suite, headers)
      expect(report).toMatchObject({
        ...{ erasures: 0, taken_up: 0 },
        lines: { read: 1, new: 0, forged: 0, other_installations: { [other]: 1 } },
      })
      expect(await holding("zqlivestreet")).toContain("order_address")
      expect((await state(headers)).last_line_at).toBeNull()

      const wrong = await runCommand(["replay", "--continues", "zq"], url, env)
      expect(wrong.code).not.toBe(0)
      const continued = await runCommand(["replay", "--continues", other], url, env)
      expect([continued.code, continued.out]).toEqual([0, expect.stringContaining(other)])
      expect((await replay(suite, headers)).report).toMatchObject({
        ...{ erasures: 1, taken_up: 1 },
        lines: { new: 1, other_installations: {} },
      })
    })

    it("finds by its digest what no id names", async () => {
      const headers = await staff(suite)
      const email = "zqdigest@kunde.example"
      await guestBuys(suite, email, { last_name: "zqdigestlast" })
      await erase(headers, { email, ...now })
      const { erasure_id: id } = JSON.parse(ledger.lines()[0] ?? "") as { erasure_id: string }
      const at = { created_at: "2026-01-01", updated_at: "2026-01-01" }
      const database = suite.database()
      await database("cart").insert({ id: "cart_zqold", email, currency_code: "dkk", ...at })
      await database("notification").insert({
        ...{ id: "noti_zqold", to: email, channel: "email", template: "zqmail", ...at },
      })
      const login = { id: "authid_zqold", ...at }
      await database("auth_identity").insert(login)
      await database("provider_identity").insert({
        ...{ id: "prov_zqold", entity_id: email, provider: "emailpass", ...at },
        auth_identity_id: login.id,
      })
      const { report } = await replay(suite, headers)
      expect(report).toMatchObject({ taken_up: 1, done: 1, erasure_ids: [id] })
      expect(await holding(email)).toEqual([])
      const [erasure] = await selectRows<{ more_emails: string[] }>(
        database,
        "SELECT more_emails FROM dk_personal_data_erasure"
      )
      expect(erasure?.more_emails).toEqual([])
    })

    it("finds by its digest who only ever signed up to the newsletter, and leaves who did so since", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const mailbox = await openMailbox(suite)
      const notice = await publishText(suite)
      const email = "zqreader@kunde.example"
      const signUp = async () => {
        const sent = mailbox.mails.length
        expect((await subscribe(suite, email, notice)).status).toBe(202)
        await eventually(() => Promise.resolve(mailbox.mails.length > sent))
        await suite.settle()
      }
      await signUp()
      await database("notification").where({ to: email }).delete()
      expect(await holding(email)).toEqual(["dk_consent_subscription"])
      await dumpTo(database, DUMP)
      await erase(headers, { email, ...now })
      expect(await holding(email)).toEqual([])
      await restoreFrom(database, DUMP)
      expect((await replay(suite, headers)).report).toMatchObject({ taken_up: 1, done: 1 })
      expect(await holding(email)).toEqual([])
      await signUp()
      const signedUp = await holding(email)
      expect((await replay(suite, headers)).report).toMatchObject({ taken_up: 0 })
      expect(await holding(email)).toEqual(signedUp)
      jest.restoreAllMocks()
    })

    it("works from the table alone where there is no place outside", async () => {
      const headers = await staff(suite)
      ledger.set({ ledger: undefined })
      const { account } = await buyOnce(suite, "zqtable")
      await erase(headers, { customer_id: account.customerId, ...now })
      await suite
        .database()
        .raw(`UPDATE customer SET first_name = 'zqtableback' WHERE id = ?`, [account.customerId])
      expect((await replay(suite, headers)).report).toMatchObject({ taken_up: 1, done: 1 })
      expect(await holding("zqtableback")).toEqual([])
    })

    it("that cannot read the ledger changes nothing and says why; another one may begin", async () => {
      const headers = await staff(suite)
      const read = () => {
        throw new Error("zqsecretplace")
      }
      ledger.set({ ledger: { sink: { ...brokenSink, read } } })
      const failed = await replay(suite, headers)
      expect(failed).toMatchObject({ status: "failed", error: "ledger_unreachable", report: null })
      const preview = await suite.call("POST", `${REPLAYS}/preview`, { headers })
      expect([preview.status, preview.error.code]).toEqual([409, "ledger_unreachable"])
      expect(await state(headers)).toMatchObject({ is_reachable: false, lines: null })
      ledger.set({ ledger: { sink: { file: ledger.path() } } })
      expect((await replay(suite, headers)).status).toBe("done")
    })

    it("that is only looked at ends while its lines are read, when that takes too long, and says so", async () => {
      const headers = await staff(suite)
      await eraseAndRestore(headers, "zqslow")
      const [line = ""] = ledger.lines()
      const late = Date.now() + 30_000
      const clock = jest.spyOn(Date, "now")
      const read = async function* () {
        yield line
        clock.mockReturnValue(late)
        await Promise.resolve()
        yield* [line, line]
      }
      ledger.set({ ledger: { sink: { ...brokenSink, read } } })
      const preview = await previewReplay(suite, headers)
      clock.mockRestore()
      expect(preview).toMatchObject({ is_whole: false, lines: { read: 1 } })
    })

    it("runs one at a time, and a killed one is taken up by the job", async () => {
      const headers = await staff(suite)
      await eraseAndRestore(headers, "zqresume")
      await suite
        .database()("dk_personal_data_replay")
        .insert({
          ...{ id: "dkrpl_killed", status: "running", started_at: new Date() },
        })
      const second = await suite.call("POST", REPLAYS, { headers })
      expect([second.status, second.error.code]).toEqual([409, "replay_running"])
      await finishJob(suite.container())
      const { body } = await suite.call<AdminReplayListResponse>("GET", REPLAYS, { headers })
      // It is asked for every two seconds, so it does not read the ledger.
      expect(Object.keys(body).sort()).toEqual(["count", "limit", "offset", "replays"])
      expect(body).toMatchObject({
        count: 1,
        replays: [{ id: "dkrpl_killed", status: "done", report: { taken_up: 1 } }],
      })
    })

    it("killed before any statement that writes, and run again, ends as one that was not", async () => {
      const headers = await staff(suite)
      await eraseAndRestore(headers, "zqkilled")
      const options = {
        financialYearStartsIn: 1,
        now: new Date(),
        warn: () => undefined,
        ledger: { secrets: ledger.secrets(), sink: fileSink(ledger.path()) },
      }
      const database = suite.database()
      const run = async (id: string) => {
        await database.raw(`UPDATE dk_personal_data_erasure SET override_blocks = true`)
        await runErasure(database, id, {
          ...options,
          forgetFiles: () => Promise.resolve(0),
          whileCartsRest: (_ids, work) => work([]),
        })
      }
      let boundaries = 0
      for (;;) {
        const isKilled = await dyingAt(database, boundaries + 1, async () => {
          const { failed } = await replayLedger(database, options, run)
          if (failed.length > 0) throw new Error("killed inside one erasure")
        })
        if (!isKilled) break
        boundaries += 1
      }
      expect(boundaries).toBeGreaterThan(20)
      expect(await holding("zqkilled")).toEqual([])
      expect(await rowsOf("dk_personal_data_ledger")).toHaveLength(1)
      expect(await rowsOf("dk_personal_data_erasure")).toMatchObject([{ status: "done" }])
      expect(await rowsOf("dk_personal_data_certificate")).toHaveLength(1)
    })

    it("is a command as well, with a preview that changes nothing", async () => {
      const headers = await staff(suite)
      await eraseAndRestore(headers, "zqcommand")
      const url = await databaseUrlOf(suite)
      const env = { DK_LEDGER: ledger.path() }
      const preview = await runCommand(["replay", "--preview"], url, env)
      expect(preview.out).toContain("there again: 1, done: 0, waiting: 1")
      expect(await rowsOf("dk_personal_data_ledger")).toEqual([])
      appendFileSync(ledger.path(), "{}\n")
      const done = await runCommand(["replay"], url, env)
      expect(done.out).toContain("not believed: 1 damaged, 0 forged")
      expect([preview.code, done.code]).toEqual([0, 1])
      expect(await rowsOf("dk_personal_data_replay")).toMatchObject([
        { status: "done", started_by: null },
      ])
    })

    it("is for staff who may erase", async () => {
      const headers = await staff(suite, STRANGER_STAFF)
      for (const path of [REPLAYS, `${REPLAYS}/preview`, "/admin/privacy/import-checks"]) {
        const body = { emails: ["zq@kunde.example"] }
        expect((await suite.call("POST", path, { headers, body })).status).toBe(403)
      }
      expect(
        (await suite.call("GET", `${REPLAYS}/none`, { headers: await staff(suite) })).status
      ).toBe(404)
    })
  })
}
