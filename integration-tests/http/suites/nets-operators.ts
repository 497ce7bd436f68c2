import type {
  AdminNetsAccountCheckResponse,
  AdminNetsAccountListResponse,
  AdminNetsMetricsResponse,
  AdminNetsPaymentListResponse,
  AdminNetsPaymentResponse,
  AdminNetsReceiptListResponse,
  AdminNetsReceiptResponse,
} from "../../../src/types/http"
import {
  callNets,
  delivered,
  payAtNets,
  receiptsOf,
  startNetsPayment,
  viewPayment,
} from "../helpers/nets"
import { callAsWritten, routesUnder } from "../helpers/routes"
import { completeCart, createCart, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const NETS = "/admin/dk/nets"

type Sold = { orderId: string; sessionId: string; paymentId: string }

/** An order of 138 kr., paid by card, after its webhooks are worked off. */
const sell = async (suite: Suite): Promise<Sold> => {
  const cartId = await createCart(suite)
  const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
  await payAtNets(paymentId)
  const orderId = await completeCart(suite, cartId)
  await delivered(suite, paymentId)
  return { orderId, sessionId, paymentId }
}

const fault = (body: Record<string, unknown>) => callNets("POST", "/emulator/faults", body)

export default (suite: Suite): void => {
  let headers: Headers

  const get = <Body>(path: string) => suite.call<Body>("GET", NETS + path, { headers })
  const post = <Body>(path: string, body: object = {}) =>
    suite.call<Body>("POST", NETS + path, { headers, body })
  const check = (sessionId: string) =>
    post<AdminNetsPaymentResponse>(`/payments/${sessionId}/check`)
  const setRow = (sessionId: string, values: object) =>
    suite.database()("dk_nets_payment").where({ session_id: sessionId }).update(values)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  afterEach(() => callNets("DELETE", "/emulator/faults"))

  describe("payments at Nets, for staff", () => {
    it("open for nobody who is not an operator", async () => {
      const routes = routesUnder("admin/dk/nets")
      expect(routes.length).toBeGreaterThan(8)
      const stranger = await staff(suite, STRANGER_STAFF)
      for (const [method, path] of routes) {
        const body = method === "POST" ? { body: {} } : {}
        expect([path, (await suite.call(method, path, body)).status]).toEqual([path, 401])
        const answer = await suite.call(method, path, { headers: stranger, ...body })
        expect([path, answer.status]).toEqual([path, 403])
        expect(answer.error.message).toContain("access.operators")
      }
      for (const path of [
        "/ADMIN/DK/NETS/payments",
        "/admin/dk/nets/payments/",
        "//admin/dk/nets/payments",
        "/admin/dk//nets/payments",
        "/admin/dk/nets%2Fpayments",
        "/admin/dk/%6eets/payments",
        "/admin/dk/./nets/payments",
      ]) {
        const answer = await callAsWritten(suite, "GET", { path, headers: stranger })
        expect([path, [400, 403, 404].includes(answer.status)]).toEqual([path, true])
        expect([path, answer.text]).not.toEqual([path, expect.stringContaining("count")])
      }
    })

    it("show what was last seen: state, totals, charges, webhooks, order and portal", async () => {
      const { orderId, sessionId, paymentId } = await sell(suite)
      expect((await check(sessionId)).status).toBe(200)
      const { body } = await get<AdminNetsPaymentResponse>(`/payments/${sessionId}`)
      const url = process.env.NETS_URL ?? ""
      expect(body.payment).toMatchObject({
        session_id: sessionId,
        payment_id: paymentId,
        account: "default",
        environment: "emulator",
        order: { id: orderId },
        state: "reserved",
        currency_code: "dkk",
        amount: 13_800,
        reserved: 13_800,
        charged: 0,
        refunded: 0,
        cancelled: 0,
        payment_type: "CARD",
        charges: [],
        refunds: [],
        problem: null,
        portal_url: `${url}/portal/${paymentId}`,
      })
      expect(Date.now() - Date.parse(body.payment.checked_at ?? "")).toBeLessThan(60_000)
      const events = body.payment.receipts.map(({ event }) => event)
      expect(events).toContain("payment.reservation.created.v2")
      expect((await fetch(body.payment.portal_url ?? "")).status).toBe(200)
      expect((await get("/payments/payses_unknown")).status).toBe(404)
    })

    it("list those of an order, and those with a problem, page by page", async () => {
      const first = await sell(suite)
      const second = await sell(suite)
      const list = async (query: string) =>
        (await get<AdminNetsPaymentListResponse>(`/payments?${query}`)).body
      const ofFirst = await list(`order_id=${first.orderId}`)
      expect(ofFirst.count).toBe(1)
      expect(ofFirst.payments[0]).toMatchObject({ session_id: first.sessionId })
      expect((await list("problem=true")).count).toBe(0)

      await setRow(second.sessionId, { problem: "charged_elsewhere", problem_since: new Date() })
      const wrong = await list("problem=true")
      expect(wrong).toMatchObject({
        count: 1,
        payments: [{ session_id: second.sessionId, problem: "charged_elsewhere" }],
      })
      expect(wrong.payments[0]?.order?.id).toBe(second.orderId)
      const page = await list("limit=1&offset=1")
      expect(page).toMatchObject({ count: 2, offset: 1, limit: 1 })
      expect(page.payments.map(({ session_id: id }) => id)).toEqual([first.sessionId])
      expect((await get("/payments?problem=perhaps")).status).toBe(400)
      expect((await get("/payments?limit=101")).status).toBe(400)
    })

    it("are read at Nets when staff asks, and a charge made there shows", async () => {
      const { sessionId, paymentId } = await sell(suite)
      const { reads } = await viewPayment(paymentId)
      const charge = { action: "charge", amount: 5_000 }
      await callNets("POST", `/emulator/payments/${paymentId}/portal`, charge)
      const { body } = await check(sessionId)
      expect(body.payment).toMatchObject({
        state: "partly_charged",
        charged: 5_000,
        charges: [{ amount: 5_000 }],
      })
      expect((await viewPayment(paymentId)).reads).toBeGreaterThan(reads)
      await delivered(suite, paymentId)
    })

    it("are shown when whoever is at work on them is done, not half done", async () => {
      const { sessionId } = await sell(suite)
      await setRow(sessionId, { working_until: new Date(Date.now() + 60_000) })
      const answered = check(sessionId)
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await setRow(sessionId, { problem: "charged_elsewhere", working_until: null })
      expect((await answered).body.payment.problem).toBe("charged_elsewhere")
    })

    it("are not read more than thirty times an hour", async () => {
      const { sessionId, paymentId } = await sell(suite)
      await setRow(sessionId, {
        reads: 30,
        reads_since: suite.database().raw("now() - '20 min'::interval"),
      })
      const { reads } = await viewPayment(paymentId)
      const spent = await check(sessionId)
      expect(spent.status).toBe(429)
      expect(spent.error.code).toBe("nets_checks_spent")
      const wait = Number(spent.headers.get("retry-after"))
      expect(wait).toBeGreaterThan(2_300)
      expect(wait).toBeLessThanOrEqual(2_400)
      expect((await viewPayment(paymentId)).reads).toBe(reads)
      const { body } = await get<AdminNetsPaymentResponse>(`/payments/${sessionId}`)
      expect(body.payment.checks_left).toBe(0)

      await setRow(sessionId, { reads_since: suite.database().raw("now() - '61 min'::interval") })
      const again = await check(sessionId)
      expect(again.status).toBe(200)
      expect(again.body.payment.checks_left).toBeGreaterThan(20)
      expect((await check("payses_unknown")).status).toBe(404)
    })

    it("say so when Nets does not answer, and when it was asked too often", async () => {
      const { sessionId, paymentId } = await sell(suite)
      for (let look = 0; look < 3; look += 1) {
        await fault({ path: `/payments/${paymentId}`, method: "GET", kind: "unavailable" })
      }
      const silent = await check(sessionId)
      expect(silent.status).toBe(503)
      expect(silent.error.code).toBe("nets_unreachable")
    })

    it("lose a problem when staff has seen it, and only the one they saw", async () => {
      const { sessionId } = await sell(suite)
      const seen = (problem: string) =>
        post<AdminNetsPaymentResponse>(`/payments/${sessionId}/seen`, { problem })
      await setRow(sessionId, { problem: "refunded_elsewhere", problem_since: new Date() })
      const other = await seen("charged_elsewhere")
      expect([other.status, other.error.code]).toEqual([409, "nets_problem_changed"])
      const { body } = await seen("refunded_elsewhere")
      expect(body.payment).toMatchObject({ problem: null, problem_since: null })
      const lasting = await seen("outcome_unknown")
      expect([lasting.status, lasting.error.code]).toEqual([409, "nets_problem_lasts"])
      expect((await post("/payments/payses_unknown/seen", { problem: "x" })).status).toBe(404)
      expect((await post(`/payments/${sessionId}/seen`, {})).status).toBe(400)
    })
  })

  describe("a refund that was paid by another way than Nets", () => {
    it("is shown beside what Nets knows of the payment", async () => {
      const { orderId, sessionId, paymentId } = await sell(suite)
      const { rows } = await suite
        .database()
        .raw<{ rows: { id: string }[] }>("SELECT id FROM payment")
      const captured = await suite.call("POST", `/admin/payments/${rows[0]?.id ?? ""}/capture`, {
        headers,
        body: {},
      })
      expect(captured.status).toBe(200)
      await delivered(suite, paymentId)
      await setRow(sessionId, { problem: "refund_unreachable", problem_since: new Date() })
      const body = { amount: 38.5, reason: "transferred" }
      expect((await post(`/payments/${sessionId}/manual-refund`, body)).status).toBe(200)
      const list = await get<AdminNetsPaymentListResponse>(`/payments?order_id=${orderId}`)
      expect(list.body.payments).toMatchObject([
        { charged: 13_800, refunded: 0, refunded_by_hand: 3_850, problem: null },
      ])
    })
  })

  describe("the inbox, for staff", () => {
    it("tells each webhook's state and Nets' code in plain words, and tries one again", async () => {
      const { sessionId, orderId } = await sell(suite)
      const [receipt] = await receiptsOf(suite, sessionId)
      const id = receipt?.id ?? ""
      const list = async (state: string) =>
        (
          await get<AdminNetsReceiptListResponse>(
            `/receipts?session_id=${sessionId}&state=${state}`
          )
        ).body.receipts
      const set = (values: object) =>
        suite.database()("dk_nets_receipt").where({ id }).update(values)
      const later = suite.database().raw("now() + '1 day'::interval")
      const open = { outcome: "amount_mismatch", done_at: null, next_attempt_at: later }

      expect((await list("done")).map(({ order }) => order?.id)).toContain(orderId)
      await set(open)
      expect(await list("open")).toMatchObject([{ id, state: "open", words: null }])
      await set({ ...open, outcome: "failed: nets_refused_1010" })
      const [failed] = await list("failed")
      expect(failed).toMatchObject({ id, state: "failed" })
      expect(failed?.words?.da).toContain("Reservationen er udløbet")
      expect(failed?.words?.en).toContain("reservation has expired")
      await set({ outcome: null, next_attempt_at: new Date() })
      expect(await list("waiting")).toMatchObject([{ id, state: "waiting" }])

      const { body } = await post<AdminNetsReceiptResponse>(`/receipts/${id}/process`)
      expect(body.receipt).toMatchObject({ id, state: "done", order: { id: orderId } })
      expect((await get("/receipts?state=unheard")).status).toBe(400)
    })
  })

  describe("the accounts at Nets, for staff", () => {
    it("are checked without creating anything", async () => {
      const { body } = await get<AdminNetsAccountListResponse>("/accounts")
      expect(body).toEqual({ accounts: [{ name: "default", environment: "emulator" }] })
      const ask = async () => {
        const answer = await post<AdminNetsAccountCheckResponse>("/accounts/default/check")
        return answer.body.account
      }
      expect(await ask()).toEqual({ name: "default", environment: "emulator", state: "ok" })
      for (let look = 0; look < 3; look += 1) {
        await fault({ path: `/payments/${"0".repeat(32)}`, method: "GET", kind: "unavailable" })
      }
      expect((await ask()).state).toBe("unreachable")
      expect((await post("/accounts/unheard/check")).status).toBe(404)
    })
  })

  describe("the figures of Nets, for staff", () => {
    it("tell how old what waits is, and how much needs somebody", async () => {
      const read = async () => (await get<AdminNetsMetricsResponse>("/metrics")).body.metrics
      const { sessionId } = await sell(suite)
      expect(await read()).toEqual({
        oldest_unprocessed_receipt_seconds: 0,
        sweep_lag_seconds: 0,
        unknown_outcomes: 0,
        open_problems: 0,
        open_payments: 1,
      })
      const ago = suite.database().raw("now() - '10 min'::interval")
      await setRow(sessionId, { next_check_at: ago, problem: "outcome_unknown" })
      await suite
        .database()("dk_nets_receipt")
        .update({
          created_at: ago,
          done_at: null,
          outcome: "failed: nets_unknown_no_answer",
          next_attempt_at: suite.database().raw("now() + '1 hour'::interval"),
        })
      const figures = await read()
      expect(figures).toMatchObject({ unknown_outcomes: 1, open_problems: 1, open_payments: 1 })
      for (const seconds of [
        figures.oldest_unprocessed_receipt_seconds,
        figures.sweep_lag_seconds,
      ]) {
        expect(seconds).toBeGreaterThanOrEqual(600)
        expect(seconds).toBeLessThan(700)
      }
      // What is left for staff is a problem, not a delay.
      await suite.database()("dk_nets_receipt").update({ outcome: "amount_mismatch" })
      await setRow(sessionId, { closed_at: new Date() })
      expect(await read()).toMatchObject({
        oldest_unprocessed_receipt_seconds: 0,
        sweep_lag_seconds: 0,
        open_payments: 0,
        open_problems: 1,
      })
    })
  })
}
