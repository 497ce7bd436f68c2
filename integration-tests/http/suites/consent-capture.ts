import { CONSENT_MODULE } from "../../../src/modules/consent"
import type { ConsentModuleService } from "../../../src/modules/consent"
import {
  recordMissingNotices,
  recordRegistrationOf,
  recordShownNoticeOf,
} from "../../../src/workflows/consent"
import type { StoreCustomerConsents } from "../../../src/types/http"
import { newsletterNotice, publishedNotice, softOptInNotice } from "../helpers/notices"
import { buy, createCart, eventually, register, shopper, startPayment } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Event = {
  purpose: string
  channel: string | null
  state: string
  source: string
  place: string
  notice_id: string
}

const EVENTS = `SELECT purpose, channel, state, source, place, notice_id FROM dk_consent_event`

const select = async (suite: Suite, where: string, id: string): Promise<Event[]> => {
  const sql = `${EVENTS} WHERE ${where} ORDER BY purpose, channel, state`
  return (await suite.database().raw<{ rows: Event[] }>(sql, [id])).rows
}

const ofOrder = (suite: Suite, id: string) => select(suite, "order_id = ?", id)

const ofCustomer = (suite: Suite, id: string) =>
  select(
    suite,
    "subject_key = (SELECT id FROM dk_consent_subject WHERE customer_id = ?) AND place = 'registration'",
    id
  )

const sayInCart = (suite: Suite, cartId: string, body: object) =>
  suite.call("POST", `/store/carts/${cartId}/consents`, { headers: shopper(), body })

const consentsOf = async (suite: Suite, token: string): Promise<StoreCustomerConsents> => {
  const path = "/store/customers/me/consents"
  const answer = await suite.call<StoreCustomerConsents>("GET", path, { headers: shopper(token) })
  expect(answer.status).toBe(200)
  return answer.body
}

const say = (suite: Suite, token: string, ...consents: object[]) =>
  suite.call<StoreCustomerConsents>("POST", "/store/customers/me/consents", {
    headers: shopper(token),
    body: { consents },
  })

const newsletter = { purpose: "newsletter", channel: "email" }
const offers = { purpose: "similar_products", channel: "email" }

/** Makes an account with the header that says what the sign-up page shows. */
const signUp = async (suite: Suite, email: string, notices: string) => {
  const path = "/auth/customer/emailpass"
  const login = { email, password: "a-customers-password" }
  const made = await suite.call<{ token: string }>("POST", `${path}/register`, { body: login })
  return suite.call<{ customer: { id: string } }>("POST", "/store/customers", {
    headers: { ...shopper(made.body.token), "x-dk-notices": notices },
    body: { email },
  })
}

