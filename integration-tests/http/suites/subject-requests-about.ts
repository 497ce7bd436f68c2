import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminSubjectRequestPreviewResponse,
  AdminSubjectRequestResponse,
} from "../../../src/types/http"
import { sendDueLetters } from "../../../src/workflows/subject-request"
import { tablesHolding } from "../helpers/canary"
import { erasuresOf } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { privacyPage } from "../helpers/privacy-requests"
import { register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { REQUESTS, requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

const GUEST = "zqgudrun@gaest.example"

export default (suite: Suite): void => {
  let headers: Headers
  let mailbox: TestMailbox
  let page: ReturnType<typeof privacyPage>
  const { known, done, fulfil, read } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    mailbox = await openMailbox(suite)
    page = privacyPage(suite, mailbox)
    await suite.database()("dk_subject_request_limit").delete()
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const act = (id: string, action: string, body: object) =>
    suite.call<AdminSubjectRequestResponse>("POST", `${REQUESTS}/${id}/${action}`, {
      headers,
      body,
    })
  describe("whom staff finds a request to be about", () => {
    it("changes neither where the answer goes nor what the mailed link opens", async () => {
      await guestBuys(suite, GUEST, { last_name: "Zqgudrunsen" })
      await guestBuys(suite, "zqanden@gaest.example", { last_name: "Zqandensen" })
      const { link } = await page.askAndConfirm({ kind: "access", email: GUEST })
      const { request } = await done(link.id, { email: "zqanden@gaest.example" })
      expect(request).toMatchObject({
        ...{ state: "completed", email: GUEST },
        subject: { email: "zqanden@gaest.example" },
      })
      const archive = await page.archive(link)
      expect([archive.status, archive.bytes.toString()]).toEqual([
        409,
        expect.stringContaining("archive_not_ready"),
      ])
      await sendDueLetters(suite.container())
      expect(mailbox.mails.map(({ to }) => to)).not.toContain("zqanden@gaest.example")
    })

    it("leaves a request in the account of who asked", async () => {
      const account = await register(suite, { email: "zqkonto@kunde.example" })
      const other = await register(suite, { email: "zqhende@kunde.example" })
      const { body } = await page.ask({ kind: "access" }, account.token)
      await done(body.id ?? "", { customer_id: other.customerId })
      expect(await read(body.id ?? "")).toMatchObject({
        ...{ customer_id: account.customerId, email: account.email },
        subject: { customer_id: other.customerId },
      })
    })
  })

  describe("what was looked at", () => {
    const versionOf = async (id: string) => {
      const path = `${REQUESTS}/${id}/preview`
      const { body } = await suite.call<AdminSubjectRequestPreviewResponse>("POST", path, {
        headers,
        body: {},
      })
      return body.subject_version
    }

    it("is what is carried out, whomever somebody else names meanwhile", async () => {
      const mine = await register(suite, { email: "zqset@kunde.example" })
      const other = await register(suite, { email: "zquset@kunde.example" })
      const id = await known("erasure", { customer_id: mine.customerId })
      const subject_version = await versionOf(id)
      await act(id, "subject", { customer_id: other.customerId })
      const late = await fulfil(id, { subject_version })
      expect([late.status, late.error.code]).toEqual([409, "subject_changed"])
      for (const email of [mine.email, other.email]) {
        expect(await tablesHolding(suite.database(), email)).toContain("customer")
      }
      await done(id, { subject_version: await versionOf(id) })
      expect(await tablesHolding(suite.database(), mine.email)).toContain("customer")
      expect(await tablesHolding(suite.database(), other.email)).not.toContain("customer")
    })

    it("takes the orders that were confirmed of one person for nobody else's", async () => {
      const theirs = await guestBuys(suite, "zqde@gaest.example", { address_1: "Zqderesvej 1" })
      await guestBuys(suite, GUEST, { address_1: "Zqgade 1" })
      const { link } = await page.askAndConfirm({ kind: "access", email: GUEST })
      await act(link.id, "subject", {
        email: "zqde@gaest.example",
        confirmed_order_ids: [theirs],
      })
      await act(link.id, "subject", { email: GUEST })
      expect((await read(link.id)).confirmed_order_ids).toEqual([])
      await done(link.id)
      const copy = JSON.stringify(await page.download(link))
      expect(copy).toContain("Zqgade 1")
      expect(copy).not.toContain("Zqderesvej")
    })

    it("is the guest themselves when staff names the row their orders made", async () => {
      const orderId = await guestBuys(suite, GUEST, { address_1: "Zqgade 1" })
      const [row] = await selectRows<{ customer_id: string }>(
        suite.database(),
        'SELECT customer_id FROM "order" WHERE id = ?',
        [orderId]
      )
      const { link } = await page.askAndConfirm({ kind: "access", email: GUEST })
      await done(link.id, { customer_id: row?.customer_id ?? "" })
      expect(JSON.stringify(await page.download(link))).toContain("Zqgade 1")
    })

    it("has its erasure called off before another is named", async () => {
      const mine = await register(suite, { email: "zqfoerst@kunde.example" })
      const other = await register(suite, { email: "zqsiden@kunde.example" })
      const { erasure } = await erasuresOf(suite).erase(headers, {
        ...{ customer_id: mine.customerId, grace_hours: 24 },
      })
      const id = await known("erasure", { customer_id: mine.customerId })
      await suite
        .database()("dk_subject_request")
        .where({ id })
        .update({ erasure_id: erasure?.id ?? "" })
      expect((await act(id, "subject", { customer_id: other.customerId })).status).toBe(200)
      await done(id)
      expect(await tablesHolding(suite.database(), mine.email)).toContain("customer")
      expect(await tablesHolding(suite.database(), other.email)).not.toContain("customer")
    })
  })

  describe("a guest's copy", () => {
    it("holds the orders that staff confirmed of a shared mailbox, and no others", async () => {
      const mine = await guestBuys(suite, GUEST, { last_name: "Zqminsen", address_1: "Zqminvej 1" })
      await guestBuys(suite, GUEST, { last_name: "Zqbentsen", address_1: "Zqbentsvej 2" })
      const { link } = await page.askAndConfirm({ kind: "access", email: GUEST })
      expect((await page.archive(link)).status).toBe(409)
      await done(link.id, { confirmed_order_ids: [mine] })
      const copy = JSON.stringify(await page.download(link))
      expect(copy).toContain("Zqminvej 1")
      expect(copy).not.toContain("Zqbentsvej")
    })

    it("is theirs too when staff asked who they are, once staff has answered", async () => {
      await guestBuys(suite, GUEST, { address_1: "Zqgade 1" })
      const { link } = await page.askAndConfirm({ kind: "access", email: GUEST })
      await act(link.id, "ask-identity", { reason: "To navne" })
      expect((await page.archive(link)).status).toBe(409)
      await act(link.id, "confirm-identity", { proof: "order_details" })
      expect((await page.archive(link)).status).toBe(409)
      await done(link.id)
      expect(JSON.stringify(await page.download(link))).toContain("Zqgade 1")
    })
  })
}
