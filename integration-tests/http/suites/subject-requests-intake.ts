import { copenhagenDay } from "../../../src/rules"
import type {
  AdminSubjectRequestResponse,
  StorePrivacyRequestListResponse,
} from "../../../src/types/http"
import { tendIntakes } from "../../../src/workflows/subject-request"
import { erasuresOf } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { linkIn, privacyPage } from "../helpers/privacy-requests"
import { eventually, register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { watchLogger } from "../helpers/watch-logger"

const GUEST = "zqgudrun@gaest.example"

export default (suite: Suite): void => {
  let mailbox: TestMailbox
  let page: ReturnType<typeof privacyPage>

  beforeEach(async () => {
    mailbox = await openMailbox(suite)
    page = privacyPage(suite, mailbox)
    await suite.database()("dk_subject_request_limit").delete()
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  const rows = (table: string): Promise<Record<string, unknown>[]> =>
    suite.database()(`dk_subject_request${table}`).select("*")
  const readByStaff = async (id: string) =>
    (
      await suite.call<AdminSubjectRequestResponse>("GET", `/admin/privacy/requests/${id}`, {
        headers: await staff(suite),
      })
    ).body.request
  const forgetCounts = () => suite.database()("dk_subject_request_limit").delete()

  describe("a guest", () => {
    it("asks, confirms by mail, and is answered for from the day they asked", async () => {
      const asked = await page.ask({
        kind: "rectification",
        email: "ZqGudrun@gaest.example",
        message: "Mit navn",
      })
      expect([asked.status, asked.body]).toEqual([202, {}])
      const mail = await page.mailTo(GUEST)
      expect(mail).toMatchObject({
        template: "dk-subject-request-link",
        data: { locale: "da", kind: "rectification" },
      })
      expect(mail.content?.text).toContain("/privacy/requests#id=dkreq_")
      expect(await rows("")).toEqual([])
      await suite.database()("dk_subject_request_intake").update({ received_on: "2026-01-31" })

      const confirmed = await page.confirm(linkIn(mail))
      expect([confirmed.status, confirmed.headers.get("cache-control")]).toEqual([200, "no-store"])
      expect(confirmed.body.request).toMatchObject({
        ...{ kind: "rectification", state: "in_progress", received_on: "2026-01-31" },
        ...{ strict_on: "2026-02-28", legal_on: "2026-03-02", decision: null, archive: null },
      })
      const { id } = confirmed.body.request
      expect(await readByStaff(id)).toMatchObject({
        ...{ channel: "guest_link", email: GUEST, message: "Mit navn", identity: "mailed_link" },
        timeline: [{ type: "received", actor: "person" }, { type: "identity_confirmed" }],
      })
      expect(await rows("_intake")).toEqual([])
      expect(await suite.database()("notification").where({ to: GUEST })).toEqual([])
      const followed = await page.status({ id, token: confirmed.body.token })
      expect(followed.body.request).toEqual(confirmed.body.request)
    })

    it("is told what was decided and why, and not what staff wrote to itself", async () => {
      const { link } = await page.askAndConfirm({ kind: "erasure", email: GUEST })
      const headers = await staff(suite)
      const act = (action: string, body: object) =>
        suite.call("POST", `/admin/privacy/requests/${link.id}/${action}`, { headers, body })
      await act("ask-identity", { reason: "Zqtvivl om hvem det er" })
      await act("refuse", { ground: "legal_claims", reason: "Der kører en sag." })
      const { body, text } = await page.status(link)
      expect(body.request).toMatchObject({
        state: "refused",
        decision: {
          ...{ type: "refused", on: copenhagenDay(new Date()) },
          ...{ ground: "legal_claims", reason: "Der kører en sag." },
        },
      })
      expect(text).not.toContain("Zqtvivl")
    })

    it("asks again while it is open and comes back to the same request", async () => {
      const first = await page.askAndConfirm({ kind: "access", email: GUEST })
      await forgetCounts()
      const second = await page.askAndConfirm({ kind: "access", email: GUEST.toUpperCase() }, 2)
      expect(second.request.id).toBe(first.request.id)
      expect(await rows("")).toHaveLength(1)
      expect((await page.status(first.link)).status).toBe(404)
      expect((await page.status(second.link)).status).toBe(200)
      await forgetCounts()
      const other = await page.askAndConfirm({ kind: "erasure", email: GUEST }, 3)
      expect(other.request.id).not.toBe(first.request.id)
    })

    it("does not end staff's doubt by asking again", async () => {
      const { link } = await page.askAndConfirm({ kind: "access", email: GUEST })
      const doubt = await suite.call("POST", `/admin/privacy/requests/${link.id}/ask-identity`, {
        ...{ headers: await staff(suite), body: { reason: "To navne" } },
      })
      expect(doubt.status).toBe(200)
      await forgetCounts()
      const again = await page.askAndConfirm({ kind: "access", email: GUEST }, 2)
      expect(again.request).toMatchObject({
        ...{ id: link.id, state: "identity_check" },
        archive: { is_ready: false },
      })
    })

    it("is one request when two press at the same moment", async () => {
      await page.ask({ kind: "access", email: GUEST })
      const link = linkIn(await page.mailTo(GUEST))
      const both = await Promise.all([page.confirm(link), page.confirm(link)])
      expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
      expect(await rows("")).toHaveLength(1)
      expect(await rows("_event")).toHaveLength(2)
    })

    it("gets a mail in their language, late when there was no provider, and once", async () => {
      mailbox.fail(true)
      await page.ask({ kind: "portability", email: GUEST, locale: "en-GB" })
      await eventually(async () => (await rows("_intake"))[0]?.outcome === "failed: mail_refused")
      mailbox.fail(false)
      await suite.database()("notification_provider").delete()
      await suite
        .database()("dk_subject_request_intake")
        .update({ next_attempt_at: new Date(0) })
      const logged = watchLogger(suite)
      await tendIntakes(suite.container())
      await tendIntakes(suite.container())
      expect(logged.filter((line) => line.includes("no provider of e-mail"))).toHaveLength(1)
      expect((await rows("_intake"))[0]).toMatchObject({ attempts: 1 })
      jest.restoreAllMocks()
      mailbox = await openMailbox(suite)
      await Promise.all([tendIntakes(suite.container()), tendIntakes(suite.container())])
      expect(mailbox.mails.map(({ content }) => content?.subject)).toEqual([
        expect.stringMatching(/^Confirm what you asked /),
      ])
    })

    it("is forgotten when the link is too old", async () => {
      await page.ask({ kind: "access", email: GUEST })
      const link = linkIn(await page.mailTo(GUEST))
      await suite
        .database()("dk_subject_request_intake")
        .update({ expires_at: new Date(0) })
      expect((await page.confirm(link)).status).toBe(404)
      await tendIntakes(suite.container())
      expect(await rows("_intake")).toEqual([])
      expect(await suite.database()("notification").where({ to: GUEST })).toEqual([])
    })
  })

  describe("what a guest downloads", () => {
    const address = { first_name: "Zqgudrun", last_name: "Zqhansen", address_1: "Zqgade 1" }

    it("is what was typed with the mailbox and nothing else, and answers the request", async () => {
      await guestBuys(suite, GUEST, address)
      await guestBuys(suite, "anden@gaest.example", { ...address, address_1: "Zqanden 2" })
      const { request, link } = await page.askAndConfirm({ kind: "access", email: GUEST })
      expect(request.archive).toEqual({ is_ready: true, downloads_left: 5, until: null })
      const { data, emails } = await page.download(link)
      expect(emails).toEqual([GUEST])
      expect(data.order).toHaveLength(1)
      expect(JSON.stringify(data)).toContain("Zqgade 1")
      expect(JSON.stringify(data)).not.toMatch(/Zqanden|anden@gaest/)
      await eventually(async () => (await readByStaff(link.id)).state === "completed")
      const { archive, decision } = (await page.status(link)).body.request
      expect(archive).toMatchObject({ is_ready: true, downloads_left: 4 })
      expect(archive?.until).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(decision).toMatchObject({ type: "completed", ground: null, reason: null })
    })

    it("can be had five times", async () => {
      const { link } = await page.askAndConfirm({ kind: "portability", email: GUEST })
      for (let left = 5; left > 0; left -= 1) {
        expect((await page.status(link)).body.request.archive?.downloads_left).toBe(left)
        await page.download(link)
      }
      const once = await page.archive(link)
      expect([once.status, once.bytes.toString()]).toEqual([
        409,
        expect.stringContaining("archive_used_up"),
      ])
      expect((await rows("_event")).filter(({ type }) => type === "completed")).toHaveLength(1)
    })

    it.each([
      ["a post's address", "info@gaest.example", () => Promise.resolve()],
      [
        "an address that two people bought with",
        GUEST,
        async () => {
          await guestBuys(suite, GUEST, address)
          await guestBuys(suite, GUEST, {
            ...address,
            first_name: "Zqbent",
            last_name: "Zqolsen",
            address_1: "Zqvej 9",
          })
        },
      ],
      [
        "an account's address",
        GUEST,
        async () => {
          await register(suite, { email: GUEST })
        },
      ],
    ])("waits for staff behind %s", async (_, email, prepare) => {
      await prepare()
      const { request, link } = await page.askAndConfirm({ kind: "access", email })
      expect(request.archive).toMatchObject({ is_ready: false })
      const { status, bytes } = await page.archive(link)
      expect([status, bytes.toString()]).toEqual([
        409,
        expect.stringContaining("archive_not_ready"),
      ])
      expect((await page.status(link)).body.request.archive).toMatchObject({ downloads_left: 5 })
    })
  })

  describe("somebody who is signed in", () => {
    it("has a request at once, once, and follows it in their account", async () => {
      const account = await register(suite, {
        email: "zqlogget@kunde.example",
        first_name: "Zqlis",
      })
      const stranger = await register(suite, { email: "zqfremmed@kunde.example" })
      const ask = () => page.ask({ kind: "erasure", email: GUEST, message: "Alt" }, account.token)
      const answers = await Promise.all([ask(), ask()])
      expect(answers.map(({ status }) => status)).toEqual([202, 202])
      const ids = new Set(answers.map(({ body }) => body.id))
      expect(ids.size).toBe(1)
      const [id = ""] = ids
      expect(await readByStaff(id)).toMatchObject({
        ...{ channel: "account", state: "in_progress", identity: "login", message: "Alt" },
        ...{ customer_id: account.customerId, email: account.email, name: "Zqlis" },
      })
      const own = async (headers: Record<string, string>) =>
        suite.call<StorePrivacyRequestListResponse>("GET", "/store/customers/me/privacy-requests", {
          headers,
        })
      expect((await own(shopper(account.token))).body.requests).toMatchObject([
        { id, kind: "erasure", state: "in_progress", archive: null },
      ])
      expect((await own(shopper(stranger.token))).body.requests).toEqual([])
      expect((await own(shopper())).status).toBe(401)
      expect(mailbox.mails).toEqual([])
    })
  })

  describe("a token", () => {
    it("that was used, is another's, guessed or of somebody erased is refused in one and the same way", async () => {
      const logged = watchLogger(suite)
      await guestBuys(suite, GUEST, { address_1: "Zqgade 1" })
      await page.ask({ kind: "access", email: GUEST })
      const mailed = linkIn(await page.mailTo(GUEST))
      await forgetCounts()
      const other = await page.askAndConfirm({ kind: "access", email: "zqanden@gaest.example" })
      const { body } = await page.confirm(mailed)
      const own = { id: body.request.id, token: body.token }
      const guessed = "0".repeat(64)
      const refusals = [
        await page.confirm(mailed),
        await page.confirm({ ...mailed, token: guessed }),
        await page.confirm({ id: "dkreq_none", token: guessed }),
        await page.status({ ...own, token: mailed.token }),
        await page.status({ ...own, token: other.link.token }),
        await page.status({ ...own, token: "" }),
        await page.status({ id: "dkreq_none", token: own.token }),
      ].map(({ status, text }) => [status, text])
      const archive = await page.archive({ ...own, token: guessed })
      refusals.push([archive.status, archive.bytes.toString()])
      const { erase } = erasuresOf(suite)
      await erase(await staff(suite), { email: GUEST, override_blocks: true, grace_hours: 0 })
      const erased = await page.status(own)
      refusals.push([erased.status, erased.text])
      expect(refusals[0]?.[0]).toBe(404)
      expect(refusals).toEqual(refusals.map(() => refusals[0]))
      const log = logged.join("\n")
      for (const secret of [mailed.token, own.token, other.link.token, GUEST]) {
        expect(log).not.toContain(secret)
      }
    })

    it("is not in the database", async () => {
      await page.ask({ kind: "access", email: GUEST })
      const mailed = linkIn(await page.mailTo(GUEST))
      const held = [await rows("_intake"), await suite.database()("notification").select("*")]
      expect(JSON.stringify(held)).toContain(GUEST)
      expect(JSON.stringify(held)).not.toContain(mailed.token)
      const { body } = await page.confirm(mailed)
      expect(JSON.stringify(await rows("_link"))).not.toContain(body.token)
    })
  })
}
