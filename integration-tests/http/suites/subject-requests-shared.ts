import { findRestricted } from "../../../src/modules/personal-data"
import { selectRows } from "../../../src/shared/postgres"
import type { StoreCustomerConsents, StoreSetCustomerConsents } from "../../../src/types/http"
import { isSuppressed, mayMarket } from "../../../src/workflows/consent"
import { publishText, reachedIn } from "../helpers/consents"
import { buyOnce } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { openMailbox } from "../helpers/mailbox"
import { privacyPage } from "../helpers/privacy-requests"
import { register, shopper, staff } from "../helpers/shop"
import type { Account, Headers } from "../helpers/shop"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

const POST_BOX = "info@zqfirma.example"

export default (suite: Suite): void => {
  let headers: Headers
  const { known, done, fulfil, preview, read } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  const say = async (
    { token }: Account,
    ...consents: StoreSetCustomerConsents["consents"]
  ): Promise<void> => {
    const body: StoreSetCustomerConsents = { consents }
    const path = "/store/customers/me/consents"
    const answer = await suite.call("POST", path, { headers: shopper(token), body })
    if (answer.status !== 200) throw new Error(answer.text)
  }

  describe("a withdrawal of somebody who shares a phone", () => {
    const phone = "20304050"

    it("is theirs whatever the other has said, and leaves what the other consented to", async () => {
      const newsletter = await publishText(suite)
      const events = await publishText(suite, { purpose: "events" })
      const asker = await register(suite, { email: "zqspoerger@kunde.example", phone })
      const other = await register(suite, { email: "zqfaelle@kunde.example", phone })
      const about = { purpose: "newsletter", channel: "email" } as const
      await say(
        asker,
        { ...about, state: "given", notice_id: newsletter.id },
        { ...about, purpose: "events", state: "given", notice_id: events.id }
      )
      await say(
        other,
        { ...about, state: "refused" },
        { ...about, purpose: "events", state: "given", notice_id: events.id }
      )
      expect(await reachedIn(suite)).toEqual([`${asker.email} consent`])

      const id = await known("consent_withdrawal", { email: asker.email })
      expect(await preview(id)).toMatchObject({
        consents: [
          { purpose: "events", state: "given" },
          { purpose: "newsletter", state: "given" },
        ],
      })
      const { outcome } = await done(id)
      expect(outcome).toEqual({
        kind: "consent_withdrawal",
        withdrawn: [{ ...about, purpose: "events" }, about],
      })
      expect(await reachedIn(suite)).toEqual([])
      expect(await reachedIn(suite, { purpose: "events" })).toEqual([`${other.email} consent`])
    })
  })

  describe("an objection of somebody who wrote a phone on their account that others have too", () => {
    const phone = "20304050"
    const newsletter = { purpose: "newsletter", channel: "email" } as const

    const bothWantNews = async () => {
      const news = await publishText(suite)
      const texts = await publishText(suite, { channel: "sms" })
      const asker = await register(suite, { email: "zqspoerger@kunde.example", phone })
      const other = await register(suite, { email: "zqfaelle@kunde.example", phone })
      for (const account of [asker, other]) {
        await say(
          account,
          { ...newsletter, state: "given", notice_id: news.id },
          { ...newsletter, channel: "sms", state: "given", notice_id: texts.id }
        )
      }
      expect(await reachedIn(suite)).toHaveLength(2)
      return { asker, other }
    }
    const hasObjected = async ({ token }: Account) => {
      const path = "/store/customers/me/consents"
      const headersOf = { headers: shopper(token) }
      return (await suite.call<StoreCustomerConsents>("GET", path, headersOf)).body.objected
    }
    const expectOnlyTheirs = async ({ asker, other }: { asker: Account; other: Account }) => {
      expect(await reachedIn(suite)).toEqual([`${other.email} consent`])
      const asked = { ...newsletter, email: other.email }
      expect(await mayMarket(suite.container(), asked)).toMatchObject({ basis: "consent" })
      expect([await hasObjected(asker), await hasObjected(other)]).toEqual([true, false])
      expect(await isSuppressed(suite.container(), { email: other.email })).toBe(false)
      // The number itself is sent nothing.
      expect(await isSuppressed(suite.container(), { phone })).toBe(true)
      expect(await reachedIn(suite, { channel: "sms" })).toEqual([])
    }

    it("is theirs alone when they ask for it signed in", async () => {
      const { asker, other } = await bothWantNews()
      await suite.database()("dk_subject_request_limit").delete()
      const page = privacyPage(suite, await openMailbox(suite))
      const { body } = await page.ask({ kind: "objection_marketing" }, asker.token)
      expect((await read(body.id ?? "")).state).toBe("completed")
      await expectOnlyTheirs({ asker, other })
    })

    it("is theirs alone when staff carries it out", async () => {
      const { asker, other } = await bothWantNews()
      const id = await known("objection_marketing", { customer_id: asker.customerId })
      expect((await done(id)).outcome).toMatchObject({ addresses: 2 })
      await expectOnlyTheirs({ asker, other })
    })

    it("is theirs alone when they say it among their choices", async () => {
      const { asker, other } = await bothWantNews()
      await say(asker, { state: "objected" })
      await expectOnlyTheirs({ asker, other })
    })
  })

  describe("a request about a mailbox that several people use", () => {
    const buyBoth = async () => ({
      mine: await guestBuys(suite, POST_BOX, { last_name: "Zqmin", address_1: "Zqminvej 1" }),
      other: await guestBuys(suite, POST_BOX, { last_name: "Zqandens", address_1: "Zqandenvej 1" }),
    })
    const emailsOf = async (ids: readonly string[]) =>
      (
        await selectRows<{ email: string }>(
          suite.database(),
          `SELECT email FROM "order" WHERE id = ANY(?) ORDER BY display_id`,
          [[...ids]]
        )
      ).map(({ email }) => email)
    const refused = (answer: Awaited<ReturnType<typeof fulfil>>) => [
      ...[answer.status, answer.error.code, answer.error.message.split(":")[0]],
    ]

    it("corrects only the orders that staff confirmed, and no customer they share", async () => {
      const { mine, other } = await buyBoth()
      const id = await known("rectification", { email: POST_BOX })
      const newEmail = { customer: { email: "zqny@kunde.example" } }
      expect(refused(await fulfil(id, newEmail))).toEqual([400, "shared_mailbox", "customer"])
      expect(await emailsOf([mine, other])).toEqual([POST_BOX, POST_BOX])
      const at = (order_id: string) => ({
        confirmed_order_ids: [mine],
        addresses: [{ order_id, type: "shipping" as const, city: "Zqby" }],
      })
      expect(refused(await fulfil(id, at(other)))).toEqual([
        ...[400, "not_theirs", "addresses.0.order_id"],
      ])
      expect((await done(id, at(mine))).outcome).toMatchObject({ order_ids: [mine] })
      expect((await read(id)).state).toBe("completed")
    })

    it("restricts only the orders that staff confirmed", async () => {
      const { mine, other } = await buyBoth()
      const id = await known("restriction", { email: POST_BOX })
      const body = { ground: "accuracy_contested" } as const
      expect(refused(await fulfil(id, body))).toEqual([
        ...[400, "shared_mailbox", "confirmed_order_ids"],
      ])
      const confirmed = { ...body, confirmed_order_ids: [mine] }
      expect(await preview(id, confirmed)).toMatchObject({
        ...{ customer_ids: [], order_ids: [mine], by_email: false },
      })
      await done(id, confirmed)
      const asked = { orderIds: [mine, other], emails: [POST_BOX] }
      const found = await findRestricted(suite.database(), asked, new Date())
      expect([...found.keys()]).toEqual([mine])
    })
  })

  describe("a correction to an e-mail that another customer has", () => {
    it("is refused before anything is changed", async () => {
      const { account, orderId } = await buyOnce(suite, "zqretmail")
      await register(suite, { email: "zqoptaget@kunde.example" })
      const id = await known("rectification", { customer_id: account.customerId })
      const answer = await fulfil(id, { customer: { email: "ZqOptaget@kunde.example" } })
      expect([answer.status, answer.error.code, answer.error.message.split(":")[0]]).toEqual([
        ...[400, "email_taken", "customer.email"],
      ])
      const [order] = await selectRows<{ email: string }>(
        suite.database(),
        `SELECT email FROM "order" WHERE id = ?`,
        [orderId]
      )
      expect(order?.email).toBe(account.email)
      const { outcome } = await done(id, { customer: { email: "zqledig@kunde.example" } })
      expect(outcome).toMatchObject({ order_ids: [orderId] })
    })
  })
}
