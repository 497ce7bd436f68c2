import type {
  AdminSubjectRequestResponse,
  StorePrivacyRequestListResponse,
  StorePrivacySummary,
} from "../../../src/types/http"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { unzip } from "../helpers/exports"
import type { ExportDocument } from "../helpers/exports"
import { guestBuys } from "../helpers/guests"
import { awaitInvoices } from "../helpers/invoices"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { privacyPage } from "../helpers/privacy-requests"
import { captureOrder, eventually, register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const OWN = "/store/customers/me/privacy-requests"
const SUMMARY = "/store/customers/me/privacy-summary"

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

  const archive = async (id: string, token?: string) => {
    const answer = await fetch(`${suite.baseUrl}${OWN}/${id}/archive`, {
      method: "POST",
      headers: { ...shopper(token), "content-type": "application/json" },
      body: "{}",
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, type: answer.headers.get("content-type"), bytes }
  }
  const read = async (bytes: Buffer): Promise<ExportDocument> =>
    JSON.parse((await unzip(bytes))["data.json"] ?? "") as ExportDocument
  const own = async (token: string) =>
    (await suite.call<StorePrivacyRequestListResponse>("GET", OWN, { headers: shopper(token) }))
      .body.requests
  const ask = async (token: string, kind: "access" | "portability" | "erasure" = "access") =>
    (await page.ask({ kind }, token)).body.id ?? ""
  const summary = (token?: string, locale = "da") =>
    suite.call<StorePrivacySummary>("GET", `${SUMMARY}?locale=${locale}`, {
      headers: shopper(token),
    })
  const asStaff = async (id: string, action: string, body: object) =>
    suite.call("POST", `/admin/privacy/requests/${id}/${action}`, {
      headers: await staff(suite),
      body,
    })

  describe("somebody with an account", () => {
    it("asks to see what is held and downloads it at once; with it the request has its answer", async () => {
      const { account } = await buyOnce(suite, "zqkonto")
      await guestBuys(suite, account.email, { first_name: "Zqanden", address_1: "Zqfremmed 9" })
      const id = await ask(account.token)
      expect(await own(account.token)).toMatchObject([
        { id, state: "in_progress", archive: { is_ready: true, downloads_left: 5, until: null } },
      ])
      const { status, type, bytes } = await archive(id, account.token)
      expect([status, type]).toEqual([200, "application/zip"])
      const document = await read(bytes)
      expect(document).toMatchObject({ profile: "access", customer_ids: [account.customerId] })
      expect(document.data.customer).toHaveLength(1)
      expect(document.data.order).toHaveLength(1)
      expect(JSON.stringify(document)).toContain("zqkontostreet")
      expect(JSON.stringify(document)).not.toMatch(/Zqfremmed|Zqanden/)
      await eventually(async () => (await own(account.token))[0]?.state === "completed")
      const [told] = await own(account.token)
      expect(told?.archive).toMatchObject({ is_ready: true, downloads_left: 4 })
      expect(told?.archive?.until).toMatch(/^\d{4}-\d\d-\d\d$/)
      const { request } = (
        await suite.call<AdminSubjectRequestResponse>("GET", `/admin/privacy/requests/${id}`, {
          headers: await staff(suite),
        })
      ).body
      expect(request.timeline.map((event) => [event.type, event.actor])).toEqual([
        ["received", "person"],
        ["identity_confirmed", "person"],
        ["completed", "system"],
      ])
    })

    it("downloads five times, also when they are at once, and until thirty days after the end", async () => {
      const account = await register(suite, { email: "zqfem@kunde.example" })
      const id = await ask(account.token, "portability")
      const answers: Awaited<ReturnType<typeof archive>>[] = []
      while (answers.every(({ status }) => status !== 409)) {
        answers.push(
          ...(await Promise.all([archive(id, account.token), archive(id, account.token)]))
        )
      }
      // A copy is whole a moment before its place is free: who comes between is told that two run.
      expect(new Set(answers.map(({ status }) => status).filter((it) => it !== 429))).toEqual(
        new Set([200, 409])
      )
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
      const more = answers.find(({ status }) => status === 409)
      expect(more?.bytes.toString()).toContain("archive_used_up")
      const completed = suite
        .database()("dk_subject_request_event")
        .where({ request_id: id, type: "completed" })
      await eventually(async () => (await completed.clone()).length > 0)
      expect(await completed).toHaveLength(1)
      await suite
        .database()("dk_subject_request")
        .where({ id })
        .update({ ended_at: new Date(Date.now() - 31 * 24 * 3600 * 1000) })
      expect((await own(account.token))[0]?.archive).toBe(null)
      expect((await archive(id, account.token)).bytes.toString()).toContain("archive_not_ready")
    })

    it("waits while staff asks who they are, and gets nothing for what is no copy", async () => {
      const account = await register(suite, { email: "zqtvivl@kunde.example" })
      const id = await ask(account.token)
      await asStaff(id, "ask-identity", { reason: "Nyt login fra et andet land" })
      expect((await own(account.token))[0]?.archive).toMatchObject({ is_ready: false })
      const erasure = await ask(account.token, "erasure")
      for (const refused of [id, erasure]) {
        const { status, bytes } = await archive(refused, account.token)
        expect([status, bytes.toString()]).toEqual([
          409,
          expect.stringContaining("archive_not_ready"),
        ])
      }
      await asStaff(id, "confirm-identity", { proof: "known_to_staff" })
      expect((await archive(id, account.token)).status).toBe(200)
    })

    it("gets nothing of another's: not by their id, a guest's token, no login or after an erasure", async () => {
      const { account } = await buyOnce(suite, "zqegen")
      const stranger = await register(suite, { email: "zqfremmed@kunde.example" })
      const id = await ask(account.token)
      const guest = await page.askAndConfirm({ kind: "access", email: "zqgaest@gaest.example" })
      const refusals = [
        await archive(id, stranger.token),
        await archive(guest.link.id, stranger.token),
        await archive("dkreq_none", stranger.token),
      ].map(({ status, bytes }) => [status, bytes.toString()])
      expect(refusals[0]?.[0]).toBe(404)
      expect(refusals).toEqual(refusals.map(() => refusals[0]))
      expect((await page.archive({ id, token: guest.link.token })).status).toBe(404)
      expect((await archive(id)).status).toBe(401)
      expect((await archive(id, guest.link.token)).status).toBe(401)
      expect((await own(account.token))[0]?.archive).toMatchObject({ downloads_left: 5 })

      const { erase } = erasuresOf(suite)
      const gone = { customer_id: account.customerId, override_blocks: true, grace_hours: 0 }
      await erase(await staff(suite), gone)
      expect((await archive(id, account.token)).status).toBe(401)
      expect((await summary(account.token)).status).toBe(401)
    })
  })

  describe("what is held", () => {
    it("is counted by kind, with what for, on what basis, how long, and the invoices a law keeps", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqholdt")
      await guestBuys(suite, account.email, { first_name: "Zqanden", address_1: "Zqfremmed 9" })
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      const { status, body, headers: sent, text } = await summary(account.token)
      expect([status, sent.get("cache-control")]).toEqual([200, "no-store"])
      const kinds = Object.fromEntries(body.categories.map((kind) => [kind.category, kind]))
      expect(kinds.order_contact).toMatchObject({
        title: "Ordrer",
        parts: expect.arrayContaining([{ title: "Ordrer", rows: 1 }]) as object[],
        purposes: expect.arrayContaining([
          expect.objectContaining({ title: expect.stringContaining("Køb") as string }),
        ]) as object[],
      })
      expect(kinds.invoice?.kept.join()).toContain("Fem år fra udgangen af det regnskabsår")
      for (const { rows, parts, purposes, kept } of body.categories) {
        expect(rows).toBeGreaterThan(0)
        expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(rows)
        expect(purposes.every(({ bases }) => bases.length > 0)).toBe(true)
        expect(purposes.length === 0).toBe(kept.length === 0)
      }
      expect(body.kept_documents).toEqual([
        {
          number: invoice?.document.number,
          keep_through: expect.stringMatching(/^\d{4}-12-31$/) as string,
          law: expect.stringContaining("bogføringsloven") as string,
        },
      ])
      expect(text).not.toMatch(/zqholdt|Zqfremmed/i)
      const english = (await summary(account.token, "en")).body
      expect(english.categories.map(({ title }) => title)).toContain("Orders")
      const document = await read((await archive(await ask(account.token), account.token)).bytes)
      const held = Object.values(document.data).reduce((sum, rows) => sum + rows.length, 0)
      // The request itself and its timeline came after.
      const counted = body.categories.reduce((sum, { rows }) => sum + rows, 0)
      expect(held - counted).toBeGreaterThanOrEqual(1)
      expect(held - counted).toBeLessThan(10)
    })

    it("is for the account alone, and not without end", async () => {
      const account = await register(suite, { email: "zqtom@kunde.example" })
      const other = await register(suite, { email: "zqanden@kunde.example" })
      expect((await summary()).status).toBe(401)
      const { body } = await summary(account.token)
      expect(body.kept_documents).toEqual([])
      expect(body.categories.map(({ category }) => category)).toEqual(
        expect.arrayContaining(["account", "login"])
      )
      await suite.database()("dk_subject_request_limit").update({ calls: 60 })
      const refused = await summary(account.token)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
      expect((await summary(other.token)).status).toBe(200)
    })
  })
}
