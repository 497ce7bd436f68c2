import { copenhagenDay } from "../../../src/rules"
import type {
  AdminFulfilSubjectRequestResponse,
  AdminProposeSubjectRequest,
  AdminSubjectRequestCode,
  AdminSubjectRequestLettersResponse,
  AdminSubjectRequestProposalResponse,
  AdminSubjectRequestResponse,
} from "../../../src/types/http"
import { guestBuys } from "../helpers/guests"
import { register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const REQUESTS = "/admin/privacy/requests"
const MAIL = "zqmaja@kunde.example"

export default (suite: Suite): void => {
  let headers: Headers

  beforeEach(async () => {
    headers = await staff(suite)
  })

  const post = <Body>(path: string, body: object = {}, by = headers) =>
    suite.call<Body>("POST", `${REQUESTS}${path}`, { headers: by, body })
  const enter = async (body: object) => {
    const answer = await post<AdminSubjectRequestResponse>("", { kind: "access", ...body })
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.body.request
  }

  describe("a mail to the shop", () => {
    const propose = async (body: AdminProposeSubjectRequest) => {
      const answer = await post<AdminSubjectRequestProposalResponse>("/proposals", body)
      if (answer.status !== 200) throw new Error(answer.text)
      return answer.body.proposal
    }

    it("is proposed people for, those in doubt marked, and nothing is created", async () => {
      const account = await register(suite, { email: MAIL, first_name: "Maja", last_name: "Zqmad" })
      await guestBuys(suite, MAIL, { first_name: "Bo", last_name: "Zqanden", address_1: "Zqvej 3" })
      const proposal = await propose({
        ...{ sender: `"Maja Zqmad" <${MAIL.toUpperCase()}>`, kind: "erasure" },
        received_on: "2026-01-31",
      })
      expect(proposal).toMatchObject({
        ...{ email: MAIL, name: "Maja Zqmad", kind: "erasure", received_on: "2026-01-31" },
        ...{ strict_on: "2026-02-28", legal_on: "2026-03-02", is_role_mailbox: false },
        ...{ orders: [], open_requests: [] },
      })
      expect(proposal.customers).toContainEqual({
        ...{ id: account.customerId, email: MAIL, name: "Maja Zqmad", has_account: true },
      })
      expect(proposal.uncertain.length).toBeGreaterThan(0)
      expect(proposal.uncertain.map(({ reason }) => reason)).toContain("no_login")
      expect(proposal.receipt).toMatchObject({ template: "receipt", locale: "da" })
      expect(proposal.receipt?.text).toContain("Maja Zqmad")
      expect(proposal.receipt?.text).toContain("28. februar 2026")
      expect(await suite.database()("dk_subject_request").select("*")).toEqual([])
    })

    it("has its receipt drafted as it is then sent, in the language it is answered in", async () => {
      for (const locale of ["da", "en"] as const) {
        const asked = { kind: "erasure", received_on: "2026-01-31", locale } as const
        const { receipt } = await propose({ sender: `Maja Zqmad <${MAIL}>`, ...asked })
        const { id } = await enter({ ...asked, channel: "mail", email: MAIL, name: "Maja Zqmad" })
        const { letters } = (
          await suite.call<AdminSubjectRequestLettersResponse>("GET", `${REQUESTS}/${id}/letters`, {
            headers,
          })
        ).body
        const page = await fetch(
          `${suite.baseUrl}${REQUESTS}/${id}/letters/${letters[0]?.id ?? ""}/html`,
          { headers }
        )
        const printed = (await page.text()).replace(/&#39;/g, "'")
        expect(receipt?.locale).toBe(locale)
        for (const paragraph of (receipt?.text ?? "").split(/\n+/)) {
          expect(printed).toContain(paragraph)
        }
      }
      expect((await propose({ sender: MAIL })).receipt).toBeNull()
    })

    it("shows what is open of the same person, and orders that are theirs", async () => {
      await guestBuys(suite, MAIL, { first_name: "Maja", last_name: "Zqmad", address_1: "Zqvej 3" })
      const { id } = await enter({ channel: "letter", email: MAIL })
      const proposal = await propose({ sender: MAIL })
      expect(proposal.open_requests).toMatchObject([{ id, kind: "access" }])
      expect(proposal.orders).toHaveLength(1)
      expect(proposal).toMatchObject({
        ...{ kind: null, name: null, received_on: copenhagenDay(new Date()) },
      })
      const nobody = await propose({ sender: "info@zqingen.example" })
      expect(nobody).toMatchObject({ customers: [], orders: [], is_role_mailbox: true })
    })

    it("says what is wrong, without repeating it", async () => {
      for (const [body, field] of [
        [{ sender: "zqforkert" }, "sender"],
        [{ sender: MAIL, received_on: "2999-01-01" }, "received_on"],
        [{ sender: MAIL, kind: "zqforkert" }, "kind"],
      ] as const) {
        const answer = await post("/proposals", body)
        expect([answer.status, answer.error.message.split(/[.:]/)[0]]).toEqual([400, field])
        expect(answer.text).not.toContain("zqforkert")
      }
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await post("/proposals", { sender: MAIL }, stranger)).status).toBe(403)
    })
  })

  describe("a code that is read out", () => {
    const codeOf = async (id: string) => {
      const answer = await post<AdminSubjectRequestCode>(`/${id}/code`)
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([201, "no-store"])
      return answer.body
    }
    const say = (id: string, code: string) =>
      post<AdminSubjectRequestResponse>(`/${id}/confirm-identity`, { proof: "spoken_code", code })
    const otherThan = (code: string) => code.replace(/.$/, code.endsWith("1") ? "2" : "1")

    it("says who calls, once, and is not in the database", async () => {
      const { id } = await enter({ channel: "phone", name: "Zqringer" })
      const { code, expires_at } = await codeOf(id)
      expect(code).toMatch(/^\d{8}$/)
      const minutes = (Date.parse(expires_at) - Date.now()) / 60_000
      expect(minutes > 28 && minutes < 31).toBe(true)
      const stored = JSON.stringify(await suite.database()("dk_subject_request_code").select("*"))
      expect(stored).not.toContain(code)
      const answers = await Promise.all([
        say(id, `${code.slice(0, 4)} ${code.slice(4)}`),
        say(id, code),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const [{ body }] = answers.filter(({ status }) => status === 200) as [(typeof answers)[0]]
      expect(body.request).toMatchObject({ state: "in_progress", identity: "spoken_code" })
      expect((await say(id, code)).status).toBe(409)
      expect((await post(`/${id}/code`)).status).toBe(409)
    })

    it("can be tried five times, until it is too old or replaced", async () => {
      const { id } = await enter({ channel: "letter", name: "Zqbrev" })
      const wrong = async (code: string) => {
        const answer = await say(id, code)
        expect(answer.text).not.toContain(code)
        return [answer.status, answer.error.message.split(":")[0]]
      }
      expect(await wrong("12345678")).toEqual([400, "code"])
      const first = await codeOf(id)
      for (let tries = 0; tries < 5; tries += 1) {
        expect(await wrong(otherThan(first.code))).toEqual([400, "code"])
      }
      expect(await wrong(first.code)).toEqual([400, "code"])
      const second = await codeOf(id)
      expect(await wrong(first.code)).toEqual([400, "code"])
      await suite
        .database()("dk_subject_request_code")
        .update({ expires_at: new Date(0) })
      expect(await wrong(second.code)).toEqual([400, "code"])
      const third = await codeOf(id)
      expect((await say(id, third.code)).status).toBe(200)
    })

    it("belongs to its request and its proof", async () => {
      const one = await enter({ channel: "phone", name: "Zqen" })
      const other = await enter({ channel: "phone", name: "Zqanden" })
      const { code } = await codeOf(one.id)
      await codeOf(other.id)
      expect((await say(other.id, code)).status).toBe(400)
      const without = await post(`/${one.id}/confirm-identity`, { proof: "spoken_code" })
      expect([without.status, without.error.message.split(":")[0]]).toEqual([400, "code"])
      const beside = await post(`/${one.id}/confirm-identity`, { proof: "order_details", code })
      expect([beside.status, beside.error.message.split(":")[0]]).toEqual([400, "code"])
      expect((await post("/dkreq_none/code")).status).toBe(404)
    })
  })

  it("knows who asks on somebody's behalf, and that their authority was seen", async () => {
    const request = await enter({
      ...{ channel: "letter", name: "Zqmor", representative_name: "Zqdatter" },
      authority_seen: "Fremtidsfuldmagt, set den 1. november",
    })
    expect(request).toMatchObject({
      representative_name: "Zqdatter",
      authority_seen: "Fremtidsfuldmagt, set den 1. november",
    })
    const half = await post("", {
      ...{ kind: "access", channel: "letter", name: "Zqmor", representative_name: "Zqdatter" },
    })
    expect([half.status, half.error.message.split(":")[0]]).toEqual([400, "authority_seen"])
  })

  it("does not take the address of a representative for the person's", async () => {
    const own = await register(suite, { email: MAIL, first_name: "Rita", last_name: "Zqrep" })
    const mother = await register(suite, {
      ...{ email: "zqmor@kunde.example", first_name: "Oda", last_name: "Zqmor" },
    })
    const asked = { channel: "mail", email: MAIL, name: "Oda Zqmor", kind: "restriction" }
    const { id } = await enter({
      ...asked,
      ...{ representative_name: "Rita Zqrep", authority_seen: "Zqfuldmagt" },
    })
    await post(`/${id}/confirm-identity`, { proof: "known_to_staff" })
    const refused = async (body: object) => {
      const answer = await post(`/${id}/fulfil`, { ground: "objection", ...body })
      return [answer.status, answer.error.message.split(":")[0]]
    }
    expect(await refused({})).toEqual([400, "customer_id"])
    expect((await refused({ email: MAIL }))[0]).toBe(400)
    const set = await post(`/${id}/subject`, { email: MAIL })
    expect([set.status, set.error.message.split(":")[0]]).toEqual([400, "email"])
    const done = await post<AdminFulfilSubjectRequestResponse>(`/${id}/fulfil`, {
      ...{ ground: "objection", customer_id: mother.customerId },
    })
    expect([done.status, done.body.request.email]).toEqual([200, MAIL])
    const rows: unknown[] = await suite
      .database()("dk_personal_data_person_restriction")
      .where({ customer_id: own.customerId })
    expect(rows).toEqual([])
  })
}