export default (suite: Suite): void => {
  describe("a checkout", () => {
    it("writes with the order what was shown and chosen, once", async () => {
      const policy = await publishedNotice(suite, { kind: "privacy" })
      const terms = await publishedNotice(suite, { kind: "terms" })
      const [letter, soft] = [await newsletterNotice(suite), await softOptInNotice(suite)]
      const cartId = await createCart(suite)
      const notices = [policy.id, letter.id, soft.id]
      const first = await sayInCart(suite, cartId, {
        notices,
        consents: [{ ...newsletter, state: "refused" }],
      })
      expect(first.status).toBe(200)
      const consents = [
        { ...newsletter, state: "given" },
        { ...offers, state: "refused" },
      ]
      const last = await sayInCart(suite, cartId, { notices, consents })
      expect(last.body).toMatchObject({ consents })

      const orderId = await buy(suite, cartId)
      await eventually(async () => (await ofOrder(suite, orderId)).length > 0)
      await Promise.all([
        recordShownNoticeOf(suite.container(), orderId),
        recordShownNoticeOf(suite.container(), orderId),
        recordMissingNotices(suite.container()),
      ])
      const at = { place: "checkout", source: "asserted" }
      expect(await ofOrder(suite, orderId)).toEqual([
        { ...at, ...newsletter, state: "given", notice_id: letter.id },
        { ...at, ...newsletter, state: "shown", notice_id: letter.id },
        { ...at, purpose: "privacy", channel: null, state: "shown", notice_id: policy.id },
        { ...at, ...offers, state: "refused", notice_id: soft.id },
        { ...at, ...offers, state: "shown", notice_id: soft.id },
        {
          purpose: "terms",
          channel: null,
          state: "shown",
          source: "assumed",
          place: "checkout",
          notice_id: terms.id,
        },
      ])
    })

    it("takes a choice only beside the text it is about, and no consent where none is asked for", async () => {
      const policy = await publishedNotice(suite, { kind: "privacy" })
      const soft = await softOptInNotice(suite)
      const cartId = await createCart(suite)
      const tried = async (body: object) => (await sayInCart(suite, cartId, body)).error
      expect(
        await tried({ notices: [policy.id], consents: [{ ...newsletter, state: "given" }] })
      ).toMatchObject({
        code: "notice_missing",
        message: expect.stringMatching(/^consents\.0: /) as string,
      })
      expect(
        await tried({ notices: [soft.id], consents: [{ ...offers, state: "given" }] })
      ).toMatchObject({
        code: "nothing_to_give",
        message: expect.stringMatching(/^consents\.0\.state: /) as string,
      })
      const answer = await suite.call<{ notices: unknown[]; consents: unknown[] }>(
        "GET",
        `/store/carts/${cartId}/consents`,
        { headers: shopper() }
      )
      expect(answer.body).toEqual({ notices: [], consents: [] })
    })

    it("is stopped before the payment when the shop wants its notice shown", async () => {
      const { settings } = suite.container().resolve<ConsentModuleService>(CONSENT_MODULE)
      const cartId = await createCart(suite)
      Object.assign(settings, { requireNotice: true })
      try {
        expect((await startPayment(suite, cartId)).status).toBe(200)
        const other = await createCart(suite)
        const policy = await publishedNotice(suite, { kind: "privacy" })
        const refused = await startPayment(suite, other)
        expect(refused).toMatchObject({ status: 400, error: { code: "notice_not_shown" } })
        expect(refused.error.message).toMatch(/^notices: /)
        await sayInCart(suite, other, { notices: [policy.id] })
        expect((await startPayment(suite, other)).status).toBe(200)
      } finally {
        Object.assign(settings, { requireNotice: false })
      }
    })
  })

  describe("a registration", () => {
    it("is evidence of the notices its page said it shows, once, and gives no consent", async () => {
      const older = await publishedNotice(suite, { kind: "privacy" })
      await publishedNotice(suite, { kind: "privacy", body: "Nyere udgave." })
      const answer = await signUp(suite, "ny@kunde.example", ` ${older.id} `)
      expect(answer.status).toBe(200)
      const { id } = answer.body.customer
      await eventually(async () => (await ofCustomer(suite, id)).length > 0)
      await Promise.all([
        recordRegistrationOf(suite.container(), id),
        recordRegistrationOf(suite.container(), id),
        recordMissingNotices(suite.container()),
      ])
      expect(await ofCustomer(suite, id)).toEqual([
        {
          purpose: "privacy",
          channel: null,
          state: "shown",
          source: "asserted",
          place: "registration",
          notice_id: older.id,
        },
      ])
    })

    it("assumes the one in force without the header, and refuses ids nobody published", async () => {
      const policy = await publishedNotice(suite, { kind: "privacy" })
      const { customerId } = await register(suite, { email: "stille@kunde.example" })
      const events = await eventually(async () => {
        const found = await ofCustomer(suite, customerId)
        return found.length > 0 && found
      })
      expect(events).toMatchObject([{ source: "assumed", notice_id: policy.id, state: "shown" }])

      const wrong = await signUp(suite, "forkert@kunde.example", "dkcnot_unknown")
      expect(wrong.status).toBe(400)
      expect(wrong.error.message).toMatch(/^x-dk-notices: /)
      const row: unknown = await suite
        .database()("customer")
        .where({ email: "forkert@kunde.example" })
        .first()
      expect(row).toBeUndefined()
    })

    it("lost by the events is found by the repair job, and a guest is no account", async () => {
      const policy = await publishedNotice(suite, { kind: "privacy" })
      const orderId = await buy(suite, await createCart(suite, { email: "gaest@kunde.example" }))
      await eventually(async () => (await ofOrder(suite, orderId)).length > 0)
      await suite.database()("customer").insert({
        id: "cus_lost",
        email: "tabt@kunde.example",
        has_account: true,
      })
      await recordMissingNotices(suite.container())
      expect(await ofCustomer(suite, "cus_lost")).toMatchObject([
        { source: "sent", notice_id: policy.id },
      ])
      const { rows } = await suite
        .database()
        .raw<{ rows: object[] }>(`${EVENTS} WHERE place = 'registration'`)
      expect(rows).toHaveLength(1)
    })
  })

  describe("an account", () => {
    it("has agreed to nothing until its owner says so, and takes it back as easily", async () => {
      const letter = await newsletterNotice(suite)
      const { token } = await register(suite, { email: "konto@kunde.example" })
      const before = await consentsOf(suite, token)
      expect(before.consents).toMatchObject([
        { ...newsletter, state: "unset", permitted_by: null, notice: { id: letter.id } },
      ])
      const given = { ...newsletter, state: "given", notice_id: letter.id }
      const both = await Promise.all([say(suite, token, given), say(suite, token, given)])
      expect(both.map(({ status }) => status)).toEqual([200, 200])
      expect((await consentsOf(suite, token)).events).toMatchObject([
        { ...newsletter, state: "given", place: "account", notice_sha256: letter.sha256 },
      ])
      const back = await say(suite, token, { ...newsletter, state: "withdrawn" })
      expect(back.body.consents).toMatchObject([{ state: "withdrawn", permitted_by: null }])
      expect(back.body.events.map(({ state }) => state)).toEqual(["withdrawn", "given"])
    })

    it("is asked again when the text has changed materially, and only then", async () => {
      const letter = await newsletterNotice(suite)
      const { token } = await register(suite, { email: "skifter@kunde.example" })
      await say(suite, token, { ...newsletter, state: "given", notice_id: letter.id })
      await newsletterNotice(suite, { body: "Ja tak til nyhedsbrev (stavefejl rettet)." })
      expect((await consentsOf(suite, token)).consents).toMatchObject([
        { state: "given", permitted_by: "consent" },
      ])
      const wider = await newsletterNotice(suite, { body: "Også om møbler.", material: true })
      const asked = await consentsOf(suite, token)
      expect(asked.consents).toMatchObject([{ state: "superseded", permitted_by: null }])
      expect(asked.events.map(({ state }) => state)).toEqual(["superseded", "given"])
      const anew = await say(suite, token, { ...newsletter, state: "given", notice_id: wider.id })
      expect(anew.body.consents).toMatchObject([{ state: "given", permitted_by: "consent" }])
    })

    it("may object to all marketing, and names the text it consents beside", async () => {
      const [letter, soft] = [await newsletterNotice(suite), await softOptInNotice(suite)]
      const { token } = await register(suite, { email: "nejtak@kunde.example" })
      const wrong = await say(suite, token, { ...newsletter, state: "given", notice_id: soft.id })
      expect(wrong).toMatchObject({ status: 400, error: { code: "notice_missing" } })
      expect(wrong.error.message).toMatch(/^consents\.0\.notice_id: /)
      await say(suite, token, { ...newsletter, state: "given", notice_id: letter.id })
      const objected = await say(suite, token, { state: "objected" })
      expect(objected.body).toMatchObject({ objected: true })
      expect(objected.body.consents.map(({ permitted_by: by }) => by)).toEqual([null, null])
      const anonymous = await suite.call("GET", "/store/customers/me/consents", {
        headers: shopper(),
      })
      expect(anonymous.status).toBe(401)
    })
  })
}
