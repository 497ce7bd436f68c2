import { runErasure } from "../../../src/modules/personal-data/engine/run-erasure"
import { fileSink } from "../../../src/modules/personal-data/engine/ledger-file"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminConsentImportResponse,
  AdminErasure,
  AdminImportCheckResponse,
  AdminLedgerResponse,
} from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { publishText, subscribe } from "../helpers/consents"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { withLedgerFile } from "../helpers/ledger"
import { openMailbox } from "../helpers/mailbox"
import { ADDRESS, createCart, eventually, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  const { erase } = erasuresOf(suite)
  const ledger = withLedgerFile(suite)
  const now = { grace_hours: 0, override_blocks: true }

  const holding = (text: string) => tablesHolding(suite.database(), text)
  const rowsOf = (table: string) =>
    selectRows<{ id: string }>(suite.database(), `SELECT * FROM ${table}`)
  const read = async (headers: Headers, id = "") =>
    (await suite.call<{ erasure: AdminErasure }>("GET", `${ERASURES}/${id}`, { headers })).body
      .erasure
  const state = async (headers: Headers) =>
    (await suite.call<AdminLedgerResponse>("GET", "/admin/privacy/ledger", { headers })).body.ledger
  const brokenSink = {
    append: () => Promise.reject(new Error("zqsecretplace")),
    read: async function* () {},
  }

  describe("the ledger outside the database", () => {
    it("has each erasure before it is done, without personal data", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqline")
      const { erasure } = await erase(headers, { customer_id: account.customerId, ...now })
      expect(erasure?.status).toBe("done")
      const [line = "", ...more] = ledger.lines()
      expect(more).toEqual([])
      expect(JSON.parse(line)).toMatchObject({
        ...{ v: 1, erasure_id: erasure?.id, erased_before: erasure?.started_at },
        ...{ customer_ids: [account.customerId], order_ids: [orderId] },
        digests: [{ kind: "email", key_id: "development" }],
      })
      expect(line).not.toMatch(/zqline|kunde\.example/)
      const [row] = await rowsOf("dk_personal_data_ledger")
      expect(await rowsOf("dk_personal_data_ledger_receipt")).toMatchObject([{ id: row?.id }])
      expect(await state(headers)).toMatchObject({
        ...{ place: "file", is_reachable: true, lines: 1, rows: 1, unsent: 0 },
        last_line_at: expect.any(String) as string,
      })
    })

    it("that takes nothing keeps everything as it was, and the erasure finishes by itself later", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqdown")
      ledger.set({ ledger: { sink: brokenSink } })
      const { erasure } = await erase(headers, { customer_id: account.customerId, ...now })
      expect(erasure).toMatchObject({
        status: "planned",
        waiting: [{ id: account.customerId, display_id: null, reason: "ledger_unreachable" }],
      })
      expect(await holding("zqdownstreet")).toContain("order_address")
      expect(await rowsOf("dk_personal_data_certificate")).toEqual([])
      expect(await state(headers)).toMatchObject({ place: "store", rows: 1, unsent: 1 })
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).status).toBe("planned")
      const cancelled = await suite.call("POST", `${ERASURES}/${erasure?.id ?? ""}/cancel`, {
        headers,
      })
      expect([cancelled.status, cancelled.error.code]).toEqual([409, "erasure_started"])
      // Somebody the ledger will not let go yet has not come back by going on.
      const shipping_address = { ...ADDRESS, last_name: "zqdownlast" }
      const late = await createCart(suite, { ...account, shipping_address, delivery: false })
      expect(await rowsOf("dk_personal_data_ledger")).toHaveLength(1)

      ledger.set({ ledger: { sink: { file: ledger.path() } } })
      await finishErasures(suite.container())
      expect(await read(headers, erasure?.id)).toMatchObject({ status: "done", waiting: [] })
      expect([await holding("zqdown"), await holding(account.email)]).toEqual([[], []])
      // The second says until when rows were the person's.
      const began = (await read(headers, erasure?.id)).started_at ?? ""
      expect(Date.parse(began)).toBeGreaterThan(Date.parse(erasure?.started_at ?? ""))
      const [first = "{}", last = "{}"] = ledger.lines()
      expect(ledger.lines()).toHaveLength(2)
      expect(JSON.parse(first)).toMatchObject({ erased_before: erasure?.started_at })
      expect(JSON.parse(last)).toMatchObject({ erased_before: began, cart_ids: [late] })
    })

    it("gets the rows from before there was a place for it", async () => {
      const headers = await staff(suite)
      ledger.set({ ledger: undefined })
      const { account } = await buyOnce(suite, "zqearlier")
      await erase(headers, { customer_id: account.customerId, ...now })
      expect(await state(headers)).toEqual({
        ...{ place: "none", is_reachable: null, lines: null, last_line_at: null },
        ...{ rows: 1, unsent: 0 },
      })
      ledger.set({ ledger: { sink: { file: ledger.path() } } })
      await finishErasures(suite.container())
      await finishErasures(suite.container())
      expect(ledger.lines()).toHaveLength(1)
    })

    it("says what a run finds that was not there when it was written, before that goes", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqfound")
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
      })
      await suite.database().raw("UPDATE dk_personal_data_erasure SET grace_until = now()")
      let late = ""
      await runErasure(suite.database(), erasure?.id ?? "", {
        financialYearStartsIn: 1,
        now: new Date(Date.now() + 60_000),
        warn: () => undefined,
        ledger: { secrets: ledger.secrets(), sink: fileSink(ledger.path()) },
        forgetFiles: () => Promise.resolve(0),
        whileCartsRest: async (_ids, work) => {
          if (late === "") {
            const shipping_address = { ...ADDRESS, last_name: "zqfoundlast" }
            late = await createCart(suite, { ...account, shipping_address, delivery: false })
          }
          return work([])
        },
      })
      expect(ledger.lines()).toHaveLength(2)
      expect(JSON.parse(ledger.lines()[1] ?? "")).toMatchObject({ cart_ids: [late] })
      expect(await holding("zqfound")).toEqual([])
    })
  })

  describe("an import", () => {
    const check = async (headers: Headers, emails: string[]) =>
      suite.call<AdminImportCheckResponse>("POST", "/admin/privacy/import-checks", {
        headers,
        body: { emails },
      })

    it("leaves out who was erased until they come back by themselves, which nothing stops", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqimport")
      const emails = ["zqother@kunde.example", account.email.toUpperCase()]
      expect((await check(headers, emails)).body).toEqual({ leave_out: [] })
      await erase(headers, { customer_id: account.customerId, ...now })
      expect((await check(headers, emails)).body).toEqual({ leave_out: [1] })
      const row = { purpose: "newsletter", channel: "email", given_at: "2024-05-01" }
      const consents = async () =>
        (
          await suite.call<AdminConsentImportResponse>("POST", "/admin/privacy/consents/import", {
            headers,
            body: { rows: emails.map((email) => ({ email, ...row })) },
          })
        ).body
      expect(await consents()).toMatchObject({
        imported: 1,
        refused: [{ row: 2, field: "email", code: "erased" }],
      })
      expect(await holding(account.email)).toEqual([])

      const anew = await register(suite, { email: account.email, last_name: "zqimportlast" })
      expect(anew.customerId).not.toBe(account.customerId)
      expect((await check(headers, emails)).body).toEqual({ leave_out: [] })
      expect(await consents()).toMatchObject({ imported: 1, known: 1, refused: [] })
    })

    it("alone asks: who was erased signs up to the newsletter and buys as anybody", async () => {
      const headers = await staff(suite)
      const mailbox = await openMailbox(suite)
      const notice = await publishText(suite)
      const { account } = await buyOnce(suite, "zqsignup")
      await erase(headers, { customer_id: account.customerId, ...now })
      expect((await subscribe(suite, account.email, notice)).status).toBe(202)
      await eventually(() => Promise.resolve(mailbox.mails.some(({ to }) => to === account.email)))
      expect((await check(headers, [account.email])).body).toEqual({ leave_out: [0] })
      await guestBuys(suite, account.email, { last_name: "zqsignuplast" })
      expect((await check(headers, [account.email])).body).toEqual({ leave_out: [] })
      jest.restoreAllMocks()
    })

    it("names the field that is wrong", async () => {
      const headers = await staff(suite)
      const none = await check(headers, [])
      expect([none.status, none.error.message]).toEqual([400, expect.stringMatching(/^emails/)])
    })
  })
}
