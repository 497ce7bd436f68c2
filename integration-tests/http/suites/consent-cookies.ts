import { randomBytes } from "node:crypto"
import type { CookiePurpose, StoreCookieChoice, StoreNotice } from "../../../src/types/http"
import { shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { statementsDuring } from "../helpers/watch-queries"

type Event = {
  subject_key: string
  purpose: string
  channel: string
  state: string
  source: string
  place: string
  method: string
  notice_id: string
  notice_sha256: string
}
type Body = Record<string, unknown>

const ALL = { functional: true, statistics: true, marketing: true }
const NONE = { functional: false, statistics: false, marketing: false }
const LISTED: CookiePurpose[] = ["necessary", "functional", "statistics", "marketing"]

const newVisitor = (): string => randomBytes(16).toString("hex")

const cookie = (purpose: CookiePurpose) => ({
  name: `${purpose}_id`,
  provider: "Butikken",
  purpose,
  description: "Et eksempel.",
  lifetime: "1 år",
})

type Text = { locale?: string; purposes?: CookiePurpose[]; material?: boolean; body?: string }

const publish = async (
  suite: Suite,
  { locale = "da", purposes = LISTED, material = false, body = "Vi bruger cookies." }: Text = {}
): Promise<StoreNotice> => {
  const headers = await staff(suite)
  const data = { cookies: purposes.map(cookie) }
  const draft = await suite.call<{ notice: StoreNotice }>("POST", "/admin/privacy/notices", {
    headers,
    body: { kind: "cookies", locale, body, data, material },
  })
  const path = `/admin/privacy/notices/${draft.body.notice.id}/publish`
  const answer = await suite.call<{ notice: StoreNotice }>("POST", path, { headers, body: {} })
  expect(answer.status).toBe(200)
  return answer.body.notice
}

const choose = (suite: Suite, body: Body) =>
  suite.call<{ cookie_choice: StoreCookieChoice }>("POST", "/store/privacy/cookie-choices", {
    headers: { ...shopper(), "x-forwarded-for": "203.0.113.77" },
    body,
  })

const lookUp = async (suite: Suite, visitor: string, locale?: string) => {
  const answer = await suite.call<{ cookie_choice: StoreCookieChoice | null }>(
    "POST",
    "/store/privacy/cookie-choices/lookup",
    { headers: shopper(), body: { visitor_id: visitor, ...(locale !== undefined && { locale }) } }
  )
  expect(answer.status).toBe(200)
  return answer.body.cookie_choice
}

const eventsOf = async (suite: Suite): Promise<Event[]> => {
  const { rows } = await suite.database().raw<{
    rows: Event[]
  }>("SELECT * FROM dk_consent_event WHERE channel = 'cookies' ORDER BY occurred_at, purpose")
  return rows
}

/** Lets time go by for all evidence there is. */
const letPass = (suite: Suite, interval: string) =>
  suite.database().raw(`
    ALTER TABLE dk_consent_event DISABLE TRIGGER USER;
    UPDATE dk_consent_event SET occurred_at = occurred_at - interval '${interval}';
    ALTER TABLE dk_consent_event ENABLE TRIGGER USER`)

const said = (events: readonly Event[]) => events.map(({ purpose, state }) => `${purpose} ${state}`)

export default (suite: Suite): void => {
  describe("a visitor's choice of cookies", () => {
    it("is evidence for each purpose beside the text, under a key that is neither the id nor a person", async () => {
      const notice = await publish(suite)
      const visitor = newVisitor()
      const body = { visitor_id: visitor, notice_id: notice.id, choices: ALL, method: "accept_all" }
      const { status, body: answer } = await choose(suite, body)
      expect(status).toBe(200)
      expect(answer.cookie_choice).toMatchObject({
        choices: ALL,
        method: "accept_all",
        ask_again: "none",
        notice: { id: notice.id, locale: "da", version: notice.version, sha256: notice.sha256 },
      })
      const asked = await statementsDuring(suite, async () => {
        expect(await lookUp(suite, visitor)).toEqual(answer.cookie_choice)
      })
      expect(asked.some((sql) => sql.includes("dk_consent_notice"))).toBe(true)
      expect(asked.filter((sql) => /\bbody\b/.test(sql))).toEqual([])
      const events = await eventsOf(suite)
      expect(said(events)).toEqual(["functional given", "marketing given", "statistics given"])
      for (const event of events) {
        expect(event).toMatchObject({
          source: "asserted",
          place: "cookies",
          method: "accept_all",
          notice_id: notice.id,
          notice_sha256: notice.sha256,
        })
      }
      const stored = JSON.stringify(events)
      for (const secret of [visitor, "203.0.113.77", "127.0.0.1"]) {
        expect(stored).not.toContain(secret)
      }
      const { rows } = await suite
        .database()
        .raw<{ rows: object[] }>(`SELECT id FROM dk_consent_subject WHERE id = ?`, [
          events[0]?.subject_key ?? "",
        ])
      expect(rows).toEqual([])
    })

    it("is one choice when it is posted again, and when six post it at once", async () => {
      const notice = await publish(suite)
      const visitor = newVisitor()
      const body = {
        visitor_id: visitor,
        notice_id: notice.id,
        choices: NONE,
        method: "refuse_all",
      }
      const answers = await Promise.all(Array.from({ length: 6 }, () => choose(suite, body)))
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      await choose(suite, { ...body, method: "selection" })
      expect(said(await eventsOf(suite))).toEqual([
        "functional refused",
        "marketing refused",
        "statistics refused",
      ])
      const since = new Set(answers.map(({ body: one }) => one.cookie_choice.since))
      expect(since.size).toBe(1)
    })

    it("is taken back as easily as it was given, and the last word counts", async () => {
      const notice = await publish(suite)
      const body = { visitor_id: newVisitor(), notice_id: notice.id }
      await choose(suite, { ...body, choices: ALL, method: "accept_all" })
      await choose(suite, {
        ...body,
        choices: { ...NONE, functional: true },
        method: "selection",
      })
      await choose(suite, { ...body, choices: NONE, method: "refuse_all" })
      expect(said(await eventsOf(suite)).slice(3)).toEqual([
        "functional given",
        "marketing withdrawn",
        "statistics withdrawn",
        "functional withdrawn",
        "marketing refused",
        "statistics refused",
      ])
      expect(await lookUp(suite, body.visitor_id)).toMatchObject({
        choices: NONE,
        method: "refuse_all",
      })
    })

    it("is written after an older purpose's proof was erased", async () => {
      const before = await publish(suite, { purposes: ["necessary", "functional"] })
      const body = { visitor_id: newVisitor(), method: "selection" }
      await choose(suite, {
        ...body,
        notice_id: before.id,
        choices: { ...NONE, functional: true },
      })
      const { id } = await publish(suite, { purposes: ["necessary", "statistics"] })
      await choose(suite, { ...body, notice_id: id, choices: { ...NONE, statistics: true } })
      await suite.database().transaction(async (transaction) => {
        await transaction.raw("SET LOCAL session_replication_role = replica")
        await transaction("dk_consent_event").where({ purpose: "functional" }).delete()
      })
      await choose(suite, { ...body, notice_id: id, choices: NONE })
      expect(said(await eventsOf(suite))).toEqual(["statistics given", "statistics withdrawn"])
      expect(await lookUp(suite, body.visitor_id)).toMatchObject({ choices: NONE })
    })

    it("is refused without a text of cookies in force, for a purpose it does not list, and with a wrong id", async () => {
      const notice = await publish(suite, { purposes: ["necessary", "statistics"] })
      const good = {
        visitor_id: newVisitor(),
        notice_id: notice.id,
        choices: { ...NONE, statistics: true },
        method: "selection",
      }
      const wrong: [Body, string][] = [
        [{ visitor_id: "1" }, "visitor_id"],
        [{ visitor_id: good.visitor_id.toUpperCase().replace(/\d/g, "G") }, "visitor_id"],
        [{ visitor_id: "karen@kunde.example".padEnd(32, "0") }, "visitor_id"],
        [{ notice_id: "dkcnot_unknown" }, "notice_id"],
        [{ choices: ALL }, "choices.functional"],
        [{ choices: { statistics: true } }, "choices.functional"],
        [{ method: "refuse_all" }, "method"],
        [{ method: "accept_all", choices: NONE }, "method"],
        [{ method: "browsing" }, "method"],
        [{ customer_id: "cus_1" }, "body"],
      ]
      for (const [change, field] of wrong) {
        const answer = await choose(suite, { ...good, ...change })
        expect([answer.status, answer.error.message.split(":")[0]]).toEqual([400, field])
      }
      const large = await suite.call("POST", "/store/privacy/cookie-choices", {
        headers: shopper(),
        body: `${JSON.stringify(good)}${" ".repeat(4_000)}`,
      })
      expect(large.status).toBeGreaterThanOrEqual(400)
      expect(await eventsOf(suite)).toEqual([])
      expect(await lookUp(suite, good.visitor_id)).toBe(null)
      expect((await choose(suite, good)).status).toBe(200)
      expect(said(await eventsOf(suite))).toEqual(["statistics given"])
      expect(await lookUp(suite, newVisitor())).toBe(null)
    })
  })

  describe("a visitor is asked again", () => {
    const chosen = async (notice: StoreNotice, choices = ALL) => {
      const visitor = newVisitor()
      const method = "selection"
      const body = { visitor_id: visitor, notice_id: notice.id, choices, method }
      expect((await choose(suite, body)).status).toBe(200)
      const ask = async (locale?: string) => (await lookUp(suite, visitor, locale))?.ask_again
      return { visitor, body, ask }
    }

    it("after 12 months, and confirming it anew is news", async () => {
      const { ask, body } = await chosen(await publish(suite))
      await letPass(suite, "11 months 20 days")
      expect(await ask()).toBe("none")
      await choose(suite, body)
      expect(await eventsOf(suite)).toHaveLength(3)
      await letPass(suite, "15 days")
      expect(await ask()).toBe("expired")
      await choose(suite, body)
      expect(await eventsOf(suite)).toHaveLength(6)
      expect(await ask()).toBe("none")
    })

    it("when a materially different text is in force, and not for a better wording", async () => {
      const { ask, body } = await chosen(await publish(suite), NONE)
      const wording = await publish(suite, { body: "Vi bruger cookies, kort sagt." })
      expect(await ask()).toBe("none")
      await publish(suite, { material: true, body: "Noget andet." })
      expect(await ask()).toBe("new_text")
      const last = await publish(suite, { body: "Noget andet, kort sagt." })
      expect(await ask("da-DK")).toBe("new_text")
      await choose(suite, { ...body, notice_id: wording.id })
      expect(await ask()).toBe("new_text")
      await choose(suite, { ...body, notice_id: last.id })
      expect(await ask()).toBe("none")
      expect(await eventsOf(suite)).toHaveLength(9)
    })

    it("when the text lists a purpose that was not on the list then", async () => {
      const few = await publish(suite, { purposes: ["necessary", "statistics"] })
      const { ask } = await chosen(few, { ...NONE, statistics: true })
      await publish(suite, { purposes: ["necessary", "functional", "statistics"] })
      expect(await ask()).toBe("new_purpose")
    })

    it("in one language for what changed in it, and not for a text in another", async () => {
      const danish = await publish(suite)
      const english = await publish(suite, { locale: "en", body: "We use cookies." })
      const list = await suite.call<{ notices: StoreNotice[] }>(
        "GET",
        "/store/privacy/notices?kind=cookies&current=true&locale=en-GB",
        { headers: shopper() }
      )
      expect(list.body.notices.map(({ id }) => id)).toEqual([english.id])
      const { ask, body } = await chosen(danish)
      expect([await ask("en-GB"), await ask("sv")]).toEqual(["none", "none"])
      await publish(suite, { locale: "en", body: "Other cookies.", material: true })
      expect([await ask("en"), await ask("da"), await ask()]).toEqual(["new_text", "none", "none"])
      await choose(suite, { ...body, notice_id: english.id })
      expect(await ask("en")).toBe("new_text")
    })
  })
}
