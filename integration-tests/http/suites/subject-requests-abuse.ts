import { performance } from "node:perf_hooks"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminSubjectRequestCode } from "../../../src/types/http"
import { sendDueLetters, tendIntakes } from "../../../src/workflows/subject-request"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { linkIn, privacyPage } from "../helpers/privacy-requests"
import { eventually, register, shopper, staff } from "../helpers/shop"
import { requestsOf } from "../helpers/subject-requests"
import type { Answer, Suite } from "../helpers/suite"
import { watchLogger } from "../helpers/watch-logger"
import { canTellApart, median } from "../helpers/timing"

const KNOWN = "zqkendt@kunde.example"

/** The first look at a path is slower than the rest. */
const WARM_UP = 5
const RUNS = 200

/** All that a stranger sees but the time. */
const seen = ({ status, text, headers }: Answer<unknown>): string =>
  JSON.stringify([
    status,
    text,
    [...headers].filter(([name]) => !["date", "x-request-id", "keep-alive"].includes(name)),
  ])

export default (suite: Suite): void => {
  let mailbox: TestMailbox
  let page: ReturnType<typeof privacyPage>

  beforeEach(async () => {
    mailbox = await openMailbox(suite)
    page = privacyPage(suite, mailbox)
    await forgetCounts()
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  const forgetCounts = () => suite.database()("dk_subject_request_limit").delete()
  const intakes = (): Promise<{ kind: string; outcome: string | null }[]> =>
    suite.database()("dk_subject_request_intake").select("*")

  /** Asks, waits until the mail has gone, and says what was seen and how long it took. */
  const time = async (email: string) => {
    await forgetCounts()
    mailbox.mails.length = 0
    const begin = performance.now()
    const answer = await page.ask({ kind: "access", email })
    const took = performance.now() - begin
    await eventually(() => Promise.resolve(mailbox.mails.length > 0), 5)
    return { seen: seen(answer), took }
  }

  it("tells nobody who is a customer, by what it says or by how long it takes", async () => {
    await register(suite, { email: KNOWN })
    const known: number[] = []
    const unknown: number[] = []
    const answers = new Set<string>()
    for (let run = 0; run < RUNS + WARM_UP; run += 1) {
      const sides = [
        { email: KNOWN, times: known },
        { email: `zqukendt${run.toString()}@kunde.example`, times: unknown },
      ]
      // Each is first as often as the other.
      for (const { email, times } of run % 2 === 0 ? sides : sides.reverse()) {
        const { seen: answer, took } = await time(email)
        answers.add(answer)
        if (run >= WARM_UP) times.push(took)
      }
    }
    expect([...answers]).toHaveLength(1)
    expect([known.length, unknown.length]).toEqual([RUNS, RUNS])
    expect(canTellApart(known, unknown)).toBe(false)
    // The same measurement would have shown an answer that takes half as long again.
    const slower = known.map((took) => took + median(unknown) / 2)
    expect(canTellApart(slower, unknown)).toBe(true)
  })

  it("lets nobody silence a mailbox by asking the same again and again", async () => {
    for (let run = 0; run < 8; run += 1) await page.ask({ kind: "access", email: KNOWN })
    await page.ask({ kind: "erasure", email: KNOWN })
    const mail = await page.mailTo(KNOWN, 2)
    expect(mail.data).toMatchObject({ kind: "erasure" })
    expect(mailbox.mails).toHaveLength(2)
  })

  it("mails a mailbox seldom, whoever types it and however they write it, and says nothing of it", async () => {
    const kinds = [
      "access",
      "access",
      "erasure",
      "portability",
      "rectification",
      "restriction",
      "information",
    ] as const
    const answers = []
    for (const kind of kinds) answers.push(await page.ask({ kind, email: KNOWN }))
    answers.push(await page.ask({ kind: "consent_withdrawal", email: ` ${KNOWN.toUpperCase()} ` }))
    expect(new Set(answers.map(seen)).size).toBe(1)
    await eventually(() => Promise.resolve(mailbox.mails.length >= 5))
    const waiting = await intakes()
    expect(waiting.map(({ kind }) => kind).sort()).toEqual([
      ...["access", "erasure", "portability", "rectification", "restriction"],
    ])
  })

  it("stops an internet address that asks too often, and says for how long", async () => {
    const ask = (run: number) =>
      page.ask({ kind: "access", email: `zq${run.toString()}@kunde.example` })
    const runs = Array.from({ length: 31 }, (_, run) => run)
    const statuses: number[] = []
    for (const run of runs) statuses.push((await ask(run)).status)
    expect(statuses.filter((status) => status === 202)).toHaveLength(30)
    const late = await ask(99)
    expect([late.status, late.error.code]).toEqual([429, "too_many_requests"])
    const wait = Number(late.headers.get("retry-after"))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(3_600)
    await suite
      .database()
      .raw("UPDATE dk_subject_request_limit SET ends_at = ends_at - interval '2 hours'")
    expect((await ask(100)).status).toBe(202)
  })

  it("stops whoever tries tokens", async () => {
    const guess = () => page.status({ id: "dkreq_none", token: "1".repeat(64) })
    expect((await guess()).status).toBe(404)
    await suite.database()("dk_subject_request_limit").update({ calls: 120 })
    expect((await guess()).status).toBe(429)
  })

  it("keeps no address and no mailbox to count by", async () => {
    await page.ask({ kind: "access", email: KNOWN })
    const counted = JSON.stringify(await suite.database()("dk_subject_request_limit").select("*"))
    expect(counted).not.toContain(KNOWN)
    expect(counted).not.toMatch(/127\.0\.0\.1|::1/)
    expect(JSON.parse(counted)).toHaveLength(3)
  })

  it("leaves no token, no code and no address in what the server logs or prints", async () => {
    const logged = watchLogger(suite)
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, "write").mockImplementation((chunk) => {
        logged.push(chunk.toString())
        return true
      })
    }
    const headers = await staff(suite)
    const staffAsks = requestsOf(suite, () => headers)
    mailbox.fail(true)
    await page.ask({ kind: "access", email: KNOWN, message: "Zqbesked" })
    await eventually(async () => (await intakes())[0]?.outcome === "failed: mail_refused")
    mailbox.fail(false)
    await suite
      .database()("dk_subject_request_intake")
      .update({ next_attempt_at: new Date(0) })
    await tendIntakes(suite.container())
    const mailed = linkIn(await page.mailTo(KNOWN))
    const { body } = await page.confirm(mailed)
    const link = { id: body.request.id, token: body.token }
    expect((await page.status(link)).status).toBe(200)
    expect((await page.archive(link)).status).toBe(200)
    expect((await page.status(mailed)).status).toBe(404)
    const id = await staffAsks.enter("access", { channel: "phone", name: "Zqringer" })
    const { body: spoken } = await suite.call<AdminSubjectRequestCode>(
      "POST",
      `/admin/privacy/requests/${id}/code`,
      { headers, body: {} }
    )
    mailbox.fail(true)
    await sendDueLetters(suite.container())
    suite.container().resolve<Logger>(ContainerRegistrationKeys.LOGGER).info("zqlogges")
    const log = logged.join("\n")
    // What is watched is what is logged.
    expect(log).toContain("zqlogges")
    for (const secret of [mailed.token, link.token, spoken.code, KNOWN, "Zqbesked", "Zqringer"]) {
      expect(secret.length).toBeGreaterThan(7)
      expect(log).not.toContain(secret)
    }
  })

  it("says which field is wrong without repeating it", async () => {
    const refused = async (body: object) => {
      const answer = await suite.call("POST", "/store/privacy/requests", {
        headers: shopper(),
        body,
      })
      expect(answer.text).not.toContain("zqforkert")
      return [answer.status, answer.error.message.split(":")[0]]
    }
    expect(await refused({ kind: "access" })).toEqual([400, "email"])
    expect(await refused({ kind: "access", email: "zqforkert@" })).toEqual([400, "email"])
    expect(await refused({ kind: "zqforkert", email: KNOWN })).toEqual([400, "kind"])
    expect(await refused({ kind: "access", email: KNOWN, locale: "zqforkert\r\n" })).toEqual([
      400,
      "locale",
    ])
    expect(await intakes()).toEqual([])
  })
}
