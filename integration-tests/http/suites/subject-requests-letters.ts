import { createHash } from "node:crypto"
import { parseSubjectRequestOptions } from "../../../src/modules/subject-request/options"
import { SUBJECT_REQUEST_MODULE } from "../../../src/modules/subject-request"
import type { SubjectRequestModuleService } from "../../../src/modules/subject-request"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminLetterPreviewResponse,
  AdminSubjectRequestLettersResponse,
  AdminSubjectRequestNumbersResponse,
  AdminSubjectRequestResponse,
} from "../../../src/types/http"
import { remindOfLimits, sendDueLetters } from "../../../src/workflows/subject-request"
import { dyingAt } from "../helpers/dying"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { awaitInvoices } from "../helpers/invoices"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { captureOrder, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { unguarded } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

const REQUESTS = "/admin/privacy/requests"
const EMAIL = "zqanmoder@kunde.example"
const REASON = "Zqbegrundelse: ordrer i to systemer"
const DAY_MS = 24 * 3600 * 1000
/** More than sending a letter makes. */
const STATEMENTS = 30

const inDays = (days: number) => copenhagenDay(new Date(Date.now() + days * DAY_MS))
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

export default (suite: Suite): void => {
  let headers: Headers

  beforeEach(async () => {
    headers = await staff(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const enter = async (body: object = {}) => {
    const given = { kind: "erasure", channel: "mail", email: EMAIL, name: "Zqane", ...body }
    const answer = await suite.call<AdminSubjectRequestResponse>("POST", REQUESTS, {
      headers,
      body: given,
    })
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
    return answer.body.request
  }
  const act = (id: string, action: string, body: object) =>
    suite.call<AdminSubjectRequestResponse>("POST", `${REQUESTS}/${id}/${action}`, {
      headers,
      body,
    })
  const lettersOf = async (id: string) =>
    (
      await suite.call<AdminSubjectRequestLettersResponse>("GET", `${REQUESTS}/${id}/letters`, {
        headers,
      })
    ).body
  const preview = (id: string, body: object) =>
    suite.call<AdminLetterPreviewResponse>("POST", `${REQUESTS}/${id}/letters/preview`, {
      headers,
      body,
    })
  const numbers = async () =>
    (
      await suite.call<AdminSubjectRequestNumbersResponse>("GET", `${REQUESTS}/numbers`, {
        headers,
      })
    ).body
  const send = () => sendDueLetters(suite.container())
  const wait = () =>
    suite
      .database()("dk_subject_request_letter")
      .update({
        ...{ next_attempt_at: new Date(0), claimed_until: null },
      })

  describe("a request that came by mail", () => {
    let mailbox: TestMailbox

    beforeEach(async () => {
      mailbox = await openMailbox(suite)
    })

    it("gets each letter it owes once, though two servers send at once and again", async () => {
      const { id } = await enter({ received_on: inDays(-3) })
      await Promise.all([send(), send(), send()])
      await act(id, "extend", { reason: REASON })
      await Promise.all([send(), send()])
      await act(id, "refuse", { ground: "excessive", reason: "Den fjerde på to uger" })
      await Promise.all([send(), send()])
      await wait()
      await send()
      expect(mailbox.mails.map(({ to, template }) => [to, template])).toEqual([
        [EMAIL, "dk-subject-request-receipt"],
        [EMAIL, "dk-subject-request-extension"],
        [EMAIL, "dk-subject-request-refusal"],
      ])
      const { letters } = await lettersOf(id)
      expect(letters.map(({ template, state }) => `${template} ${state}`)).toEqual([
        ...["receipt sent", "extension sent", "refusal sent"],
      ])
      expect(mailbox.mails[0]?.content?.text).toContain("Hej Zqane")
      expect(mailbox.mails[1]?.content?.text).toContain(`> ${REASON}`)
      expect(mailbox.mails[2]?.content?.text).toContain("Datatilsynet")
    })

    it("shows a letter before the decision as it is sent after it, and proves it by its mark", async () => {
      const { id } = await enter({ locale: "en" })
      const decision = { reason: "Too often {{complaint}}", ground: "excessive" }
      const { status, body } = await preview(id, { action: "refused", ...decision })
      expect([status, body.preview.template, body.preview.locale]).toEqual([200, "refusal", "en"])
      expect((await lettersOf(id)).letters).toHaveLength(1)
      await act(id, "refuse", decision)
      await send()
      const { subject = "", text = "" } = mailbox.mails[1]?.content ?? {}
      const [before = "", mark = ""] = text.split("\n\nMark of this letter: ")
      expect([subject, before]).toEqual([body.preview.subject, body.preview.text])
      expect(text).toContain("> Too often {{complaint}}")
      expect(mark).toMatch(/^[0-9a-f]{32}$/)
      const refusal = (await lettersOf(id)).letters.at(-1)
      expect(refusal?.digest).toBe(sha256(`${subject}\n\n${text}`))
      const late = await preview(id, { action: "extended", reason: "For sent" })
      expect([late.status, late.error.code]).toEqual([409, "ended"])
    })

    it("keeps no text, no reason and no mark of a letter that was sent, and logs none", async () => {
      const { id } = await enter()
      await act(id, "extend", { reason: REASON })
      mailbox.fail(true)
      await send()
      mailbox.fail(false)
      await wait()
      await send()
      const mark = /kendetegn: (\w+)/.exec(mailbox.mails[1]?.content?.text ?? "")?.[1] ?? ""
      expect(mark).toHaveLength(32)
      const stored = await selectRows<{ row: string }>(
        suite.database(),
        `SELECT l::text AS row FROM dk_subject_request_letter l
         UNION ALL SELECT (to_jsonb(n) - 'to')::text FROM notification n`
      )
      const all = stored.map(({ row }) => row).join("\n")
      expect(all).toContain("dk-subject-request-extension")
      for (const secret of [EMAIL, "Zqane", "Zqbegrundelse", mark]) {
        expect(all).not.toContain(secret)
      }
    })

    it("is written to again when the provider failed, and once all the same", async () => {
      const { id } = await enter()
      mailbox.fail(true)
      await send()
      expect((await lettersOf(id)).letters[0]).toMatchObject({
        ...{ state: "failed", outcome: "failed: mail_refused", attempts: 1 },
      })
      mailbox.fail(false)
      await wait()
      await Promise.all([send(), send()])
      expect(mailbox.mails).toHaveLength(1)
      expect((await lettersOf(id)).letters[0]?.state).toBe("sent")
    })

    it("whose server dies at any statement is written to at most once, and the end is known or left to staff", async () => {
      const { id } = await enter()
      for (let nth = 1; nth <= STATEMENTS; nth += 1) {
        mailbox.mails.length = 0
        await suite.database()("notification").delete()
        await unguarded(suite, "DELETE FROM dk_subject_request_letter")
        await dyingAt(suite.database(), nth, send)
        for (let later = 0; later < 2; later += 1) {
          await wait()
          await send()
        }
        const { letters } = await lettersOf(id)
        expect(letters).toHaveLength(1)
        expect([letters[0]?.state, letters[0]?.outcome]).toEqual(
          letters[0]?.state === "sent" ? ["sent", "mailed"] : ["failed", "mail_interrupted"]
        )
        expect(mailbox.mails.length).toBeLessThanOrEqual(1)
      }
    })

    it("is written to in the store's own words when it has some", async () => {
      const service = suite.container().resolve<SubjectRequestModuleService>(SUBJECT_REQUEST_MODULE)
      const own = parseSubjectRequestOptions({
        subjectRequest: {
          templates: { receipt: { da: { subject: "Tak", text: "{{hello}}, {{request}}" } } },
        },
      })
      jest.replaceProperty(service, "settings", { ...service.settings, templates: own.templates })
      await enter()
      await send()
      expect(mailbox.mails[0]?.content?.subject).toBe("Tak")
      expect(mailbox.mails[0]?.content?.text).toMatch(
        /^Hej Zqane, din anmodning om sletning\n\nBrevets kendetegn: /
      )
    })
  })

  it("without a provider of e-mail waits, says so, and is sent when there is one", async () => {
    const { id } = await enter()
    await send()
    const { letters, has_mail_provider: hasProvider } = await lettersOf(id)
    expect([hasProvider, letters[0]?.state, letters[0]?.attempts]).toEqual([false, "waiting", 0])
    expect(await numbers()).toMatchObject({ letters_waiting: 1, has_mail_provider: false })
    const mailbox = await openMailbox(suite)
    await send()
    expect(mailbox.mails).toHaveLength(1)
    expect(await numbers()).toMatchObject({ letters_waiting: 0, has_mail_provider: true })
  })

  it("of somebody without e-mail is printed and sent by staff, once", async () => {
    const { id } = await enter({ email: undefined, name: "<b>Zqbrev</b>", channel: "letter" })
    await send()
    const [letter] = (await lettersOf(id)).letters
    expect(letter?.state).toBe("by_hand")
    expect((await numbers()).letters_by_hand).toBe(1)
    const path = `${REQUESTS}/${id}/letters/${letter?.id ?? ""}`
    const page = await suite.call("GET", `${path}/html`, { headers })
    expect([page.status, page.headers.get("content-type")]).toEqual([
      200,
      "text/html; charset=utf-8",
    ])
    expect(page.text).toContain("&lt;b&gt;Zqbrev&lt;/b&gt;")
    expect(page.text).not.toContain("<b>")
    const marks = await Promise.all(
      [1, 2].map(() => suite.call("POST", `${path}/mark-sent`, { headers, body: {} }))
    )
    expect(marks.map(({ status }) => status).sort()).toEqual([200, 409])
    const sent = (await lettersOf(id)).letters[0]
    expect(sent).toMatchObject({ state: "sent", outcome: "sent_by_hand" })
    expect(sent?.sent_by).toMatch(/^user_/)
    expect(sent?.digest).toMatch(/^[0-9a-f]{64}$/)
    const again = await suite.call("GET", `${path}/html`, { headers })
    expect([again.status, again.error.code]).toEqual([409, "letter_sent"])
    const foreign = await enter()
    const wrong = `${REQUESTS}/${foreign.id}/letters/${letter?.id ?? ""}/mark-sent`
    expect((await suite.call("POST", wrong, { headers, body: {} })).status).toBe(404)
  })

  it("answers who was erased and asks what is kept, by number and last day", async () => {
    const { account, orderId } = await buyOnce(suite, "zqslettet")
    await captureOrder(suite, orderId, headers)
    const [invoice] = await awaitInvoices(suite, orderId, headers)
    const body = { customer_id: account.customerId, grace_hours: 0, override_blocks: true }
    const before = await erasuresOf(suite).preview(headers, body)
    const number = before.kept_documents[0]?.number ?? ""
    expect(number).toContain(String(invoice?.number))
    await erasuresOf(suite).erase(headers, body)
    const { id } = await enter({ kind: "information", email: account.email, name: undefined })
    await act(id, "confirm-identity", { proof: "known_to_staff" })
    const { text } = (await preview(id, { action: "completed" })).body.preview
    expect(text).toContain(`- faktura nr. ${number}`)
    expect(text).toContain("fordi bogføringsloven § 12 kræver det")
    const stranger = await enter({ kind: "information", email: "zqandre@kunde.example" })
    await act(stranger.id, "confirm-identity", { proof: "known_to_staff" })
    const other = (await preview(stranger.id, { action: "completed" })).body.preview
    expect(other.text).not.toContain("faktura")
  })

  it("reminds once at 7, 3 and 1 working days and when it is late, and never after an answer", async () => {
    const { id } = await enter({ received_on: "2026-03-07" })
    const answered = await enter({ received_on: "2026-03-07" })
    await act(answered.id, "withdraw", { reason: "Fortrudt" })
    const at = async (day: string) => {
      const now = new Date(`${day}T09:00:00Z`)
      await remindOfLimits(suite.container(), now)
      await remindOfLimits(suite.container(), now)
    }
    const keys = async () =>
      (
        await selectRows<{ key: string }>(
          suite.database(),
          "SELECT idempotency_key AS key FROM notification WHERE channel = 'feed' ORDER BY created_at, id"
        )
      ).map(({ key }) => key.split(":").slice(1, 4).join(" "))
    await at("2026-03-23")
    expect(await keys()).toEqual([])
    for (const day of ["2026-03-24", "2026-03-26", "2026-03-30", "2026-04-01", "2026-04-03"]) {
      await at(day)
    }
    await at("2026-04-08")
    await at("2026-05-08")
    expect(await keys()).toEqual([
      ...["7_days", "3_days", "1_day", "overdue"].map((kind) => `${id} 2026-04-07 ${kind}`),
    ])
    const notes = await selectRows<{ data: string }>(
      suite.database(),
      "SELECT data::text AS data FROM notification WHERE channel = 'feed'"
    )
    expect(JSON.stringify(notes)).not.toMatch(/zqanmoder|Zqane/)
    expect(await numbers()).toMatchObject({ due: 0, overdue: 1 })
  })

  it("is reminded of by mail to the shop only when the options say so, without a name", async () => {
    const mailbox = await openMailbox(suite)
    const { id } = await enter({ received_on: "2026-03-07" })
    const now = new Date("2026-04-08T09:00:00Z")
    await remindOfLimits(suite.container(), now)
    expect(mailbox.mails.filter(({ channel }) => channel === "email")).toEqual([])
    const service = suite.container().resolve<SubjectRequestModuleService>(SUBJECT_REQUEST_MODULE)
    jest.replaceProperty(service, "settings", { ...service.settings, remindByMail: true })
    await remindOfLimits(suite.container(), now)
    await remindOfLimits(suite.container(), now)
    const [mail, ...more] = mailbox.mails.filter(({ channel }) => channel === "email")
    expect(more).toEqual([])
    expect(mail?.to).toBe(service.settings.controller.email)
    expect(mail?.content?.text).toContain(id)
    expect(JSON.stringify(mail)).not.toMatch(/zqanmoder|Zqane/)
  })
}
