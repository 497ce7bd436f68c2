import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import type { StoreConfirmSubscription, StoreSetCustomerConsents } from "../../../src/types/http"
import {
  mailDueSubscriptions,
  recordShownNoticeOf,
  tidyConsents,
} from "../../../src/workflows/consent"
import {
  audienceOf,
  buyBeside,
  localUrl,
  postForm,
  pressConfirm,
  publishText,
  reachedIn,
  subscribe,
  SUBSCRIPTIONS,
  SUPPRESSIONS,
  tokenIn,
} from "../helpers/consents"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { eventually, register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const LENE = "lene@kunde.example"

export default (suite: Suite): void => {
  let mailbox: TestMailbox

  beforeEach(async () => {
    mailbox = await openMailbox(suite)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  const rows = async (): Promise<{ email: string | null; outcome: string | null }[]> =>
    suite.database()("dk_consent_subscription").select("email", "outcome")

  const mailTo = (email: string): Promise<ProviderSendNotificationDTO> =>
    eventually(() => Promise.resolve(mailbox.mails.filter(({ to }) => to === email).at(-1)))

  const object = async (email: string) =>
    suite.call("POST", SUPPRESSIONS, { headers: await staff(suite), body: { email } })

  /** Age decides how often an address is mailed. */
  const waitADay = () =>
    suite
      .database()
      .raw("UPDATE dk_consent_subscription SET created_at = created_at - interval '25 hours'")

  describe("a sign-up to a newsletter", () => {
    it("is a consent when the owner of the mailbox says so, and not before", async () => {
      const notice = await publishText(suite)
      const asked = await subscribe(suite, "Lene@Kunde.example", notice)
      expect([asked.status, asked.body]).toEqual([202, {}])
      const mail = await mailTo(LENE)
      expect(mail).toMatchObject({
        template: "dk-consent-subscription",
        data: { locale: "da", purpose: "newsletter" },
        content: { subject: expect.stringMatching(/^Bekræft din tilmelding hos /) as string },
      })
      expect(mail.data).toMatchObject({ channel: "email", notice: notice.body })
      expect(mail.data).not.toHaveProperty("link")
      for (const said of [`> ${notice.body}`, "på e-mail", "Du kan altid afmelde dig"]) {
        expect(mail.content?.text).toContain(said)
      }
      const way = `/privacy/subscriptions/confirm?notice=${notice.id}`
      expect(mail.content?.text).toContain(`${way}#token=`)
      expect(await reachedIn(suite)).toEqual([])

      const page = await fetch(suite.baseUrl + way, { headers: { "accept-language": "da" } })
      expect(page.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-/
      )
      const shown = await page.text()
      for (const said of ["Bekræft tilmelding", notice.body, "Du kan altid afmelde dig"]) {
        expect(shown).toContain(said)
      }
      expect(await reachedIn(suite)).toEqual([])

      const token = tokenIn(mail.content?.text)
      const both = await Promise.all([pressConfirm(suite, token), pressConfirm(suite, token)])
      expect(both.map(({ status }) => status)).toEqual([200, 200])
      for (const { text } of both) expect(text).toContain("Tak, du er tilmeldt")
      expect(await reachedIn(suite)).toEqual([`${LENE} consent`])
      const events = await suite.database()("dk_consent_event").where({ state: "given" })
      expect(events).toMatchObject([
        {
          purpose: "newsletter",
          channel: "email",
          source: "asserted",
          place: "subscription",
          notice_id: notice.id,
          notice_sha256: notice.sha256,
        },
      ])
      expect(await rows()).toMatchObject([{ email: null, outcome: "mailed" }])
      expect(await suite.database()("notification").where({ to: LENE })).toEqual([])

      const json = await suite.call<{ confirmed: boolean }>("POST", `${SUBSCRIPTIONS}/confirm`, {
        headers: shopper(),
        body: { token } satisfies StoreConfirmSubscription,
      })
      expect(json.body).toEqual({ confirmed: true })
    })

    it("is answered alike for known, unknown, subscribed and objecting addresses", async () => {
      const notice = await publishText(suite)
      await register(suite, { email: "konto@kunde.example" })
      await subscribe(suite, LENE, notice)
      await pressConfirm(suite, tokenIn((await mailTo(LENE)).content?.text))
      await object("nej@kunde.example")
      await waitADay()
      const addresses = ["konto@kunde.example", "ukendt@kunde.example", LENE, "nej@kunde.example"]
      const answers = []
      for (const email of addresses) answers.push(await subscribe(suite, email, notice))
      expect(new Set(answers.map(({ status, text }) => `${status.toString()} ${text}`)).size).toBe(
        1
      )
      await eventually(() => Promise.resolve(mailbox.mails.length === 5))
      mailbox.mails.length = 0
      for (const email of addresses) await subscribe(suite, email, notice)
      expect(mailbox.mails).toEqual([])
    })

    it("mails one address seldom, whoever types it and however often", async () => {
      const [news, offers, events, more] = [
        await publishText(suite),
        await publishText(suite, { purpose: "offers" }),
        await publishText(suite, { purpose: "events" }),
        await publishText(suite, { purpose: "more" }),
      ]
      await Promise.all(Array.from({ length: 5 }, () => subscribe(suite, LENE, news)))
      for (const notice of [offers, events, more]) {
        expect((await subscribe(suite, LENE, notice)).status).toBe(202)
      }
      await mailTo(LENE)
      await mailDueSubscriptions(suite.container())
      await eventually(() => Promise.resolve(mailbox.mails.length === 3))
      await waitADay()
      await subscribe(suite, LENE, more)
      await eventually(() => Promise.resolve(mailbox.mails.length === 4))
    })

    it("refuses texts that ask for nothing, and what it cannot read, without repeating it", async () => {
      const soft = await publishText(suite, { basis: "soft_opt_in" })
      const sms = await publishText(suite, { channel: "sms" })
      const news = await publishText(suite, { purpose: "offers" })
      const fieldOf = async (answer: Promise<{ status: number; error: { message: string } }>) => {
        const { status, error } = await answer
        return [status, error.message.split(":")[0]]
      }
      expect(await fieldOf(subscribe(suite, LENE, soft))).toEqual([400, "notice_id"])
      expect(await fieldOf(subscribe(suite, LENE, sms))).toEqual([400, "channel"])
      expect(await fieldOf(subscribe(suite, LENE, news, { purpose: "newsletter" }))).toEqual([
        400,
        "notice_id",
      ])
      expect(await fieldOf(subscribe(suite, LENE, news, { locale: "da\r\nBcc: x" }))).toEqual([
        400,
        "locale",
      ])
      const broken = await subscribe(suite, "zqbroken@", news)
      expect(broken.status).toBe(400)
      expect(broken.text).not.toContain("zqbroken")
      expect(await rows()).toEqual([])
    })

    it("waits for a provider that fails, and is mailed once", async () => {
      const notice = await publishText(suite)
      mailbox.fail(true)
      expect((await subscribe(suite, LENE, notice)).status).toBe(202)
      await eventually(async () => (await rows())[0]?.outcome === "failed: mail_refused")
      mailbox.fail(false)
      await mailDueSubscriptions(suite.container())
      expect(mailbox.mails).toEqual([])
      await suite.database().raw("UPDATE dk_consent_subscription SET next_attempt_at = now()")
      await Promise.all([
        mailDueSubscriptions(suite.container()),
        mailDueSubscriptions(suite.container()),
      ])
      expect(mailbox.mails).toHaveLength(1)
    })

    it("is over after seven days, when the text was replaced, or when it was withdrawn since", async () => {
      const notice = await publishText(suite)
      await subscribe(suite, LENE, notice)
      const late = tokenIn((await mailTo(LENE)).content?.text)
      await suite
        .database()
        .raw("UPDATE dk_consent_subscription SET expires_at = now() - interval '1 second'")
      expect((await pressConfirm(suite, late)).text).toContain("Linket virker ikke længere")
      await tidyConsents(suite.container())
      expect(await rows()).toEqual([])
      expect(await suite.database()("notification").where({ to: LENE })).toEqual([])

      await subscribe(suite, "per@kunde.example", notice)
      const outdated = tokenIn((await mailTo("per@kunde.example")).content?.text)
      await publishText(suite, { body: "Ja tak til meget mere.", material: true })
      expect((await pressConfirm(suite, outdated)).text).toContain("Linket virker ikke længere")

      const current = await publishText(suite, { purpose: "offers" })
      await subscribe(suite, "ib@kunde.example", current)
      const used = tokenIn((await mailTo("ib@kunde.example")).content?.text)
      await pressConfirm(suite, used)
      const [ib] = await audienceOf(suite, { purpose: "offers" })
      await postForm(localUrl(suite, ib?.unsubscribe_url ?? ""), {
        "List-Unsubscribe": "One-Click",
      })
      expect((await pressConfirm(suite, used)).text).toContain("Linket virker ikke længere")
      expect(await reachedIn(suite, { purpose: "offers" })).toEqual([])

      for (const forged of ["", late.replace(/.$/, "0"), `${late}0`, late.split(".")[0] ?? ""]) {
        const { text } = await pressConfirm(suite, forged)
        expect(text).toContain("Linket virker ikke længere")
      }
      expect(await reachedIn(suite)).toEqual([])
    })
  })

  describe("an address that objected", () => {
    it("is asked by mail when a consent is typed at the checkout, and the gate stays closed till then", async () => {
      const notice = await publishText(suite)
      const offers = await publishText(suite, { purpose: "offers" })
      await object(LENE)
      const orderId = await buyBeside(suite, LENE, {
        notices: [notice, offers],
        choices: [{ state: "given" }, { purpose: "offers", state: "given" }],
      })
      await recordShownNoticeOf(suite.container(), orderId)
      const evidence = await suite
        .database()("dk_consent_event")
        .where({ order_id: orderId, state: "given" })
      expect(evidence).toHaveLength(2)
      expect(await reachedIn(suite)).toEqual([])
      const mails = mailbox.mails.filter(({ to }) => to === LENE)
      expect(mails).toHaveLength(2)
      const news = mails.find(({ data }) => data?.purpose === "newsletter")
      await pressConfirm(suite, tokenIn(news?.content?.text))
      expect(await reachedIn(suite)).toEqual([`${LENE} consent`])
      // One yes is no yes to all: the other choice was typed by whoever bought, and waits for its own link.
      expect(await reachedIn(suite, { purpose: "offers" })).toEqual([])
      const other = mails.find(({ data }) => data?.purpose === "offers")
      await pressConfirm(suite, tokenIn(other?.content?.text))
      expect(await reachedIn(suite, { purpose: "offers" })).toEqual([`${LENE} consent`])
    })

    it("is asked by mail when its account consents, and stays closed for a stranger's account", async () => {
      const notice = await publishText(suite)
      await object(LENE)
      const account = await register(suite, { email: LENE })
      const path = "/store/customers/me/consents"
      const headers = shopper(account.token)
      const give: StoreSetCustomerConsents = {
        consents: [
          { purpose: "newsletter", channel: "email", state: "given", notice_id: notice.id },
        ],
      }
      type Answer = {
        consents: { state: string; permitted_by: string | null }[]
        objected: boolean
      }
      const said = await suite.call<Answer>("POST", path, { headers, body: give })
      expect(said.body).toMatchObject({
        consents: [{ state: "given", permitted_by: null }],
        objected: true,
      })
      expect(await reachedIn(suite)).toEqual([])
      await pressConfirm(suite, tokenIn((await mailTo(LENE)).content?.text))
      expect(await reachedIn(suite)).toEqual([`${LENE} consent`])
      const now = await suite.call<Answer>("GET", path, { headers })
      expect(now.body).toMatchObject({
        consents: [{ state: "given", permitted_by: "consent" }],
        // To all the rest.
        objected: true,
      })
    })
  })
}
