import { findRestricted } from "../../../src/modules/personal-data"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminReadSubjectRequestResponse,
  AdminRecipientListResponse,
  AdminRoles,
  AdminSelectionResponse,
  AdminSubjectRequestOutcome,
  StoreSetCustomerConsents,
} from "../../../src/types/http"
import { isSuppressed } from "../../../src/workflows/consent"
import { publishText } from "../helpers/consents"
import { dyingAt } from "../helpers/dying"
import { buyOnce } from "../helpers/erasures"
import { EXPORTS, exportJson, unzip } from "../helpers/exports"
import { guestBuys } from "../helpers/guests"
import { approvedAccount } from "../helpers/on-account"
import { register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

const RULE = "Buying on invoice is refused automatically once the account's limit is reached."

export default (suite: Suite): void => {
  let headers: Headers
  const { enter, confirm, known, done, fulfil, preview, foresee, read } = requestsOf(
    suite,
    () => headers
  )

  beforeEach(async () => {
    headers = await staff(suite)
  })

  const outcomeIn = async (id: string) => (await read(id)).timeline.at(-1)?.data.outcome
  const download = async (ticket: string | undefined) => {
    const answer = await fetch(`${suite.baseUrl}${EXPORTS}/${ticket ?? "none"}`)
    return unzip(Buffer.from(await answer.arrayBuffer()))
  }
  /** What staff confirmed of a letter that names an order. */
  const selected = async (orderId: string): Promise<string> => {
    const [order] = await selectRows<{ display_id: number }>(
      suite.database(),
      `SELECT display_id FROM "order" WHERE id = ?`,
      [orderId]
    )
    const made = await suite.call<AdminSelectionResponse>("POST", "/admin/privacy/selections", {
      headers,
      body: { order_number: order?.display_id.toString() },
    })
    const { id } = made.body.selection
    const path = `/admin/privacy/selections/${id}`
    await suite.call("POST", path, { headers, body: { confirmed_ids: [orderId] } })
    return id
  }

  describe("carrying out a request", () => {
    it("waits until it is known who asks, and for whom", async () => {
      const id = await enter("access", { name: "Zq Brevskriver" })
      const early = await fulfil(id)
      expect([early.status, early.error.code]).toEqual([409, "not_now"])
      const unnamed = await fulfil(await known("access", { name: "Zq Brevskriver" }))
      expect([unnamed.status, unnamed.error.message.split(":")[0]]).toEqual([400, "customer_id"])
      const foreign = await fulfil(await known("access", { email: "zq@kunde.example" }), {
        ground: "objection",
      })
      expect([foreign.status, foreign.error.message.split(":")[0]]).toEqual([400, "ground"])
      const other = await suite.call("POST", `/admin/privacy/requests/${id}/subject`, {
        headers,
        body: { customer_id: "cus_none" },
      })
      expect(other.status).toBe(400)
    })

    it("of information is nothing but the answer", async () => {
      const id = await known("information", { name: "Zq Spørger" })
      expect(await preview(id)).toEqual({ kind: "information" })
      const { request, outcome, ticket } = await done(id, { reason: "Ringet op og svaret" })
      expect([request.state, outcome, ticket]).toEqual([
        ...["completed", { kind: "information" }, null],
      ])
      expect(request.timeline.at(-1)?.reason).toBe("Ringet op og svaret")
    })

    it("of access hands out the copy of an account, a guest and a letter once, and stores none", async () => {
      const { account, orderId } = await buyOnce(suite, "zqindsigt")
      const guest = await guestBuys(suite, "zqgaest@kunde.example", { address_1: "Zqgaestvej 1" })
      const asked = [
        [{ customer_id: account.customerId }, "zqindsigtstreet"],
        [{ email: "zqgaest@kunde.example" }, "Zqgaestvej 1"],
      ] as const
      for (const [who, street] of asked) {
        const id = await known("access", who)
        const held = await preview(id)
        const { request, outcome, ticket } = await done(id)
        expect(request.state).toBe("completed")
        expect(outcome).toEqual({ ...held, profile: "access" })
        expect(JSON.stringify(held)).toContain("order_contact")
        expect((await download(ticket?.ticket))["data.json"]).toContain(street)
        const again = await done(id)
        expect([again.ticket, again.outcome]).toEqual([null, outcome])
      }
      const letter = await known("portability", { name: "Zq Brevskriver" })
      const { outcome, ticket } = await done(letter, { selection_id: await selected(guest) })
      expect(outcome).toEqual({ kind: "portability", profile: "portability" })
      const data = (await download(ticket?.ticket))["data.json"]
      expect(data).toContain("Zqgaestvej 1")
      expect(data).not.toContain(orderId)
    })

    it("of access answers whoever is not known, too", async () => {
      const id = await known("access", { email: "zqukendt@kunde.example" })
      const { outcome } = await done(id)
      // The request itself is held, with the two lines of its timeline, and nothing else.
      expect(outcome).toEqual({
        ...{ kind: "access", profile: "access", held: [{ category: "evidence", rows: 3 }] },
      })
    })

    it("of restriction makes the person's data only stored, once", async () => {
      const { account, orderId } = await buyOnce(suite, "zqbegraens")
      const id = await known("restriction", { customer_id: account.customerId })
      expect(await preview(id)).toMatchObject({ customer_ids: [account.customerId] })
      const body = { ground: "accuracy_contested" } as const
      const answers = await Promise.all([fulfil(id, body), fulfil(id, body)])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const rows: unknown[] = await suite
        .database()("dk_personal_data_person_restriction")
        .select("id")
      expect(rows).toHaveLength(1)
      const asked = { customerIds: [account.customerId], orderIds: [orderId] }
      const found = await findRestricted(suite.database(), asked, new Date())
      expect([...found.values()]).toEqual(["accuracy_contested", "accuracy_contested"])
      expect((await read(id)).timeline).toHaveLength(3)
      expect(await outcomeIn(id)).toMatchObject({
        ...{ kind: "restriction", restriction_ids: rows.map((row) => (row as { id: string }).id) },
      })
    })

    it("says first what may be somebody else's, and who else is told", async () => {
      const { account } = await buyOnce(suite, "zqforudse")
      const doubted = await guestBuys(suite, account.email, {})
      const id = await known("restriction", { customer_id: account.customerId })
      const before = await foresee(id)
      expect(before.uncertain_orders).toMatchObject([{ id: doubted, type: "order" }])
      expect(before.recipients).toEqual(["Nets (Nexi)"])
      const after = await foresee(id, { confirmed_order_ids: [doubted] })
      expect(after.uncertain_orders).toEqual([])
      expect(after.preview).toMatchObject({ order_ids: [doubted] })
      const objection = await foresee(
        await known("objection_automated", { customer_id: account.customerId })
      )
      expect([objection.uncertain_orders, objection.recipients]).toEqual([[], []])
    })

    it("says whom it is about, and whether the reader may", async () => {
      const orderId = await guestBuys(suite, "zqbrev@kunde.example", {})
      const id = await enter("access", { name: "Zq Brevskriver" })
      expect((await read(id)).can_fulfil).toBe(false)
      const selection_id = await selected(orderId)
      await suite.call("POST", `/admin/privacy/requests/${id}/subject`, {
        headers,
        body: { selection_id, confirmed_order_ids: [orderId] },
      })
      await confirm(id)
      expect(await read(id)).toMatchObject({
        ...{ subject: { selection_id }, confirmed_order_ids: [orderId], can_fulfil: true },
      })
      const correction = await enter("rectification", { name: "Zq Brevskriver" })
      const mayFulfil = (by: Headers) =>
        Promise.all(
          [id, correction].map(async (asked) => {
            const path = `/admin/privacy/requests/${asked}`
            const answer = await suite.call<AdminReadSubjectRequestResponse>("GET", path, {
              headers: by,
            })
            return answer.body.may_fulfil
          })
        )
      expect(await mayFulfil(headers)).toEqual([true, true])
      const service = await staff(suite, STRANGER_STAFF)
      const { body: roles } = await suite.call<AdminRoles>("GET", "/admin/privacy/roles", {
        headers,
      })
      const user_id = roles.staff.find(({ email }) => email === STRANGER_STAFF.email)?.user_id
      await suite.call("POST", "/admin/privacy/roles", {
        headers,
        body: { user_id, role: "customer_service" },
      })
      // Customer service corrects customers, but hands out no copies and leaves the register to owners.
      expect(await mayFulfil(service)).toEqual([false, true])
      const mayChange = async (by: Headers) =>
        (
          await suite.call<AdminRecipientListResponse>("GET", "/admin/privacy/recipients", {
            headers: by,
          })
        ).body.may_change
      expect([await mayChange(headers), await mayChange(service)]).toEqual([true, false])
    })

    it("of restriction is about the order of a letter alone", async () => {
      const orderId = await guestBuys(suite, "info@zqfirma.example", {})
      const other = await guestBuys(suite, "info@zqfirma.example", {})
      const id = await known("restriction", { name: "Zq Brevskriver" })
      await done(id, { ground: "legal_claim", selection_id: await selected(orderId) })
      const found = await findRestricted(
        suite.database(),
        { orderIds: [orderId, other] },
        new Date()
      )
      expect([...found.keys()]).toEqual([orderId])
    })

    it("of objection stops marketing at once, also for a mailbox that nobody is known by", async () => {
      const { account } = await buyOnce(suite, "zqreklame")
      for (const [who, email] of [
        [{ customer_id: account.customerId }, account.email],
        [{ email: "ZqUkendt@kunde.example" }, "zqukendt@kunde.example"],
      ] as const) {
        const id = await known("objection_marketing", who)
        expect(await preview(id)).toMatchObject({ already_objected: false })
        expect((await done(id)).outcome).toMatchObject({ addresses: 1 })
        expect(await isSuppressed(suite.container(), { email })).toBe(true)
        expect(JSON.stringify(await outcomeIn(id))).not.toContain("kunde.example")
      }
    })

    it("of withdrawal ends what was consented to, and says what", async () => {
      const notice = await publishText(suite)
      const account = await register(suite, { email: "zqsamtykke@kunde.example" })
      const say: StoreSetCustomerConsents = {
        consents: [
          { purpose: "newsletter", channel: "email", state: "given", notice_id: notice.id },
        ],
      }
      const path = "/store/customers/me/consents"
      const said = await suite.call("POST", path, { headers: shopper(account.token), body: say })
      expect(said.status).toBe(200)
      const id = await known("consent_withdrawal", { email: account.email })
      const about = { purpose: "newsletter", channel: "email" }
      expect(await preview(id)).toMatchObject({ consents: [{ ...about, state: "given" }] })
      expect((await done(id)).outcome).toEqual({ kind: "consent_withdrawal", withdrawn: [about] })
      const now = await suite.call<{ consents: { state: string }[] }>("GET", path, {
        headers: shopper(account.token),
      })
      expect(now.body.consents).toMatchObject([{ state: "withdrawn" }])
      const other = await known("consent_withdrawal", { email: account.email })
      expect((await done(other, { purposes: ["sms-club"] })).outcome).toMatchObject({
        withdrawn: [],
      })
    })

    it("of an automated decision names the rules and the human who looked", async () => {
      const account = await approvedAccount(suite, headers, {
        ...{ email: "zqkredit@firma.example", limit: 100_000 },
      })
      const plain = await register(suite, { email: "zqprivat@kunde.example" })
      const decide = async (customerId: string): Promise<AdminSubjectRequestOutcome> => {
        const id = await known("objection_automated", { customer_id: customerId })
        const missing = await fulfil(id)
        expect([missing.status, missing.error.message.split(":")[0]]).toEqual([400, "decision"])
        return (await done(id, { decision: "upheld", reason: "Set igennem" })).outcome
      }
      const limited = await decide(account.customerId)
      expect(limited).toMatchObject({ decision: "upheld", rules: [{ en: RULE }] })
      expect(JSON.stringify(limited)).toContain("user_")
      expect(await decide(plain.customerId)).toMatchObject({ rules: [] })
      const toldTo = async (customer_id: string) => {
        const body = { customer_id, profile: "access", locale: "en" }
        return (await exportJson(suite, headers, body)).information.automated_decisions
      }
      expect(await toldTo(account.customerId)).toEqual([RULE])
      expect(await toldTo(plain.customerId)).toEqual([expect.stringMatching(/^None\./)])
    })

    it("is finished by the next who presses when it was killed before it was written down", async () => {
      const { account } = await buyOnce(suite, "zqdraebt")
      for (let nth = 1; ; nth += 1) {
        const id = await known("restriction", { customer_id: account.customerId })
        const before = (await read(id)).timeline.length
        let status = 0
        const died = await dyingAt(suite.database(), nth, async () => {
          status = (await fulfil(id, { ground: "unlawful" })).status
          if (status !== 200) throw new Error("the request was killed")
        })
        const { outcome } = await done(id, { ground: "unlawful" })
        expect(outcome).toMatchObject({ kind: "restriction", ground: "unlawful" })
        expect((await read(id)).timeline).toHaveLength(before + 1)
        if (!died) break
        expect(nth).toBeLessThan(20)
      }
      const ids = await suite.database()("dk_personal_data_person_restriction").select("id")
      const requests = await suite.database()("dk_subject_request").where({ kind: "restriction" })
      expect(ids).toHaveLength(requests.length)
    })
  })
}
