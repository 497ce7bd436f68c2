import { recordShownNoticeOf } from "../../../src/workflows/consent"
import { foldConsent } from "../../../src/modules/consent/domain/consent-state"
import { factsOf } from "../../../src/modules/consent/facts"
import type {
  AdminConsentListResponse,
  AdminConsentNumbers,
  AdminCreateNotice,
  AdminCustomerConsentsResponse,
  AdminNotice,
  AdminNoticeResponse,
  AdminOrderConsentsResponse,
  AdminRoles,
  DkRole,
  StoreSetCustomerConsent,
} from "../../../src/types/http"
import { buy, createCart, eventually, register, shopper, staff } from "../helpers/shop"
import type { Account } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const NOTICES = "/admin/privacy/notices"
const CONSENTS = "/admin/privacy/consents"
const EMAIL = { purpose: "newsletter", channel: "email" } as const
const SMS = { purpose: "newsletter", channel: "sms" } as const

export default (suite: Suite): void => {
  const get = async <Body>(path: string) =>
    suite.call<Body>("GET", path, { headers: await staff(suite) })

  const published = async (change: Partial<AdminCreateNotice> = {}): Promise<AdminNotice> => {
    const headers = await staff(suite)
    const body = { kind: "privacy", locale: "da", body: "Vi bruger dine oplysninger.", ...change }
    const drafted = await suite.call<AdminNoticeResponse>("POST", NOTICES, { headers, body })
    const path = `${NOTICES}/${drafted.body.notice.id}/publish`
    const answer = await suite.call<AdminNoticeResponse>("POST", path, { headers, body: {} })
    expect(answer.status).toBe(200)
    return answer.body.notice
  }

  const box = (about: typeof EMAIL | typeof SMS) =>
    published({ kind: "marketing", ...about, body: "Ja tak.", data: { basis: "consent" } })

  const say = async ({ token }: Account, consent: StoreSetCustomerConsent) => {
    const answer = await suite.call("POST", "/store/customers/me/consents", {
      headers: shopper(token),
      body: { consents: [consent] },
    })
    expect(answer.status).toBe(200)
  }

  const list = async (query = "") =>
    (await get<AdminConsentListResponse>(`${CONSENTS}${query}`)).body

  const people = async (query = "") =>
    (await list(query)).consents.map(({ email, channel, state }) => [email, channel, state])

  /** Three people: one gave and withdrew, one gave two, one objected to everything after giving. */
  const three = async () => {
    const [mail, sms] = [await box(EMAIL), await box(SMS)]
    const [anna, bo, carl] = [
      await register(suite, { email: "anna@kunde.example" }),
      await register(suite, { email: "bo@kunde.example" }),
      await register(suite, { email: "carl@kunde.example" }),
    ] as const
    await say(anna, { ...EMAIL, state: "given", notice_id: mail.id })
    await say(anna, { ...EMAIL, state: "withdrawn" })
    await say(bo, { ...EMAIL, state: "given", notice_id: mail.id })
    await say(bo, { ...SMS, state: "given", notice_id: sms.id })
    await say(carl, { ...EMAIL, state: "given", notice_id: mail.id })
    await say(carl, { state: "objected" })
    return { anna, bo, carl, mail }
  }

  describe("the list of consents", () => {
    it("has one line for each person, purpose and channel, with what counts now", async () => {
      const { bo } = await three()
      const { consents, count } = await list()
      expect(count).toBe(5)
      expect(await people()).toEqual([
        ["carl@kunde.example", null, "objected"],
        ["carl@kunde.example", "email", "given"],
        ["bo@kunde.example", "sms", "given"],
        ["bo@kunde.example", "email", "given"],
        ["anna@kunde.example", "email", "withdrawn"],
      ])
      // An objection stops what was given before it.
      expect(consents.map(({ permitted_by: by }) => by)).toEqual([
        null,
        null,
        "consent",
        "consent",
        null,
      ])
      expect(consents[3]).toMatchObject({ customer_id: bo.customerId, purpose: "newsletter" })
    })

    it("is found by purpose, channel, state, e-mail and customer, and by page", async () => {
      const { anna } = await three()
      expect(await people("?state=withdrawn")).toEqual([
        ["anna@kunde.example", "email", "withdrawn"],
      ])
      expect(await people("?channel=sms")).toHaveLength(1)
      expect(await people("?purpose=offers")).toEqual([])
      expect(await people("?q=BO@kunde.example")).toHaveLength(2)
      expect(await people("?q=bo@kunde")).toEqual([])
      expect(await people(`?q=${anna.customerId}`)).toHaveLength(1)
      const page = await list("?limit=2&offset=4")
      expect(page).toMatchObject({ count: 5, offset: 4, limit: 2 })
      expect(page.consents).toHaveLength(1)
      expect((await get(`${CONSENTS}?state=happy`)).status).toBe(400)
    })

    it("begins with the latest, or with the earliest where that is asked for, on every page", async () => {
      await three()
      const latest = await people()
      expect(await people("?order=-since")).toEqual(latest)
      expect(await people("?order=since")).toEqual([...latest].reverse())
      const earliest = ["anna@kunde.example", "email", "withdrawn"]
      expect(await people("?order=since&limit=1")).toEqual([earliest])
      expect(await people("?order=since&limit=1&offset=4")).toEqual(latest.slice(0, 1))
      expect(await people("?order=since&channel=email")).toEqual(
        latest.filter(([, channel]) => channel === "email").reverse()
      )
      expect((await get(`${CONSENTS}?order=email`)).status).toBe(400)
    })

    it("says of everybody what the fold says", async () => {
      await three()
      const { rows } = await suite
        .database()
        .raw<{ rows: { id: string; controller_id: string; email: string }[] }>(
          `SELECT s.id, s.controller_id, c.email FROM dk_consent_subject s JOIN customer c ON c.id = s.customer_id`
        )
      const [{ controller_id: controller } = { controller_id: "" }] = rows
      const keys = rows.map(({ id }) => id)
      const facts = await factsOf(suite.database(), controller, keys)
      const { consents } = await list()
      const withChannel = consents.filter(({ channel }) => channel !== null)
      expect(withChannel.length).toBe(4)
      for (const { email, purpose, channel, state } of withChannel) {
        const key = rows.find((row) => row.email === email)?.id
        const own = facts.filter(({ subject_key: subject }) => subject === key)
        expect([email, foldConsent(own, purpose, channel ?? "").state]).toEqual([email, state])
      }
    })

    it("forgets who was erased, and is counted by month without anybody's name", async () => {
      const { anna } = await three()
      const month = new Intl.DateTimeFormat("sv-SE", {
        timeZone: "Europe/Copenhagen",
        year: "numeric",
        month: "2-digit",
      }).format(new Date())
      const numbers = async (query = "") =>
        (await get<AdminConsentNumbers>(`${CONSENTS}/numbers${query}`)).body
      const { months, purposes } = await numbers()
      expect(purposes).toEqual(["newsletter"])
      expect(months).toHaveLength(12)
      expect(months.at(-1)).toEqual({
        month,
        given: 4,
        refused: 0,
        withdrawn: 1,
        objected: 1,
      })
      expect((await numbers("?channel=sms&months=1")).months).toMatchObject([{ given: 1 }])
      await suite
        .database()
        .raw(`DELETE FROM dk_consent_subject WHERE customer_id = ?`, [anna.customerId])
      expect(await people(`?q=anna@kunde.example`)).toEqual([])
      expect((await numbers()).months.at(-1)).toMatchObject({ given: 4, withdrawn: 1 })
      expect(JSON.stringify(await numbers())).not.toContain("@")
    })
  })

  describe("a customer's consents", () => {
    it("are told with everything that happened and the texts it was about", async () => {
      const { anna, mail } = await three()
      const newer = await box(EMAIL)
      const path = `/admin/customers/${anna.customerId}/consents`
      const { body } = await get<AdminCustomerConsentsResponse>(path)
      expect(body.customer).toEqual({ id: anna.customerId, email: "anna@kunde.example" })
      expect(body.objected).toBe(false)
      expect(body.consents.find(({ channel }) => channel === "email")).toMatchObject({
        state: "withdrawn",
        permitted_by: null,
        notice: { id: newer.id },
      })
      expect(body.events.map(({ state, place }) => [state, place])).toEqual([
        ["withdrawn", "account"],
        ["given", "account"],
      ])
      expect(body.notices).toMatchObject([
        { id: mail.id, body: "Ja tak.", sha256: mail.sha256, state: "replaced" },
      ])
      expect((await get("/admin/customers/cus_none/consents")).status).toBe(404)
    })
  })

  describe("an order's texts", () => {
    it("are those of two years ago, although newer ones were published", async () => {
      const orderId = await buy(suite, await createCart(suite, { locale: "da-DK" }))
      await suite.settle()
      const database = suite.database()
      const old = await published({ body: "Vi bruger dine oplysninger, som vi skrev dengang." })
      await database.raw(
        `INSERT INTO dk_consent_notice (id, controller_id, kind, locale, version, body, sha256, effective_from, published_at)
         SELECT 'dkcnot_dengang', controller_id, kind, locale, 100, body, sha256, now() - interval '3 years',
           now() - interval '3 years' FROM dk_consent_notice WHERE id = ?`,
        [old.id]
      )
      await published({ body: "En ny politik.", material: true })
      await database.raw(
        `UPDATE "order" SET created_at = now() - interval '2 years' WHERE id = ?`,
        [orderId]
      )
      await recordShownNoticeOf(suite.container(), orderId)

      const { body } = await get<AdminOrderConsentsResponse>(`/admin/orders/${orderId}/consents`)
      expect(body.events).toMatchObject([
        { state: "shown", source: "assumed", place: "checkout", notice_id: "dkcnot_dengang" },
      ])
      const at = new Date(body.events[0]?.occurred_at ?? "")
      expect(new Date().getFullYear() - at.getFullYear()).toBe(2)
      expect(body.notices).toMatchObject([
        { id: "dkcnot_dengang", body: old.body, state: "replaced", sha256: old.sha256 },
      ])
    })

    it("stand with what was chosen beside them", async () => {
      const [policy, mail] = [await published(), await box(EMAIL)]
      const cartId = await createCart(suite, { locale: "da-DK" })
      const chosen = await suite.call("POST", `/store/carts/${cartId}/consents`, {
        headers: shopper(),
        body: { notices: [policy.id, mail.id], consents: [{ ...EMAIL, state: "refused" }] },
      })
      expect(chosen.status).toBe(200)
      const orderId = await buy(suite, cartId)
      const { events, notices } = await eventually(async () => {
        const { body } = await get<AdminOrderConsentsResponse>(`/admin/orders/${orderId}/consents`)
        return body.events.length > 0 && body
      })
      expect(events.map(({ purpose, state, source }) => [purpose, state, source]).sort()).toEqual([
        ["newsletter", "refused", "asserted"],
        ["newsletter", "shown", "asserted"],
        ["privacy", "shown", "asserted"],
      ])
      expect(notices.map(({ id }) => id).sort()).toEqual([policy.id, mail.id].sort())
      expect((await get("/admin/orders/order_none/consents")).status).toBe(404)
    })
  })

  describe("who reads consents", () => {
    it("is owners and customer service, and stands in the log", async () => {
      const { anna } = await three()
      await published({ kind: "staff", body: "Opslag logges." })
      const give = async (role: DkRole | null) => {
        const headers = await staff(suite)
        const { body } = await suite.call<AdminRoles>("GET", "/admin/privacy/roles", { headers })
        const user = body.staff.find(({ email }) => email === STRANGER_STAFF.email)
        await suite.call("POST", "/admin/privacy/roles", {
          headers,
          body: { user_id: user?.user_id ?? "", role },
        })
      }
      const statuses = async () => {
        const headers = await staff(suite, STRANGER_STAFF)
        const paths = [
          CONSENTS,
          `${CONSENTS}/numbers`,
          `/admin/customers/${anna.customerId}/consents`,
        ]
        return Promise.all(
          paths.map(async (path) => (await suite.call("GET", path, { headers })).status)
        )
      }
      expect(await statuses()).toEqual([403, 403, 403])
      await give("warehouse")
      expect(await statuses()).toEqual([403, 403, 403])
      await give("customer_service")
      expect(await statuses()).toEqual([200, 200, 200])
      // Servers notice the notice within five seconds.
      const routes = await eventually(async () => {
        await statuses()
        const { body } = await get<{ access_events: { route: string }[] }>(
          `/admin/privacy/access-events?customer_id=${anna.customerId}`
        )
        const found = body.access_events.map(({ route }) => route)
        return found.length > 1 && found
      })
      expect(routes).toEqual(
        expect.arrayContaining([`GET ${CONSENTS}`, "GET /admin/customers/:id/consents"])
      )
    })
  })
}
