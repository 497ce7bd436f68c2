import { Modules } from "@medusajs/framework/utils"
import { selectRows } from "../../../src/shared/postgres"
import type { StoreSetCustomerConsents } from "../../../src/types/http"
import { isSuppressed } from "../../../src/workflows/consent"
import { carryOutConfirmed, sendDueLetters } from "../../../src/workflows/subject-request"
import { publishText, reachedIn } from "../helpers/consents"
import { dyingAt } from "../helpers/dying"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { linkIn, privacyPage } from "../helpers/privacy-requests"
import { register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"
import { watchLogger } from "../helpers/watch-logger"

const GUEST = "zqnejtak@gaest.example"

export default (suite: Suite): void => {
  let headers: Headers
  let mailbox: TestMailbox
  let page: ReturnType<typeof privacyPage>
  const { enter, known, done, read } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    mailbox = await openMailbox(suite)
    page = privacyPage(suite, mailbox)
    await suite.database()("dk_subject_request_limit").delete()
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  const objects = (email: string) => isSuppressed(suite.container(), { email })
  const carryOut = () => carryOutConfirmed(suite.container())
  const timelineOf = async (id: string) =>
    (await read(id)).timeline.map(({ type, actor }) => `${type} ${actor.split("_")[0] ?? ""}`)
  const notes = async () =>
    (
      await selectRows<{ text: string }>(
        suite.database(),
        "SELECT data ->> 'description' AS text FROM notification WHERE channel = 'feed' ORDER BY created_at"
      )
    ).map(({ text }) => text)

  describe("what needs nobody's judgement", () => {
    it("is done the moment a guest confirms it, and ends with its letter", async () => {
      const { request, link } = await page.askAndConfirm({
        ...{ kind: "objection_marketing", email: GUEST },
      })
      expect(request).toMatchObject({ state: "completed", decision: { type: "completed" } })
      expect(await objects(GUEST)).toBe(true)
      expect(await timelineOf(link.id)).toEqual([
        ...["received person", "identity_confirmed person", "completed system"],
      ])
      expect((await read(link.id)).timeline.at(-1)?.data.outcome).toEqual({
        ...{ kind: "objection_marketing", addresses: 1 },
      })
      await sendDueLetters(suite.container())
      const letters = mailbox.mails.filter(({ template }) => template !== "dk-subject-request-link")
      expect(letters.map(({ to }) => to)).toEqual([GUEST, GUEST])
      expect(letters.at(-1)?.content?.text).toContain("markedsføring")
      expect(await notes()).toEqual([])
      await carryOut()
      expect(await timelineOf(link.id)).toHaveLength(3)
    })

    it("is done at once for whoever is signed in, and staff is told to read what else they wrote", async () => {
      const notice = await publishText(suite)
      const account = await register(suite, { email: "zqfortryder@kunde.example" })
      const about = { purpose: "newsletter", channel: "email" } as const
      const say: StoreSetCustomerConsents = {
        consents: [{ ...about, state: "given", notice_id: notice.id }],
      }
      await suite.call("POST", "/store/customers/me/consents", {
        ...{ headers: shopper(account.token), body: say },
      })
      expect(await reachedIn(suite)).toEqual([`${account.email} consent`])
      const asked = await page.ask(
        { kind: "consent_withdrawal", message: "Og slet zqnoget andet" },
        account.token
      )
      const id = asked.body.id ?? ""
      expect(await reachedIn(suite)).toEqual([])
      expect(await read(id)).toMatchObject({
        ...{ state: "completed", message: "Og slet zqnoget andet" },
        timeline: [{}, {}, { data: { outcome: { withdrawn: [about] } } }],
      })
      const [note, ...more] = await notes()
      expect(more).toEqual([])
      expect(note).toContain(id)
      expect(note).not.toMatch(/zqnoget|zqfortryder/)
    })

    it("is done although staff's feed takes no note of the message", async () => {
      await page.ask({ kind: "objection_marketing", email: GUEST, message: "Zqmere" })
      const link = linkIn(await page.mailTo(GUEST))
      const feed = suite.container().resolve(Modules.NOTIFICATION)
      const refused = jest.spyOn(feed, "createNotifications")
      refused.mockRejectedValue(new Error("no feed"))
      const logged = watchLogger(suite)
      expect((await page.confirm(link)).body.request.state).toBe("completed")
      expect(await objects(GUEST)).toBe(true)
      const told = `nobody is told yet to read the message of ${link.id} (`
      expect(logged.filter((line) => line.includes(told))).toHaveLength(1)
      expect(logged.join()).not.toMatch(/Zqmere|zqnejtak/)
      refused.mockRestore()
      await Promise.all([carryOut(), carryOut()])
      expect((await notes()).filter((text) => text.includes(link.id))).toHaveLength(1)
    })

    it("waits for staff when it came by mail, phone or letter, or when staff doubts who asks", async () => {
      const email = "zqbrev@kunde.example"
      const byMail = await enter("objection_marketing", { channel: "mail", email })
      const byLetter = await known("objection_marketing", { email })
      await carryOut()
      expect(await objects(email)).toBe(false)
      expect([(await read(byMail)).state, (await read(byLetter)).state]).toEqual([
        ...["received", "in_progress"],
      ])
      expect((await done(byLetter)).request.state).toBe("completed")
      expect(await objects(email)).toBe(true)
    })

    it("is about the mailbox that proved itself when a mail from it was entered before", async () => {
      const byMail = await enter("objection_marketing", { channel: "mail", email: GUEST })
      const { request } = await page.askAndConfirm({ kind: "objection_marketing", email: GUEST })
      expect([request.id, request.state]).toEqual([byMail, "completed"])
      expect(await objects(GUEST)).toBe(true)
    })

    it("is finished by the job wherever the process was killed, once", async () => {
      for (let nth = 1; ; nth += 1) {
        const email = `zqdoer${nth.toString()}@gaest.example`
        await suite.database()("dk_subject_request_limit").delete()
        await page.ask({ kind: "objection_marketing", email, message: "Zqogså andet" })
        const link = linkIn(await page.mailTo(email))
        const died = await dyingAt(suite.database(), nth, async () => {
          if ((await page.confirm(link)).body.request.state !== "completed") {
            throw new Error("the process was killed")
          }
        })
        if (died) await page.confirm(link)
        await Promise.all([carryOut(), carryOut()])
        expect([nth, await objects(email)]).toEqual([nth, true])
        expect(await timelineOf(link.id)).toEqual([
          ...["received person", "identity_confirmed person", "completed system"],
        ])
        expect((await notes()).filter((text) => text.includes(link.id))).toHaveLength(1)
        if (!died) {
          expect(nth).toBeGreaterThan(8)
          break
        }
        expect(nth).toBeLessThan(40)
      }
    })
  })
}
