import { SUBJECT_REQUEST_MODULE } from "../../../src/modules/subject-request"
import type { SubjectRequestModuleService } from "../../../src/modules/subject-request"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminSubjectRequestListResponse,
  AdminSubjectRequestResponse,
} from "../../../src/types/http"
import { remindOfLimits } from "../../../src/workflows/subject-request"
import { shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { watchLogger } from "../helpers/watch-logger"

const REQUESTS = "/admin/privacy/requests"

const DAY_MS = 24 * 3600 * 1000

const inDays = (days: number) => copenhagenDay(new Date(Date.now() + days * DAY_MS))

export default (suite: Suite): void => {
  let headers: Headers

  beforeEach(async () => {
    headers = await staff(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const enter = (body: object) =>
    suite.call<AdminSubjectRequestResponse>("POST", REQUESTS, { headers, body })
  const letter = async (body: object = {}) => {
    const answer = await enter({
      ...{ kind: "access", channel: "letter", received_on: "2026-01-31", name: "Zq Brevskriver" },
      ...body,
    })
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
    return answer.body.request
  }
  const act = (id: string, action: string, body: object) =>
    suite.call<AdminSubjectRequestResponse>("POST", `${REQUESTS}/${id}/${action}`, {
      headers,
      body,
    })
  const read = async (id: string) =>
    (await suite.call<AdminSubjectRequestResponse>("GET", `${REQUESTS}/${id}`, { headers })).body
      .request

  describe("a request that came by letter", () => {
    it("has the day it came, both limits and a timeline", async () => {
      const request = await letter({ message: "Jeg vil se, hvad I har om mig." })
      expect(request).toMatchObject({
        ...{ kind: "access", channel: "letter", state: "received", locale: "da" },
        ...{ received_on: "2026-01-31", strict_on: "2026-02-28", legal_on: "2026-03-02" },
        ...{ is_extended: false, is_paused: false, ended_at: null },
      })
      expect(request.timeline).toMatchObject([{ type: "received", reason: null }])
      expect(request.timeline[0]?.actor).toMatch(/^user_/)
      expect(request.actions).toEqual([
        ...["identity_asked", "identity_confirmed", "extended", "refused", "withdrawn"],
      ])
    })

    it("is refused with a ground and reasons, and then stays what it is", async () => {
      const { id } = await letter()
      const refusal = { ground: "excessive", reason: "Den fjerde anmodning på to uger" }
      const { status, body } = await act(id, "refuse", refusal)
      expect(status).toBe(200)
      expect(body.request).toMatchObject({ state: "refused", actions: [] })
      expect(body.request.timeline.at(-1)).toMatchObject({
        ...{ type: "refused", reason: refusal.reason, data: { ground: "excessive" } },
      })
      expect(body.request.ended_at).not.toBeNull()
      const again = await act(id, "withdraw", { reason: "Ringet af" })
      expect([again.status, again.error.code]).toEqual([409, "ended"])
      expect((await act(id, "refuse", { ground: "excessive" })).text).toContain("reason")
    })

    it("is extended once, and only counts as extended when told in time", async () => {
      const { id } = await letter({ received_on: inDays(-3) })
      const before = await read(id)
      const { body } = await act(id, "extend", { reason: "Mange ordrer i to systemer" })
      expect(body.request.is_extended).toBe(true)
      expect(body.request.strict_on > before.strict_on).toBe(true)
      expect((await act(id, "extend", { reason: "Igen" })).error.code).toBe("extended_already")

      const late = await letter({ received_on: inDays(-45) })
      const told = (await act(late.id, "extend", { reason: "For sent" })).body.request
      expect(told).toMatchObject({ is_extended: false, strict_on: late.strict_on })
    })

    it("does not stop the clock unless the store says so", async () => {
      const { id } = await letter()
      const paused = await act(id, "pause", { reason: "Venter på svar" })
      expect([paused.status, paused.error.code]).toEqual([400, "pausing_is_off"])
    })

    it("says which field is wrong", async () => {
      const refused = async (body: object) => {
        const answer = await enter({
          kind: "access",
          channel: "mail",
          email: "a@b.example",
          ...body,
        })
        return [answer.status, answer.error.message.split(":")[0]]
      }
      expect(await refused({ received_on: inDays(2) })).toEqual([400, "received_on"])
      expect(await refused({ received_on: "2018-05-24" })).toEqual([400, "received_on"])
      expect(await refused({ kind: "all" })).toEqual([400, "kind"])
      expect(await refused({ email: undefined })).toEqual([400, "email"])
      expect((await suite.call("GET", `${REQUESTS}/dkreq_none`, { headers })).status).toBe(404)
    })

    it("is decided once by two who press at the same moment", async () => {
      const { id } = await letter()
      const answers = await Promise.all([
        act(id, "refuse", { ground: "unfounded", reason: "Ingen grund" }),
        act(id, "withdraw", { reason: "Ringet af" }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const { timeline } = await read(id)
      expect(timeline).toHaveLength(2)
    })
  })

  it("lists the next deadline first, and ended ones last", async () => {
    const late = await letter({ received_on: "2026-02-10" })
    const early = await letter({ received_on: "2026-02-03" })
    const ended = await letter({ received_on: "2026-02-01" })
    await act(ended.id, "withdraw", { reason: "Fortrudt" })
    const list = async (query: string) =>
      (
        await suite.call<AdminSubjectRequestListResponse>("GET", `${REQUESTS}${query}`, { headers })
      ).body.requests.map(({ id }) => id)
    expect(await list("")).toEqual([early.id, late.id, ended.id])
    expect(await list("?open=true")).toEqual([early.id, late.id])
    expect(await list("?open=false")).toEqual([ended.id])
    expect(await list("?kind=erasure")).toEqual([])
    expect(await list("?state=withdrawn")).toEqual([ended.id])
    expect(await list("?state=received&kind=access")).toEqual([early.id, late.id])
    const { id } = await letter({ received_on: "2026-02-12", name: "Zq 100% Åse" })
    expect(await list("?q=0%25%20%C3%A5s")).toEqual([id])
    expect(await list(`?q=${late.id}`)).toEqual([late.id])
    expect(await list("?q=%25")).toEqual([id])
    expect(await list("?q=zqingen")).toEqual([])
    expect(await list("?order=strict_on")).toEqual(await list(""))
    expect(await list("?order=-received_on")).toEqual([id, late.id, early.id, ended.id])
    expect(await list("?order=received_on&open=true")).toEqual([early.id, late.id, id])
    const wrong = await suite.call("GET", `${REQUESTS}?order=email`, { headers })
    expect(wrong.status).toBe(400)
  })

  it("lists what has its answer after what waits for one, and counts all on every page", async () => {
    const planned = await letter({ received_on: "2026-02-01" })
    const waiting = await letter({ received_on: "2026-02-10" })
    await suite
      .database()("dk_subject_request")
      .where({ id: planned.id })
      .update({ state: "planned" })
    const page = async (query: string) => {
      const { body } = await suite.call<AdminSubjectRequestListResponse>(
        "GET",
        `${REQUESTS}${query}`,
        { headers }
      )
      return [body.count, ...body.requests.map(({ id }) => id)]
    }
    expect(await page("")).toEqual([2, waiting.id, planned.id])
    expect(await page("?limit=1&offset=1")).toEqual([2, planned.id])
    expect(await page("?limit=1&offset=2")).toEqual([2])
  })

  it("lists a clock that stands still by the limit as it stands", async () => {
    const service = suite.container().resolve<SubjectRequestModuleService>(SUBJECT_REQUEST_MODULE)
    jest.replaceProperty(service, "settings", { ...service.settings, mayPause: true })
    const request = await letter({ received_on: inDays(-3) })
    await act(request.id, "ask-identity", { reason: "Vi kender ikke adressen" })
    expect((await act(request.id, "pause", { reason: "Venter på svar" })).status).toBe(200)
    await remindOfLimits(suite.container(), new Date(Date.now() + 5 * DAY_MS))
    const { body } = await suite.call<AdminSubjectRequestListResponse>("GET", REQUESTS, { headers })
    expect(body.requests[0]?.strict_on).toBe(
      new Date(Date.parse(request.strict_on) + 5 * DAY_MS).toISOString().slice(0, 10)
    )
  })

  it("says nothing of what it holds when Postgres refuses it", async () => {
    const logged = watchLogger(suite)
    const { id } = await letter()
    const refusing = async <Value>(table: string, column: string, work: () => Promise<Value>) => {
      const constraint = `ADD CONSTRAINT zq_refuses CHECK (${column} NOT LIKE 'Zqhemmelig%') NOT VALID`
      await suite.database().raw(`ALTER TABLE ${table} ${constraint}`)
      try {
        return await work()
      } finally {
        await suite.database().raw(`ALTER TABLE ${table} DROP CONSTRAINT zq_refuses`)
      }
    }
    const words = { reason: "Zqhemmelig grund" }
    const answers = [
      await refusing("dk_subject_request", "message", () =>
        enter({ kind: "access", channel: "letter", name: "Zq", message: "Zqhemmelig besked" })
      ),
      await refusing("dk_subject_request_reason", "text", () => act(id, "extend", words)),
      await refusing("dk_subject_request_intake", "message", () =>
        suite.call("POST", "/store/privacy/requests", {
          headers: shopper(),
          body: { kind: "access", email: "zqgaest@kunde.example", message: "Zqhemmelig besked" },
        })
      ),
    ]
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500])
    expect(logged.join("\n")).toContain("23514")
    expect([...logged, ...answers.map(({ text }) => text)].join("\n")).not.toContain("Zqhemmelig")
  })

  it("keeps its timeline as evidence", async () => {
    const { id } = await letter()
    const change = (sql: string) => suite.database().raw(sql, [id])
    await expect(
      change("UPDATE dk_subject_request_event SET type = 'withdrawn' WHERE request_id = ?")
    ).rejects.toThrow(/evidence/)
    await expect(
      change("DELETE FROM dk_subject_request_event WHERE request_id = ?")
    ).rejects.toThrow(/evidence/)
    const rows = await selectRows(
      suite.database(),
      "SELECT 1 FROM dk_subject_request_event WHERE request_id = ?",
      [id]
    )
    expect(rows).toHaveLength(1)
  })

  it("is closed to staff without the right", async () => {
    const stranger = await staff(suite, STRANGER_STAFF)
    expect((await suite.call("GET", REQUESTS, { headers: stranger })).status).toBe(403)
  })
}
