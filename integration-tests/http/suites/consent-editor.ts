import { CONSENT_MODULE } from "../../../src/modules/consent"
import type { ConsentModuleService } from "../../../src/modules/consent"
import type {
  AdminCreateNotice,
  AdminNotice,
  AdminNoticeCheckResponse,
  AdminNoticeFallbackResponse,
  AdminNoticeHintsResponse,
  AdminNoticeListResponse,
  AdminNoticeResponse,
  AdminStarterNoticeResponse,
} from "../../../src/types/http"
import { shopper, staff } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const NOTICES = "/admin/privacy/notices"

const COOKIE = {
  name: "_kurv",
  provider: "Butikken",
  purpose: "necessary",
  description: "Husker kurven.",
  lifetime: "7 dage",
} as const

export default (suite: Suite): void => {
  const ask = async <Body>(method: string, path: string, body?: object) =>
    suite.call<Body>(method, path, { headers: await staff(suite), ...(body && { body }) })

  const draft = async (change: Partial<AdminCreateNotice> = {}): Promise<AdminNotice> => {
    const body = { kind: "privacy", locale: "da", body: "Første udkast.", ...change }
    const answer = await ask<AdminNoticeResponse>("POST", NOTICES, body)
    expect(answer.status).toBe(201)
    return answer.body.notice
  }

  const publish = async (id: string, body: object = {}) =>
    ask<AdminNoticeResponse>("POST", `${NOTICES}/${id}/publish`, body)

  const published = async (change: Partial<AdminCreateNotice> = {}): Promise<AdminNotice> => {
    const answer = await publish((await draft(change)).id)
    expect(answer.status).toBe(200)
    return answer.body.notice
  }

  const starter = async (query: string) =>
    ask<AdminStarterNoticeResponse>("GET", `${NOTICES}/starter?${query}`)

  describe("a draft", () => {
    it("is changed until it is published, and then never", async () => {
      const { id, sha256 } = await draft()
      const one = `${NOTICES}/${id}`
      const changed = await ask<AdminNoticeResponse>("POST", one, {
        body: "Andet udkast.",
        material: true,
        replaces: sha256,
      })
      expect(changed.body.notice).toMatchObject({
        body: "Andet udkast.",
        material: true,
        version: 1,
        state: "draft",
      })
      expect(changed.body.notice.sha256).not.toBe(sha256)
      const read = await ask<AdminNoticeResponse>("GET", one)
      expect(read.body.notice).toEqual(changed.body.notice)

      expect((await publish(id)).body.notice.state).toBe("current")
      const refused = { status: 409, error: { code: "already_published" } }
      expect(await ask("POST", one, { body: "Tredje." })).toMatchObject(refused)
      expect(await ask("DELETE", one)).toMatchObject(refused)
      expect((await ask<AdminNoticeResponse>("GET", one)).body.notice.body).toBe("Andet udkast.")
    })

    it("is not written over by somebody who read an older one, and not published unread", async () => {
      const { id, sha256 } = await draft()
      const answers = await Promise.all(
        ["Fra Anna.", "Fra Bo."].map((body) =>
          ask("POST", `${NOTICES}/${id}`, { body, replaces: sha256 })
        )
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const late = { status: 409, error: { code: "changed_meanwhile" } }
      expect(await publish(id, { sha256 })).toMatchObject(late)
      const { body } = await ask<AdminNoticeResponse>("GET", `${NOTICES}/${id}`)
      expect((await publish(id, { sha256: body.notice.sha256 })).status).toBe(200)
    })

    it("is deleted, once, and leaves its number free", async () => {
      const { id } = await draft()
      expect((await ask("DELETE", `${NOTICES}/${id}`)).body).toEqual({
        id,
        object: "notice",
        deleted: true,
      })
      expect((await ask("DELETE", `${NOTICES}/${id}`)).status).toBe(404)
      expect((await ask("GET", `${NOTICES}/${id}`)).status).toBe(404)
      expect((await draft()).version).toBe(1)
    })

    it("carries what its kind carries, and says which part is wrong", async () => {
      const cookies = await draft({ kind: "cookies", data: { cookies: [COOKIE] } })
      const path = `${NOTICES}/${cookies.id}`
      const wrong = await ask("POST", path, { data: { cookies: [{ ...COOKIE, name: "" }] } })
      expect(wrong.status).toBe(400)
      expect(wrong.error.message).toMatch(/^data\.cookies\.0\.name: /)
      const basis = { basis: "consent" }
      expect((await ask("POST", path, { data: basis })).status).toBe(400)
      const right = { cookies: [{ ...COOKIE, name: "_ny" }] }
      const changed = await ask<AdminNoticeResponse>("POST", path, { data: right })
      expect(changed.body.notice.data).toEqual(right)
      const terms = await draft({ kind: "terms" })
      expect((await ask("POST", `${NOTICES}/${terms.id}`, { data: basis })).status).toBe(400)
    })

    it("is only for owners to change, delete and ask hints for", async () => {
      const { id } = await draft()
      const headers = await staff(suite, STRANGER_STAFF)
      for (const [method, path] of [
        ["POST", `${NOTICES}/${id}`],
        ["DELETE", `${NOTICES}/${id}`],
        ["GET", `${NOTICES}/${id}`],
        ["GET", `${NOTICES}/fallbacks`],
        ["POST", "/admin/privacy/notice-hints"],
      ] as const) {
        const body = method === "POST" ? { body: "x" } : undefined
        const { status } = await suite.call(method, path, { headers, ...(body && { body }) })
        expect([path, status]).toEqual([path, 403])
      }
    })
  })

  describe("the list of texts", () => {
    it("tells what each version is", async () => {
      await published({ body: "Gammel." })
      await published({ body: "Gælder." })
      const coming = await draft({ body: "Kommer." })
      await publish(coming.id, { effective_from: "2099-01-01T00:00:00Z" })
      await draft({ body: "Kladde." })
      const { body } = await ask<AdminNoticeListResponse>("GET", `${NOTICES}?kind=privacy`)
      expect(body.notices.map(({ body: text, state }) => [text, state])).toEqual([
        ["Kladde.", "draft"],
        ["Kommer.", "coming"],
        ["Gælder.", "current"],
        ["Gammel.", "replaced"],
      ])
    })

    it("gives shoppers the texts of their language", async () => {
      await published()
      const english = await published({ locale: "en", body: "We use your data." })
      const seen = async (query: string) =>
        (
          await suite.call<{ notices: AdminNotice[] }>("GET", `/store/privacy/notices?${query}`, {
            headers: shopper(),
          })
        ).body.notices.map(({ id }) => id)
      expect(await seen("kind=privacy&current=true&locale=en-GB")).toEqual([english.id])
      expect(await seen("locale=sv")).toEqual([])
      expect(await seen("current=true")).toHaveLength(2)
    })

    it("warns of languages of the shop that have no text of their own", async () => {
      const fallbacks = async () =>
        (await ask<AdminNoticeFallbackResponse>("GET", `${NOTICES}/fallbacks`)).body
      expect(await fallbacks()).toEqual({
        locales: ["da", "en"],
        fallbacks: [
          { kind: "privacy", purpose: null, channel: null, locale: "da", uses: null },
          { kind: "privacy", purpose: null, channel: null, locale: "en", uses: null },
        ],
      })
      await published()
      const box = { kind: "marketing", purpose: "newsletter", channel: "email" } as const
      await published({ ...box, data: { basis: "consent" } })
      await draft({ locale: "en" })
      expect((await fallbacks()).fallbacks).toEqual([
        { ...box, locale: "en", uses: "da" },
        { kind: "privacy", purpose: null, channel: null, locale: "en", uses: "da" },
      ])
      await published({ locale: "en" })
      await suite
        .database()
        .raw(
          `INSERT INTO store_locale (id, locale_code, store_id) SELECT 'stloc_test', 'sv-SE', id FROM store LIMIT 1`
        )
      const { locales, fallbacks: missing } = await fallbacks()
      expect(locales).toEqual(["da", "en", "sv-SE"])
      expect(missing.map(({ kind, locale, uses }) => [kind, locale, uses])).toEqual([
        ["marketing", "en", "da"],
        ["marketing", "sv-SE", "da"],
        ["privacy", "sv-SE", "da"],
      ])
    })
  })

  describe("a text to begin with", () => {
    it.each(["da", "en"])("is there for every kind, in the shop's name (%s)", async (locale) => {
      const { controller } = suite
        .container()
        .resolve<ConsentModuleService>(CONSENT_MODULE).settings
      for (const query of [
        "kind=privacy",
        "kind=terms",
        "kind=cookies",
        "kind=staff",
        "kind=marketing&purpose=newsletter&channel=email&basis=consent",
        "kind=marketing&purpose=offers&channel=sms&basis=soft_opt_in",
      ]) {
        const { status, body } = await starter(`${query}&locale=${locale}`)
        expect([query, status]).toEqual([query, 200])
        const { notice } = body
        expect(notice.body).toContain(controller.name)
        // What is answered is what a draft takes.
        expect((await draft(notice)).body).toBe(notice.body)
      }
      const lacking = await starter(`kind=marketing&locale=${locale}&channel=email`)
      expect(lacking.status).toBe(400)
      expect(lacking.error.message).toMatch(/^purpose: /)
    })

    it("is marked where it has gaps, and where a sentence does not hold", async () => {
      const body = "Oplysninger bruges kun internt. Pakken leveres af [skriv hvem]."
      const answer = await ask<AdminNoticeHintsResponse>("POST", "/admin/privacy/notice-hints", {
        body,
      })
      expect(answer.body.hints).toEqual([
        { code: "only_internally", text: "kun internt", start: body.indexOf("kun internt") },
        { code: "placeholder", text: "[skriv hvem]", start: body.indexOf("[") },
      ])
    })
  })

  describe("whether a policy fits the shop", () => {
    const check = async (id: string) =>
      (await ask<AdminNoticeCheckResponse>("GET", `${NOTICES}/${id}/check`)).body

    it("is told from the map: the starter fits, and what is taken out is missing", async () => {
      const { body } = await starter("kind=privacy&locale=da")
      const fitting = await draft(body.notice)
      const { check: good, known } = await check(fitting.id)
      expect(good).toMatchObject({ fits: true, declares_nothing: false })
      expect(known.categories).toEqual(expect.arrayContaining(["account", "invoice", "consent"]))
      expect(known.categories).not.toContain("staff")
      expect(known.recipients).toContain("Nets (Nexi)")
      expect(fitting.body).toContain("Nets (Nexi)")

      const silent = await draft()
      expect((await check(silent.id)).check).toMatchObject({
        fits: false,
        declares_nothing: true,
        recipients: { missing: known.recipients },
      })

      const { data } = fitting
      const declares = data && "declares" in data ? data.declares : undefined
      const changed = {
        categories: [...known.categories.filter((category) => category !== "invoice"), "shoe_size"],
        recipients: ["Gammel Mail A/S"],
        deadlines: { ...declares?.deadlines, invoice: "fem år efter købet" },
      }
      await ask("POST", `${NOTICES}/${silent.id}`, { data: { declares: changed } })
      expect((await check(silent.id)).check).toMatchObject({
        fits: false,
        categories: { missing: ["invoice"], unknown: ["shoe_size"] },
        recipients: { missing: known.recipients, unknown: ["Gammel Mail A/S"] },
        deadlines: {
          missing: [],
          different: [{ category: "invoice", declared: "fem år efter købet" }],
        },
      })
    })

    it("is asked of policies only", async () => {
      const terms = await draft({ kind: "terms" })
      const answer = await ask("GET", `${NOTICES}/${terms.id}/check`)
      expect(answer.status).toBe(400)
      expect(answer.error.message).toMatch(/^id: /)
      expect((await ask("GET", `${NOTICES}/dkcnot_none/check`)).status).toBe(404)
    })
  })
}
