import { eraseOldProof } from "../../../src/modules/consent/keeping"
import {
  mayMarket,
  recordShownNoticeOf,
  stopMarketing,
  tidyConsents,
} from "../../../src/workflows/consent"
import { audienceOf, buyBeside, publishText, reachedIn, travel } from "../helpers/consents"
import { dyingAt } from "../helpers/dying"
import { exportJson, exportZip } from "../helpers/exports"
import { register, shopper, staff } from "../helpers/shop"
import { whileStopping } from "../helpers/stops"
import type { Suite } from "../helpers/suite"

const LENE = "lene@kunde.example"
const GIVEN = [{ state: "given" as const }]
const TOKEN = /\/privacy\/unsubscribe\/([\w.]+)$/

export default (suite: Suite): void => {
  const eventsLeft = async (): Promise<string[]> =>
    (
      await suite.database()<{ purpose: string; state: string }>("dk_consent_event").orderBy("id")
    ).map(({ purpose, state }) => `${purpose} ${state}`)

  const countOf = async (table: string): Promise<number> =>
    (await suite.database()(table).select("id")).length

  const said = async (): Promise<void> => {
    const notice = await publishText(suite)
    await buyBeside(suite, LENE, { notices: [notice], choices: GIVEN })
  }

  describe("evidence of consents and of their use", () => {
    it("is never changed, and not removed before its date", async () => {
      await said()
      expect(await audienceOf(suite)).toHaveLength(1)
      const database = suite.database()
      for (const table of ["dk_consent_event", "dk_consent_use"]) {
        await expect(database.raw(`UPDATE ${table} SET purpose = 'andet'`)).rejects.toThrow(
          "never changed"
        )
        await expect(database.raw(`DELETE FROM ${table}`)).rejects.toThrow("is kept")
      }
      await travel(suite, "2 years")
      await expect(database.raw("DELETE FROM dk_consent_event")).rejects.toThrow("is kept")
      await tidyConsents(suite.container())
      expect(await countOf("dk_consent_event")).toBe(2)
    })

    it("is erased by the job the day after two years, with the key that then stands for nothing", async () => {
      await said()
      await suite
        .database()
        .raw("UPDATE dk_consent_subject SET created_at = now() - interval '2 days'")
      await travel(suite, "2 years 1 day")
      const both = await Promise.all([
        eraseOldProof(suite.database()),
        eraseOldProof(suite.database()),
      ])
      expect(both.reduce((sum, { events }) => sum + events, 0)).toBe(2)
      expect(await eventsLeft()).toEqual([])
      expect(await countOf("dk_consent_subject")).toBe(0)
      await tidyConsents(suite.container())
    })

    it("stays when all erasing is stopped at that moment", async () => {
      await said()
      await travel(suite, "2 years 1 day")
      await whileStopping(suite, () => tidyConsents(suite.container()))
      expect(await eventsLeft()).toHaveLength(2)
    })

    it("is kept two years longer from the day it was last used", async () => {
      await said()
      await travel(suite, "1 year")
      expect(await audienceOf(suite)).toHaveLength(1)
      await travel(suite, "1 year 1 day")
      await tidyConsents(suite.container())
      expect(await eventsLeft()).toHaveLength(2)
      expect(await reachedIn(suite)).toEqual([`${LENE} consent`])
      await travel(suite, "2 years 1 day")
      await tidyConsents(suite.container())
      expect(await eventsLeft()).toEqual([])
      expect(await countOf("dk_consent_use")).toBe(0)
    })

    it("of a use is written once a day for a person, purpose and channel, before the row leaves", async () => {
      await said()
      await Promise.all([audienceOf(suite), audienceOf(suite)])
      await audienceOf(suite)
      const asked = { email: LENE, purpose: "newsletter", channel: "email" } as const
      await mayMarket(suite.container(), { ...asked, use: true })
      expect(await countOf("dk_consent_use")).toBe(1)
      await travel(suite, "1 day")
      await mayMarket(suite.container(), asked)
      expect(await countOf("dk_consent_use")).toBe(1)
      await mayMarket(suite.container(), { ...asked, use: true })
      expect(await countOf("dk_consent_use")).toBe(2)

      const headers = await staff(suite)
      const database = suite.database()
      await database.raw(
        "ALTER TABLE dk_consent_use ADD CONSTRAINT zq_full CHECK (used_at < '2000-01-01') NOT VALID"
      )
      try {
        await travel(suite, "1 day")
      } catch {
        // Moving rows is refused too; what matters is that nothing new can be written.
      }
      await database.raw("ALTER TABLE dk_consent_use DISABLE TRIGGER USER")
      await database.raw("DELETE FROM dk_consent_use")
      await database.raw("ALTER TABLE dk_consent_use ENABLE TRIGGER USER")
      const path = `${suite.baseUrl}/admin/privacy/marketing-audience?purpose=newsletter&channel=email`
      const broken = fetch(path, { headers }).then((response) => response.text())
      await expect(broken).rejects.toThrow()
      await database.raw("ALTER TABLE dk_consent_use DROP CONSTRAINT zq_full")
      expect(await audienceOf(suite)).toHaveLength(1)
    })

    it("of an objection stays for as long as anybody knows whose it is", async () => {
      await said()
      const [row] = await audienceOf(suite)
      const [, token = ""] = TOKEN.exec(row?.unsubscribe_url ?? "") ?? []
      await stopMarketing(suite.container(), token, "object")
      await travel(suite, "2 years 1 day")
      await tidyConsents(suite.container())
      expect(await eventsLeft()).toEqual(["direct_marketing objected"])
    })

    it("comes out once of deliveries that arrive twice, at once and from servers that die", async () => {
      const notice = await publishText(suite)
      const orderId = await buyBeside(suite, LENE, { notices: [notice], choices: GIVEN })
      const record = () => recordShownNoticeOf(suite.container(), orderId)
      await Promise.all([record(), record(), record()])
      expect(await eventsLeft()).toHaveLength(2)

      const [row] = await audienceOf(suite)
      const [, token = ""] = TOKEN.exec(row?.unsubscribe_url ?? "") ?? []
      const stop = () => stopMarketing(suite.container(), token, "object")
      let died = 0
      while (await dyingAt(suite.database(), died + 1, stop)) died += 1
      expect(died).toBeGreaterThan(1)
      await Promise.all([stop(), stop()])
      const left = await eventsLeft()
      expect(left.filter((event) => event === "direct_marketing objected")).toHaveLength(1)
      expect(await countOf("dk_consent_suppression")).toBe(1)
      expect(await reachedIn(suite)).toEqual([])

      await travel(suite, "3 years")
      let killed = 0
      const erase = () => eraseOldProof(suite.database())
      while (await dyingAt(suite.database(), killed + 1, erase)) killed += 1
      await erase()
      expect(await eventsLeft()).toEqual(["direct_marketing objected"])
    })
  })

  describe("the consent sheet", () => {
    it("gives the account holder what was said and the texts, as JSON and as a page in two languages", async () => {
      const notice = await publishText(suite, { body: "Ja tak <b>til</b> nyheder." })
      const account = await register(suite, { email: LENE })
      const headers = shopper(account.token)
      const path = "/store/customers/me/consents"
      await suite.call("POST", path, {
        headers,
        body: {
          consents: [
            { purpose: "newsletter", channel: "email", state: "given", notice_id: notice.id },
          ],
        },
      })
      const sheet = await suite.call("GET", `${path}/sheet`, { headers })
      expect(sheet.body).toMatchObject({
        version: "dk-consent-sheet/1",
        objected: false,
        subject_keys: [expect.stringMatching(/^dkcsub_/) as string],
        purposes: [
          { purpose: "newsletter", channel: "email", state: "given", permitted_by: "consent" },
        ],
        events: [{ state: "given", place: "account", notice_sha256: notice.sha256 }],
        notices: [{ id: notice.id, sha256: notice.sha256, body: notice.body }],
      })
      for (const [query, words, named] of [
        ["format=html", "Dine samtykker", "nyhedsbrev"],
        ["format=html&locale=en", "Your consents", "newsletter"],
      ] as const) {
        const page = await suite.call("GET", `${path}/sheet?${query}`, { headers })
        expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8")
        expect(page.text).toContain(words)
        expect(page.text).toContain("Ja tak &lt;b&gt;til&lt;/b&gt; nyheder.")
        expect(page.text).not.toContain("<b>til</b>")
        expect(page.text).toContain(`<td>${named}</td>`)
      }
      expect((await suite.call("GET", `${path}/sheet`, { headers: shopper() })).status).toBe(401)
    })

    it("is in the person's export, in the document and on the readable page", async () => {
      const notice = await publishText(suite, { body: "Ja tak til zqtekst." })
      await buyBeside(suite, LENE, { notices: [notice], choices: GIVEN })
      const headers = await staff(suite)
      const body = { email: LENE, profile: "access" }
      const document = await exportJson(suite, headers, body)
      expect(document.sections.consent_sheet?.rows).toMatchObject([
        { state: "given", notice_sha256: notice.sha256, notice: { body: "Ja tak til zqtekst." } },
        { state: "shown", notice_sha256: notice.sha256 },
      ])
      const { files } = await exportZip(suite, headers, body)
      expect(files["index.html"]).toContain("Dine samtykker og teksterne ved siden af")
      expect(files["index.html"]).toContain("Ja tak til zqtekst.")
    })
  })
}
