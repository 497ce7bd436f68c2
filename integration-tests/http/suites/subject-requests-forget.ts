import type { AdminRetentionResponse, AdminSubjectRequestResponse } from "../../../src/types/http"
import { forgetRequests, sendDueLetters } from "../../../src/workflows/subject-request"
import { openMailbox } from "../helpers/mailbox"
import { register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { unguarded } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

const REQUESTS = "/admin/privacy/requests"
const DAY_MS = 24 * 3600 * 1000

export default (suite: Suite): void => {
  let headers: Headers

  beforeEach(async () => {
    headers = await staff(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const post = <Body>(path: string, body: object) =>
    suite.call<Body>("POST", path, { headers, body })
  const read = (id: string) =>
    suite.call<AdminSubjectRequestResponse>("GET", `${REQUESTS}/${id}`, { headers })

  /** A request of somebody with a name, refused. */
  const ended = async (who: object = {}) => {
    const { body } = await post<AdminSubjectRequestResponse>(REQUESTS, {
      ...{ kind: "access", channel: "letter", name: "Zqnavn", email: "zqnavn@kunde.example" },
      ...{ message: "Zqbesked", representative_name: "Zqdatter", authority_seen: "Zqfuldmagt" },
      ...who,
    })
    const { id } = body.request
    await post(`${REQUESTS}/${id}/refuse`, { ground: "unfounded", reason: "Zqgrund" })
    return id
  }
  /** The database's clock guards the timeline, so what has ended is moved instead. */
  const endAgo = (id: string, interval: string) =>
    suite
      .database()
      .raw(
        `UPDATE dk_subject_request SET ended_at = ((now() AT TIME ZONE 'Europe/Copenhagen')::date + time '12:00') AT TIME ZONE 'Europe/Copenhagen' - ?::interval WHERE id = ?`,
        [interval, id]
      )
  const sentAgo = (id: string, interval: string) =>
    unguarded(
      suite,
      "UPDATE dk_subject_request_letter SET sent_at = now() - ?::interval WHERE request_id = ?",
      [interval, id]
    )
  const forget = () => forgetRequests(suite.container())
  const held = async () => {
    const tables = ["dk_subject_request", "dk_subject_request_event", "dk_subject_request_reason"]
    const rows: unknown[] = []
    for (const table of tables) rows.push(await suite.database()(table).select("*"))
    return JSON.stringify(rows)
  }

  it("forgets who asked on the thirty-first day, and keeps what came of it", async () => {
    const id = await ended()
    await endAgo(id, "30 days")
    await forget()
    expect((await read(id)).body.request).toMatchObject({ name: "Zqnavn", message: "Zqbesked" })
    await endAgo(id, "31 days")
    await Promise.all([forget(), forget()])
    const { request } = (await read(id)).body
    expect(request).toMatchObject({
      ...{ state: "refused", kind: "access", email: null, name: null, message: null },
      ...{ representative_name: null, authority_seen: null },
    })
    expect(request.timeline.at(-1)).toMatchObject({
      ...{ type: "refused", reason: null, data: { ground: "unfounded" } },
    })
    expect(await held()).not.toMatch(/Zq[a-z]|zqnavn/)
  })

  it("leaves a request that waits for an answer alone, however old", async () => {
    const { body } = await post<AdminSubjectRequestResponse>(REQUESTS, {
      ...{ kind: "erasure", channel: "letter", name: "Zqventer", received_on: "2019-01-02" },
    })
    await forget()
    expect((await read(body.request.id)).body.request.name).toBe("Zqventer")
  })

  it("removes the whole case three years after its end, and not before", async () => {
    const id = await ended()
    await endAgo(id, "2 years 11 months")
    await forget()
    expect((await read(id)).body.request).toMatchObject({ state: "refused", name: null })
    await endAgo(id, "3 years 2 days")
    await forget()
    expect((await read(id)).status).toBe(404)
    expect(await held()).not.toContain(id)
  })

  it("waits until every letter has left: who was refused is owed the reasons", async () => {
    const id = await ended()
    await sendDueLetters(suite.container())
    const letters = () => suite.database()("dk_subject_request_letter").where({ request_id: id })
    for (const outcome of ["by_hand", "failed: mail_refused"]) {
      await letters().update({ outcome, done_at: new Date() })
      await endAgo(id, "31 days")
      await forget()
      expect((await read(id)).body.request).toMatchObject({ name: "Zqnavn" })
    }
    await letters().update({ sent_at: new Date(Date.now() - 32 * DAY_MS) })
    await forget()
    expect((await read(id)).body.request.name).toBeNull()
  })

  it("keeps what proves its letters as they left until the case goes", async () => {
    await openMailbox(suite)
    const id = await ended()
    await sendDueLetters(suite.container())
    const letters = () => suite.database()("dk_subject_request_letter").where({ request_id: id })
    for (const change of [
      ...[{ digest: "0".repeat(64) }, { sent_at: new Date(0) }, { sent_at: null }],
      ...[{ sent_by: "user_zq" }, { event_id: "zq" }, { request_id: "zq" }, { template: "zq" }],
    ]) {
      await expect(letters().update(change)).rejects.toThrow(/evidence/)
    }
    await expect(letters().delete()).rejects.toThrow(/evidence/)
    await endAgo(id, "2 years 11 months")
    await expect(letters().delete()).rejects.toThrow(/evidence/)
    expect(await letters()).toHaveLength(2)
    await sentAgo(id, "4 years")
    await endAgo(id, "4 years")
    await forget()
    expect((await read(id)).status).toBe(404)
    expect(await letters()).toEqual([])
  })

  it("forgets the mails, the customer and the orders with the name", async () => {
    const mailbox = await openMailbox(suite)
    const { customerId, email } = await register(suite, { email: "zqnavn@kunde.example" })
    const id = await ended({ email, customer_id: customerId })
    await suite
      .database()("dk_subject_request")
      .where({ id })
      .update({ confirmed_order_ids: ["order_zq"], selection_id: "zqvalg" })
    await sendDueLetters(suite.container())
    expect(mailbox.mails).toHaveLength(2)
    const mails = () => suite.database()("notification").where({ to: email })
    expect(await mails()).toHaveLength(2)
    await sentAgo(id, "32 days")
    await endAgo(id, "31 days")
    await forget()
    expect(await mails()).toEqual([])
    expect(await suite.database()("dk_subject_request").where({ id }).select("*")).toMatchObject([
      { customer_id: null, selection_id: null, confirmed_order_ids: [] },
    ])
  })

  it("waits for a dispute with the person", async () => {
    const { customerId, email } = await register(suite, { email: "zqnavn@kunde.example" })
    const ids = [await ended({ email, customer_id: customerId }), await ended({ email })]
    const hold = await post<{ hold: { id: string } }>("/admin/privacy/holds", {
      ...{ customer_id: customerId, kind: "dispute", reason: "Sag ved nævnet" },
    })
    expect(hold.status).toBe(201)
    for (const id of ids) await endAgo(id, "4 years")
    await forget()
    for (const id of ids) expect((await read(id)).body.request.name).toBe("Zqnavn")
    await post(`/admin/privacy/holds/${hold.body.hold.id}/lift`, {})
    await forget()
    for (const id of ids) expect((await read(id)).status).toBe(404)
  })

  it("removes what recipients were told three years after it", async () => {
    const told = (id: string, interval: string) =>
      suite.database().raw(
        `INSERT INTO dk_subject_request_recipient_task (id, recipient_id, cause, cause_id, created_at)
         VALUES (:id, 'zq', 'erasure', :id, now() - cast(:interval AS interval))`,
        { id, interval }
      )
    await told("zqgammel", "3 years 2 days")
    await told("zqny", "2 years 11 months")
    await Promise.all([forget(), forget()])
    const left = await suite.database()("dk_subject_request_recipient_task").select("id")
    expect(left).toEqual([{ id: "zqny" }])
  })

  it("waits while all erasing is stopped", async () => {
    const id = await ended()
    await endAgo(id, "4 years")
    const stop = await post("/admin/privacy/stops", {
      ...{ kind: "court", reason: "Sag i byretten", ends_on: "2999-01-01" },
    })
    expect(stop.status).toBe(201)
    await forget()
    expect((await read(id)).body.request.name).toBe("Zqnavn")
    await suite.database()("dk_personal_data_stop").update({ lifted_at: new Date() })
    await forget()
    expect((await read(id)).status).toBe(404)
  })

  it("is shown among what is held and until when", async () => {
    const rulesNow = async () => {
      const { body } = await suite.call<AdminRetentionResponse>("GET", "/admin/privacy/retention", {
        headers,
      })
      return Object.fromEntries(
        body.retention.rules.map(({ rule, held: count, due }) => [rule, [count, due]])
      )
    }
    const id = await ended()
    expect(await rulesNow()).toMatchObject({ request_person: [1, 0], request_case: [1, 0] })
    await endAgo(id, "31 days")
    expect(await rulesNow()).toMatchObject({ request_person: [1, 1], request_case: [1, 0] })
    await forget()
    expect(await rulesNow()).toMatchObject({ request_person: [0, 0], request_case: [1, 0] })
  })
}
