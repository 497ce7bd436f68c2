import { mayMarket, unsubscribeHeaders } from "../../../src/workflows/consent"
import {
  audienceOf,
  buyBeside,
  localUrl,
  postForm,
  publishText,
  reachedIn,
  SUPPRESSIONS,
} from "../helpers/consents"
import { erasuresOf } from "../helpers/erasures"
import { register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const LENE = "lene@kunde.example"
const OTHER = "faelle@kunde.example"
const GIVEN = { choices: [{ state: "given" as const }] }

export default (suite: Suite): void => {
  const linkOf = async (email: string): Promise<string> => {
    const row = (await audienceOf(suite)).find(({ address }) => address === email)
    if (!row) throw new Error("The address is not in the audience")
    return localUrl(suite, row.unsubscribe_url)
  }

  const oneClick = (url: string) => postForm(url, { "List-Unsubscribe": "One-Click" })

  const saidOf = async (): Promise<string[]> => {
    const events = await suite
      .database()<{ state: string; place: string }>("dk_consent_event")
      .whereNot({ state: "shown" })
      .orderBy("occurred_at")
    return events.map(({ state, place }) => `${state} ${place}`)
  }

  describe("a link to unsubscribe", () => {
    it("shows a button to whoever opens it and changes nothing, as scanners of mails open it too", async () => {
      const notice = await publishText(suite)
      await buyBeside(suite, LENE, { notices: [notice], ...GIVEN })
      const url = await linkOf(LENE)
      for (const [language, words] of [
        ["da", "Vil du afmelde dig?"],
        ["en", "Do you want to unsubscribe?"],
      ] as const) {
        const page = await fetch(url, { headers: { "accept-language": language } })
        const text = await page.text()
        expect(page.status).toBe(200)
        expect(text).toContain(words)
        expect(text).not.toContain("lene")
        expect(page.headers.get("cache-control")).toBe("no-store")
        expect(page.headers.get("referrer-policy")).toBe("no-referrer")
        expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
      }
      await fetch(url, { method: "HEAD" })
      expect(await reachedIn(suite)).toEqual([`${LENE} consent`])
      expect(await saidOf()).toEqual(["given checkout"])
    })

    it("stops with one click of a mail program, once however often, in both kinds of form", async () => {
      const notice = await publishText(suite)
      await buyBeside(suite, LENE, { notices: [notice], ...GIVEN })
      const {
        list_unsubscribe: header,
        list_unsubscribe_post: post,
        unsubscribe_url: link,
      } = (await audienceOf(suite))[0] ?? {}
      expect([header, post]).toEqual([`<${link ?? ""}>`, "List-Unsubscribe=One-Click"])
      const url = localUrl(suite, link ?? "")
      const both = await Promise.all([oneClick(url), oneClick(url)])
      expect(both.map(({ status }) => status)).toEqual([200, 200])
      expect(both[0].text).toContain("Du er afmeldt")
      const parts = new FormData()
      parts.set("List-Unsubscribe", "One-Click")
      expect((await fetch(url, { method: "POST", body: parts })).status).toBe(200)
      expect(await reachedIn(suite)).toEqual([])
      expect(await saidOf()).toEqual(["given checkout", "withdrawn unsubscribe"])
    })

    it("holds for the address: the account, guest rows and the mailbox alike", async () => {
      const notice = await publishText(suite)
      await buyBeside(suite, LENE, { notices: [notice], ...GIVEN })
      const url = await linkOf(LENE)
      const account = await register(suite, { email: LENE })
      const give = { purpose: "newsletter", channel: "email", state: "given", notice_id: notice.id }
      await suite.call("POST", "/store/customers/me/consents", {
        headers: shopper(account.token),
        body: { consents: [give] },
      })
      expect(await reachedIn(suite)).toEqual([`${LENE} consent`])
      await oneClick(url)
      expect(await reachedIn(suite)).toEqual([])
      // The account that has moved on takes nobody's word along.
      await suite
        .database()
        .raw("UPDATE customer SET email = 'ny@kunde.example' WHERE id = ?", [account.customerId])
      expect(await reachedIn(suite)).toEqual([])
    })

    it("works when the person was erased, says nothing of them, and an objection outlives it all", async () => {
      const notice = await publishText(suite)
      const soft = await publishText(suite, { purpose: "similar", basis: "soft_opt_in" })
      await buyBeside(suite, LENE, { notices: [notice], ...GIVEN })
      const url = await linkOf(LENE)
      const { erase } = erasuresOf(suite)
      const body = { email: LENE, grace_hours: 0, override_blocks: true }
      await erase(await staff(suite), body)
      expect(await suite.database()("dk_consent_subject").where({ email: LENE })).toEqual([])
      const page = await (await fetch(url)).text()
      expect(page).toContain("Vil du afmelde dig?")
      expect((await oneClick(url)).text).toContain("Du er afmeldt")
      const objected = await postForm(url, { objection: "all" })
      expect(objected.text).toContain("Du får ikke mere markedsføring")

      await buyBeside(suite, LENE, { notices: [notice, soft], ...GIVEN })
      expect(await reachedIn(suite)).toEqual([])
      expect(await reachedIn(suite, { purpose: "similar" })).toEqual([])
    })

    it("cannot be made by others, and a broken one touches nobody", async () => {
      const notice = await publishText(suite)
      await buyBeside(suite, LENE, { notices: [notice], ...GIVEN })
      await buyBeside(suite, "anden@kunde.example", { notices: [notice], ...GIVEN })
      const [one, other] = [await linkOf(LENE), await linkOf("anden@kunde.example")]
      const parts = (url: string) => (url.split("/").at(-1) ?? "").split(".")
      const mixed = [parts(other)[0], ...parts(one).slice(1)].join(".")
      const swapped = [...parts(one).slice(0, 3), parts(other)[3], parts(one)[4]].join(".")
      const foreign = parts(one)
        .map((part) => (part === "newsletter" ? "offers" : part))
        .join(".")
      for (const token of [mixed, swapped, foreign, "x", `${parts(one).join(".")}.x`, "%2e"]) {
        const url = `${suite.baseUrl}/privacy/unsubscribe/${token}`
        const statuses = [(await fetch(url)).status, (await oneClick(url)).status]
        expect([token, ...statuses]).toEqual([token, 404, 404])
      }
      expect(await reachedIn(suite)).toHaveLength(2)
    })
  })

  describe("an objection", () => {
    it("by the link ends all purposes and channels, until the owner of the mailbox says yes", async () => {
      const news = await publishText(suite)
      const offers = await publishText(suite, { purpose: "offers" })
      const texts = await publishText(suite, { channel: "sms" })
      await buyBeside(suite, LENE, {
        notices: [news, offers, texts],
        choices: [
          { state: "given" },
          { purpose: "offers", state: "given" },
          { channel: "sms", state: "given" },
        ],
        address: { phone: "20 30 40 50" },
      })
      expect(await reachedIn(suite, { channel: "sms" })).toEqual(["4520304050 consent"])
      await postForm(await linkOf(LENE), { objection: "all" })
      for (const asked of [{}, { purpose: "offers" }, { channel: "sms" as const }]) {
        expect(await reachedIn(suite, asked)).toEqual([])
      }
      const check = async (body: object) =>
        (
          await suite.call<{ suppressed: boolean }>("POST", `${SUPPRESSIONS}/check`, {
            headers: await staff(suite),
            body,
          })
        ).body.suppressed
      expect(await check({ email: "LENE@kunde.example" })).toBe(true)
      expect(await check({ phone: "+45 20304050" })).toBe(true)
      expect(await check({ phone: "20304051" })).toBe(false)
      const stored = await suite.database()("dk_consent_suppression").select()
      expect(JSON.stringify(stored)).not.toMatch(/lene|20304050/i)
    })

    it("by phone or letter is entered by staff, and the list gives no address back", async () => {
      const notice = await publishText(suite)
      await buyBeside(suite, LENE, { notices: [notice], ...GIVEN, address: { phone: "20304050" } })
      const headers = await staff(suite)
      const enter = (body: object) => suite.call("POST", SUPPRESSIONS, { headers, body })
      const wrong = await enter({ phone: "hverken eller" })
      expect([wrong.status, wrong.error.message]).toEqual([400, expect.stringMatching(/^phone: /)])
      expect((await enter({ email: LENE, phone: "20304050" })).status).toBe(400)
      for (let time = 0; time < 2; time += 1) {
        const entered = await enter({ phone: "20304050" })
        expect([entered.status, entered.body]).toEqual([200, { count: 1 }])
      }
      const list = await suite.call("GET", SUPPRESSIONS, { headers })
      expect(list.body).toEqual({ count: 1 })
      // The number leads to the person, whose e-mail is not written to either.
      expect(await reachedIn(suite)).toEqual([])
      const asked = { email: LENE, purpose: "newsletter", channel: "email" } as const
      expect(await mayMarket(suite.container(), asked)).toBeNull()
      const said = suite.database()("dk_consent_event").where({ state: "objected" })
      expect(await said).toEqual([])
    })

    it("by the link of a text is not an objection of others who share the phone", async () => {
      const news = await publishText(suite)
      const texts = await publishText(suite, { channel: "sms" })
      const address = { phone: "20 30 40 50" }
      await buyBeside(suite, LENE, {
        notices: [news, texts],
        choices: [...GIVEN.choices, { channel: "sms", state: "given" }],
        address,
      })
      await buyBeside(suite, OTHER, { notices: [news], ...GIVEN, address })
      expect(await reachedIn(suite)).toHaveLength(2)
      const [text] = await audienceOf(suite, { channel: "sms" })
      await postForm(localUrl(suite, text?.unsubscribe_url ?? ""), { objection: "all" })
      expect(await reachedIn(suite, { channel: "sms" })).toEqual([])
      expect(await reachedIn(suite)).toEqual([`${OTHER} consent`])
    })
  })

  describe("header values", () => {
    it("are given for one message of a developer's own", async () => {
      const notice = await publishText(suite)
      await buyBeside(suite, LENE, { notices: [notice], ...GIVEN })
      const to = { email: LENE, purpose: "newsletter", channel: "email" } as const
      const { url, headers } = await unsubscribeHeaders(suite.container(), to)
      expect(headers).toEqual({
        "List-Unsubscribe": `<${url}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      })
      await oneClick(localUrl(suite, url))
      expect(await mayMarket(suite.container(), to)).toBeNull()
      const unknown = { ...to, email: "ukendt@kunde.example" }
      await expect(unsubscribeHeaders(suite.container(), unknown)).rejects.toThrow(
        "Nothing is known"
      )
    })
  })
}
