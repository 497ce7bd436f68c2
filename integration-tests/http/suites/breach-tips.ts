import { Modules } from "@medusajs/framework/utils"
import { breachFactsSchema } from "../../../src/modules/breach/domain/facts"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminBreachTip,
  AdminBreachTipListResponse,
  AdminBreachTipResponse,
} from "../../../src/types/http"
import { getCase, openCase } from "../../../src/workflows/breach/cases"
import { tablesHolding } from "../helpers/canary"
import { erasuresOf } from "../helpers/erasures"
import { exportJson } from "../helpers/exports"
import { fullScansOf } from "../helpers/full-scans"
import { openMailbox } from "../helpers/mailbox"
import { register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { watchLogger } from "../helpers/watch-logger"

const REPORT = "/store/privacy/breach-reports"
const REPORTS = "/admin/privacy/breach-reports"

/** Of somebody born in 1862, and a published test card. */
const CPR = "211062-5009"
const CARD = "4111 1111 1111 1111"

export default (suite: Suite): void => {
  let headers: Headers

  beforeEach(async () => {
    headers = await staff(suite)
    await suite.database()("dk_subject_request_limit").delete()
    await suite.database()("dk_breach_tip").delete()
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const tell = (body: object, token?: string) =>
    suite.call("POST", REPORT, { headers: shopper(token), body })
  const list = async (query = ""): Promise<AdminBreachTipListResponse> =>
    (await suite.call<AdminBreachTipListResponse>("GET", REPORTS + query, { headers })).body
  const told = async (body: object, token?: string): Promise<AdminBreachTip> => {
    expect(await tell(body, token)).toMatchObject({ status: 202, body: { received: true } })
    const [latest] = (await list("?state=new")).breach_reports
    if (!latest) throw new Error("no report")
    return latest
  }
  const act = (id: string, action: string, body: object = {}) =>
    suite.call<AdminBreachTipResponse>("POST", `${REPORTS}/${id}/${action}`, { headers, body })
  const feed = () =>
    selectRows<{ key: string; data: { title: string; description: string } }>(
      suite.database(),
      "SELECT idempotency_key AS key, data FROM notification WHERE channel = 'feed' AND idempotency_key LIKE 'dk-breach-tip:%'"
    )
  const openOne = async () => {
    const [user] = await selectRows<{ id: string }>(suite.database(), `SELECT id FROM "user"`)
    return openCase(suite.container(), {
      ...{ source: "customer", quick_start: null, is_drill: false, actor: user?.id ?? "" },
      facts: breachFactsSchema().parse({ title: "Faktura til en anden" }),
    })
  }

  describe("a guest", () => {
    it("reports, is answered the same whatever they write, and staff is told without their words", async () => {
      const mailbox = await openMailbox(suite)
      const tip = await told({
        message: "Zqforkert faktura i min indbakke",
        email: "Zqgudrun@gaest.example",
        locale: "en-GB",
      })
      expect(tip).toMatchObject({
        ...{ message: "Zqforkert faktura i min indbakke", email: "zqgudrun@gaest.example" },
        ...{ customer_id: null, locale: "en", state: "new", breach_id: null, decided_at: null },
      })
      expect(mailbox.mails).toEqual([])
      const notes = await feed()
      expect(notes.filter(({ key }) => key === `dk-breach-tip:${tip.id}:feed`)).toEqual([
        expect.objectContaining({
          data: expect.objectContaining({ title: "En kunde melder om et brud" }) as unknown,
        }),
      ])
      expect(JSON.stringify(notes)).not.toMatch(/zqg|zqforkert/i)
    })

    it("is heard without an e-mail, and when staff's feed is down", async () => {
      const logged = watchLogger(suite)
      const notes = suite.container().resolve(Modules.NOTIFICATION)
      jest.spyOn(notes, "createNotifications").mockRejectedValue(new Error("Zqno feed"))
      expect(await told({ message: "Zqen pakke" })).toMatchObject({ email: null, locale: "da" })
      expect(logged.join("\n")).toContain("dk-breach: staff was not told of report dkbrt_")
      expect(logged.join("\n")).not.toContain("Zq")
    })

    it("is never refused for a number, which is masked and counted", async () => {
      const tip = await told({
        message: `Jeg fik cpr ${CPR}, kort ${CARD} og nr. 140482-5018 at se`,
        email: "zqgudrun@gaest.example",
      })
      expect(tip.message).toBe("Jeg fik cpr 211062-****, kort **** og nr. 140482-**** at se")
      expect(await tablesHolding(suite.database(), CPR)).toEqual([])
      expect(await tablesHolding(suite.database(), CARD)).toEqual([])
      await suite.settle()
      const counted = await suite.database()("dk_access_input_count").select("outcome")
      expect(counted.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
        expect.arrayContaining(["cpr_masked", "card_masked"])
      )
    })

    it.each([
      ["message", {}],
      ["message", { message: "  " }],
      ["message", { message: "z".repeat(5_001) }],
      ["message", { message: "zq\0zq" }],
      ["email", { message: "Zqbesked", email: "zqikke-en-mail" }],
      ["locale", { message: "Zqbesked", locale: "zq dansk" }],
      ["body", { message: "Zqbesked", customer_id: "cus_zq" }],
    ])("is told which field is wrong: %s", async (field, body) => {
      const { status, error, text } = await tell(body)
      expect([status, error.type]).toEqual([400, "invalid_data"])
      expect(error.message).toMatch(new RegExp(`^${field}: `))
      expect(text).not.toContain("zq")
      expect((await list()).count).toBe(0)
    })

    it("may write 5,000 characters", async () => {
      expect((await told({ message: "ø".repeat(5_000) })).message).toHaveLength(5_000)
    })

    it("waits after ten in an hour", async () => {
      for (let count = 0; count < 10; count += 1) {
        expect((await tell({ message: "Zqigen" })).status).toBe(202)
      }
      const refused = await tell({ message: "Zqigen" })
      expect([refused.status, refused.error.code]).toEqual([429, "too_many_requests"])
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
      expect((await list()).count).toBe(10)
    })
  })

  describe("staff", () => {
    it("sees what nobody has looked at first, links one to a case, and dismisses another", async () => {
      await tell({ message: "Zqførste" })
      await tell({ message: "Zqandet" })
      const [second, first] = (await list()).breach_reports
      expect([second?.message, first?.message]).toEqual(["Zqandet", "Zqførste"])
      const breach = await openOne()
      const linked = await act(second?.id ?? "", "link", { breach_id: breach.id })
      expect([linked.status, linked.body.breach_report]).toEqual([
        200,
        expect.objectContaining({ state: "linked", breach_id: breach.id }),
      ])
      expect(linked.body.breach_report.decided_at).not.toBeNull()
      const { timeline } = await getCase(suite.container(), breach.id)
      expect(timeline.at(-1)).toMatchObject({ type: "noted" })
      expect(timeline.at(-1)?.data.text).toMatch(/^En melding fra en kunde, modtaget den /)
      expect(JSON.stringify(timeline)).not.toContain("Zqandet")
      expect((await list()).breach_reports.map(({ message }) => message)).toEqual([
        "Zqførste",
        "Zqandet",
      ])
      const dismissed = await act(first?.id ?? "", "dismiss")
      expect(dismissed.body.breach_report).toMatchObject({ state: "dismissed", breach_id: null })
      expect(await list("?state=linked")).toMatchObject({ count: 1, limit: 20, offset: 0 })
      expect(await list("?limit=1&offset=1")).toMatchObject({
        ...{ count: 2, limit: 1, offset: 1 },
        breach_reports: [{ message: "Zqførste" }],
      })
    })

    it("decides once: of two at the same time one is refused", async () => {
      const breach = await openOne()
      for (let round = 0; round < 3; round += 1) {
        const { id } = await told({ message: "Zqbegge" })
        const both = await Promise.all([
          act(id, "link", { breach_id: breach.id }),
          act(id, "dismiss"),
          act(id, "link", { breach_id: breach.id }),
        ])
        expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409])
        expect(both.find(({ status }) => status === 409)?.error.code).toBe("decided_already")
        const won = both.find(({ status }) => status === 200)?.body.breach_report
        const stored = (await list()).breach_reports.find((tip) => tip.id === id)
        expect(stored).toEqual(won)
      }
      const links = (await list("?state=linked")).count
      const { timeline } = await getCase(suite.container(), breach.id)
      expect(timeline.filter(({ type }) => type === "noted")).toHaveLength(links)
    })

    it("is told what does not exist", async () => {
      const { id } = await told({ message: "Zqbesked" })
      const none = await act(id, "link", { breach_id: "dkbrc_zq" })
      expect([none.status, none.error.message]).toEqual([400, "breach_id: no breach has this id."])
      expect((await act(id, "link")).error.message).toMatch(/^breach_id: /)
      expect((await act(id, "dismiss", { reason: "Zq" })).status).toBe(400)
      for (const action of ["link", "dismiss"]) {
        expect((await act("dkbrt_zq", action, { breach_id: "dkbrc_zq" })).status).toBe(
          action === "link" ? 404 : 400
        )
      }
      expect((await act("dkbrt_zq", "dismiss")).status).toBe(404)
      expect((await list("?state=new")).count).toBe(1)
    })
  })

  describe("somebody signed in", () => {
    it("is known by the session, has their words in their copy, and both go by erasure while the case stays", async () => {
      const { account } = await fullScansOf(suite).buyWhole(headers, "zqinga")
      const tip = await told({ message: "Zqinga så en andens ordre" }, account.token)
      expect(tip).toMatchObject({ customer_id: account.customerId, email: account.email })
      const guest = await told({ message: "Zqsom gæst", email: account.email.toUpperCase() })
      expect(guest.customer_id).toBeNull()
      const breach = await openOne()
      expect((await act(tip.id, "link", { breach_id: breach.id })).status).toBe(200)

      const copy = await exportJson(suite, headers, { customer_id: account.customerId })
      expect(copy.data.dk_breach_tip?.map(({ message }) => message).sort()).toEqual([
        "Zqinga så en andens ordre",
        "Zqsom gæst",
      ])
      const { erasure } = await erasuresOf(suite).erase(headers, {
        ...{ customer_id: account.customerId, grace_hours: 0 },
      })
      await suite.settle()
      expect(erasure?.status).toBe("done")
      expect((await list()).breach_reports).toEqual([
        expect.objectContaining({ id: guest.id, message: "", email: null, state: "new" }),
        expect.objectContaining({ id: tip.id, message: "", email: null, breach_id: breach.id }),
      ])
      expect(await tablesHolding(suite.database(), "zqinga@kunde.example")).toEqual([])
      const scans = fullScansOf(suite)
      await scans.scan(headers)
      expect(await scans.proof(headers, erasure?.id ?? "")).toMatchObject({
        level: "full",
        found: [],
      })
      expect((await getCase(suite.container(), breach.id)).state).toBe("open")
    })

    it("is heard as a guest's when the account is gone meanwhile", async () => {
      const account = await register(suite, { email: "zqvaek@kunde.example" })
      await suite
        .database()("customer")
        .where({ id: account.customerId })
        .update({ deleted_at: new Date() })
      const answer = await tell({ message: "Zqsidste" }, account.token)
      expect(answer.status).toBe(202)
      expect((await list()).breach_reports[0]).toMatchObject({ customer_id: null, email: null })
    })
  })
}
