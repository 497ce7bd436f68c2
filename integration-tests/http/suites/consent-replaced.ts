import { recordRegistrationOf } from "../../../src/workflows/consent"
import type { AdminConsent, StoreCustomerConsents } from "../../../src/types/http"
import { publishText, subscribe } from "../helpers/consents"
import { newsletterNotice, softOptInNotice } from "../helpers/notices"
import type { Notice } from "../helpers/notices"
import { buy, createCart, eventually, register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const newsletter = { purpose: "newsletter", channel: "email" }

const ME = "/store/customers/me/consents"

const consentsOf = async (suite: Suite, token: string): Promise<StoreCustomerConsents> =>
  (await suite.call<StoreCustomerConsents>("GET", ME, { headers: shopper(token) })).body

const give = (suite: Suite, token: string, notice: Notice) =>
  suite.call("POST", ME, {
    headers: shopper(token),
    body: { consents: [{ ...newsletter, state: "given", notice_id: notice.id }] },
  })

const sayInCart = (suite: Suite, cartId: string, notice: Notice, state: "given" | "refused") =>
  suite.call("POST", `/store/carts/${cartId}/consents`, {
    headers: shopper(),
    body: { notices: [notice.id], consents: [{ ...newsletter, state }] },
  })

const statesOf = async (suite: Suite, orderId: string): Promise<string[]> => {
  const { rows } = await suite.database().raw<{ rows: { state: string }[] }>(
    `SELECT e.state FROM dk_consent_event e
     WHERE e.subject_key = (SELECT subject_key FROM dk_consent_event WHERE order_id = ? LIMIT 1) AND e.state <> 'shown'
     ORDER BY e.occurred_at`,
    [orderId]
  )
  return rows.map(({ state }) => state)
}

const listed = async (suite: Suite, query: string) => {
  const path = `/admin/privacy/consents?purpose=newsletter${query}`
  const answer = await suite.call<{ consents: AdminConsent[]; count: number }>("GET", path, {
    headers: await staff(suite),
  })
  expect(answer.status).toBe(200)
  return { states: answer.body.consents.map(({ state }) => state), count: answer.body.count }
}

const superseded = async (suite: Suite): Promise<number> =>
  (await suite.database()("dk_consent_event").where({ state: "superseded" })).length

const wider = (suite: Suite) =>
  newsletterNotice(suite, { body: "Ja tak til nyhedsbrev, også om møbler.", material: true })

export default (suite: Suite): void => {
  describe("a text that was replaced", () => {
    it("is agreed to by nobody: not in a cart, an account or a sign-up", async () => {
      const old = await publishText(suite)
      const { token } = await register(suite, { email: "ny@kunde.example" })
      const cartId = await createCart(suite)
      await newsletterNotice(suite, { body: "Ja tak til nyhedsbrev om bøger (rettet)." })
      expect((await sayInCart(suite, cartId, old, "given")).status).toBe(200)

      const newer = await wider(suite)
      const refusals = [
        [await sayInCart(suite, cartId, old, "given"), "consents.0"],
        [await give(suite, token, old), "consents.0.notice_id"],
        [await subscribe(suite, "lene@kunde.example", old), "notice_id"],
      ] as const
      for (const [answer, field] of refusals) {
        expect([answer.status, answer.error.code]).toEqual([400, "notice_replaced"])
        expect(answer.error.message).toMatch(new RegExp(`^${field}: .*show the newer text`))
      }
      expect((await sayInCart(suite, cartId, old, "refused")).status).toBe(200)
      expect((await sayInCart(suite, cartId, newer, "given")).status).toBe(200)
      expect((await give(suite, token, newer)).status).toBe(200)
      expect((await consentsOf(suite, token)).consents).toMatchObject([{ permitted_by: "consent" }])
    })

    it("opens nothing for an order whose cart was filled before, each time", async () => {
      const old = await newsletterNotice(suite)
      const carts = [await createCart(suite), await createCart(suite)]
      for (const cartId of carts) await sayInCart(suite, cartId, old, "given")
      await wider(suite)
      for (const [before, cartId] of carts.entries()) {
        const orderId = await buy(suite, cartId)
        await eventually(async () => (await statesOf(suite, orderId)).length > before * 2)
        await listed(suite, "")
        await listed(suite, "")
        const each = Array.from({ length: before + 1 }, () => ["given", "superseded"])
        expect(await statesOf(suite, orderId)).toEqual(each.flat())
      }
      expect((await listed(suite, "")).states).toEqual(["superseded"])
    })

    it("counts as replaced when a list claims a consent afterwards, and by its day rather than its number", async () => {
      const old = await newsletterNotice(suite)
      const { token, customerId } = await register(suite, { email: "liste@kunde.example" })
      await give(suite, token, old)
      const database = suite.database()
      await database.raw(
        `INSERT INTO dk_consent_event (id, controller_id, subject_key, purpose, channel, state, source, place, natural_key, occurred_at)
         SELECT 'dkcevt_claimed', e.controller_id, e.subject_key, 'newsletter', 'email', 'given', 'claimed', 'import', 'claimed', now()
         FROM dk_consent_event e JOIN dk_consent_subject s ON s.id = e.subject_key
         WHERE s.customer_id = ? AND e.state = 'given'`,
        [customerId]
      )
      const newer = await wider(suite)
      expect((await consentsOf(suite, token)).consents).toMatchObject([
        { state: "superseded", permitted_by: null },
      ])
      const again = await register(suite, { email: "dag@kunde.example" })
      await give(suite, again.token, newer)
      // A draft made before it comes into force after it.
      await database.transaction(async (transaction) => {
        await transaction.raw("SET LOCAL session_replication_role = replica")
        await transaction.raw("UPDATE dk_consent_notice SET version = 20 WHERE id = ?", [newer.id])
      })
      const late = await wider(suite)
      await database.transaction(async (transaction) => {
        await transaction.raw("SET LOCAL session_replication_role = replica")
        await transaction.raw("UPDATE dk_consent_notice SET version = 10 WHERE id = ?", [late.id])
      })
      expect((await consentsOf(suite, again.token)).consents).toMatchObject([
        { state: "superseded", permitted_by: null },
      ])
    })

    it("is found by staff as superseded, though a page writes down only whom it shows", async () => {
      const old = await newsletterNotice(suite)
      for (const name of ["a", "b", "c"]) {
        const { token } = await register(suite, { email: `${name}@kunde.example` })
        await give(suite, token, old)
      }
      await wider(suite)
      expect(await listed(suite, "&state=given")).toEqual({ states: [], count: 0 })
      expect(await superseded(suite)).toBe(0)
      expect(await listed(suite, "&state=superseded&limit=1")).toEqual({
        states: ["superseded"],
        count: 3,
      })
      expect(await superseded(suite)).toBe(1)
      expect(await listed(suite, "")).toEqual({ states: Array(3).fill("superseded"), count: 3 })
      expect(await superseded(suite)).toBe(3)
    })
  })

  describe("a registration", () => {
    it("shows no text about marketing, and opens no marketing to customers", async () => {
      const soft = await softOptInNotice(suite)
      const made = await suite.call<{ token: string }>(
        "POST",
        "/auth/customer/emailpass/register",
        {
          body: { email: "gratis@kunde.example", password: "a-customers-password" },
        }
      )
      const refused = await suite.call("POST", "/store/customers", {
        headers: { ...shopper(made.body.token), "x-dk-notices": soft.id },
        body: { email: "gratis@kunde.example" },
      })
      expect([refused.status, refused.error.code]).toEqual([400, "marketing_notice"])
      expect(refused.error.message).toMatch(/^x-dk-notices: /)

      const { token, customerId } = await register(suite, { email: "foer@kunde.example" })
      const database = suite.database()
      await database.raw(
        `INSERT INTO dk_consent_event (id, controller_id, subject_key, purpose, channel, state, source, place, natural_key,
           notice_id, notice_sha256, occurred_at)
         SELECT 'dkcevt_before', n.controller_id, s.id, n.purpose, n.channel, 'shown', 'asserted', 'registration', 'before',
           n.id, n.sha256, now()
         FROM dk_consent_notice n, dk_consent_subject s WHERE n.id = ? AND s.customer_id = ?`,
        [soft.id, customerId]
      )
      await recordRegistrationOf(suite.container(), customerId)
      const { consents, events } = await consentsOf(suite, token)
      expect(events.map(({ state }) => state)).toEqual(["shown"])
      expect(consents).toMatchObject([{ state: "unset", permitted_by: null }])
    })
  })
}
