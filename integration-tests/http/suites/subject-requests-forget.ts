import type { AdminRetentionResponse, AdminSubjectRequestResponse } from "../../../src/types/http"
import { forgetRequests } from "../../../src/workflows/subject-request"
import { staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const REQUESTS = "/admin/privacy/requests"

export default (suite: Suite): void => {
  let headers: Headers

  beforeEach(async () => {
    headers = await staff(suite)
  })

  const post = <Body>(path: string, body: object) =>
    suite.call<Body>("POST", path, { headers, body })
  const read = (id: string) =>
    suite.call<AdminSubjectRequestResponse>("GET", `${REQUESTS}/${id}`, { headers })

  /** A request of somebody with a name, refused. */
  const ended = async () => {
    const { body } = await post<AdminSubjectRequestResponse>(REQUESTS, {
      ...{ kind: "access", channel: "letter", name: "Zqnavn", email: "zqnavn@kunde.example" },
      ...{ message: "Zqbesked", representative_name: "Zqdatter", authority_seen: "Zqfuldmagt" },
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
    expect(await held()).not.toMatch(/zq/i)
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
