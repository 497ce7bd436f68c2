import type { AdminConsentImportRow } from "../../../src/types/http"
import { mayMarket } from "../../../src/workflows/consent"
import { AUDIENCE, buyBeside, publishText, reachedIn, SUPPRESSIONS } from "../helpers/consents"
import { buy, createCart, register, shopper, staff } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const LENE = "lene@kunde.example"
const GIVEN = [{ state: "given" as const }]
const IMPORT = "/admin/privacy/consents/import"

export default (suite: Suite): void => {
  describe("the audience", () => {
    it("leaves purchases, registrations and phone orders unset", async () => {
      await publishText(suite)
      await buy(suite, await createCart(suite, { email: LENE }))
      await register(suite, { email: "konto@kunde.example" })
      await suite.settle()
      expect(await reachedIn(suite)).toEqual([])
    })

    it("reaches phones by number, however they are typed, and a no on one row holds for all", async () => {
      const notice = await publishText(suite, { channel: "sms" })
      const choose = (state: "given" | "refused") => ({
        notices: [notice],
        choices: [{ channel: "sms" as const, state }],
      })
      const typed = ["20304050", "+45 20 30 40 50", "0045 20304050"]
      for (const [index, phone] of typed.entries()) {
        const email = `tlf${index.toString()}@kunde.example`
        await buyBeside(suite, email, { ...choose("given"), address: { phone } })
      }
      await buyBeside(suite, "norge@kunde.example", {
        ...choose("given"),
        address: { phone: "+47 20304050" },
      })
      await buyBeside(suite, "uden@kunde.example", choose("given"))
      const sms = { channel: "sms" } as const
      expect(await reachedIn(suite, sms)).toEqual(["4520304050 consent", "4720304050 consent"])
      await buyBeside(suite, "tlf1@kunde.example", {
        ...choose("refused"),
        address: { phone: "20 30 40 50" },
      })
      expect(await reachedIn(suite, sms)).toEqual(["4720304050 consent"])
      const asked = { purpose: "newsletter", channel: "sms" } as const
      const gate = (phone: string) => mayMarket(suite.container(), { ...asked, phone })
      expect(await gate("20304050")).toBeNull()
      expect(await gate("+4720304050")).toMatchObject({ basis: "consent", address: "+4720304050" })
    })

    it("says no more than a mailer needs, and nothing that a spreadsheet would run", async () => {
      const notice = await publishText(suite)
      const account = await register(suite, { email: LENE, first_name: '=cmd|"/c calc"!A0' })
      await suite.call("POST", "/store/customers/me/consents", {
        headers: shopper(account.token),
        body: {
          consents: [
            { purpose: "newsletter", channel: "email", state: "given", notice_id: notice.id },
          ],
        },
      })
      const path = `${AUDIENCE}?purpose=newsletter&channel=email`
      const headers = await staff(suite)
      const { text, headers: answered } = await suite.call("GET", path, { headers })
      expect(answered.get("content-type")).toBe("text/csv; charset=utf-8")
      expect(answered.get("cache-control")).toBe("no-store")
      expect(answered.get("content-disposition")).toMatch(
        /^attachment; filename="marketing-newsletter-email-/
      )
      expect(text.split("\r\n")[0]).toBe(
        "address;first_name;language;basis;notice_version;unsubscribe_url;list_unsubscribe;list_unsubscribe_post"
      )
      expect(text).toContain(`;"'=cmd|""/c calc""!A0";da;consent;1;`)
      expect(text).not.toContain(account.customerId)
      const count = await suite.call("GET", `${AUDIENCE}/count?purpose=newsletter&channel=email`, {
        headers,
      })
      expect(count.body).toEqual({ count: 1 })
    })

    it("of thousands is read piece by piece, and nobody is lost or doubled where pieces meet", async () => {
      const notice = await publishText(suite)
      const database = suite.database()
      const shop = "(SELECT controller_id FROM dk_consent_notice LIMIT 1)"
      await database.raw(`INSERT INTO dk_consent_subject (id, controller_id, email)
        SELECT 'dkcsub_' || lpad(n::text, 26, '0'), ${shop}, 'p' || n || '@mange.example' FROM generate_series(1, 5000) n`)
      await database.raw(
        `INSERT INTO dk_consent_event (id, controller_id, subject_key, purpose, channel, state, source, place, natural_key,
           notice_id, notice_sha256, occurred_at)
         SELECT s.id || v.state, ${shop}, s.id, 'newsletter', 'email', v.state, 'asserted', 'checkout', s.id || v.state,
           ?, ?, now() - interval '1 day' + v.turn * interval '1 minute'
         FROM dk_consent_subject s, (VALUES ('shown', 1), ('given', 2), ('withdrawn', 3)) AS v (state, turn)
         WHERE v.turn < 3 OR right(s.id, 4)::int % 3 = 0`,
        [notice.id, notice.sha256]
      )
      // As a running database does by itself, some time after.
      await database.raw("ANALYZE dk_consent_subject, dk_consent_event")
      const wanted = Array.from({ length: 5_000 }, (_none, index) => index + 1)
        .filter((n) => (n % 10_000) % 3 !== 0)
        .map((n) => `p${n.toString()}@mange.example consent`)
      expect([...(await reachedIn(suite))].sort()).toEqual(wanted.sort())
      const uses = await database("dk_consent_use").countDistinct("subject_key as people")
      expect(uses).toEqual([{ people: wanted.length.toString() }])
    })

    it("is for owners; service may enter objections; who took it and who was in it is logged", async () => {
      const notice = await publishText(suite)
      await buyBeside(suite, LENE, { notices: [notice], choices: GIVEN })
      const owner = await staff(suite)
      const stranger = await staff(suite, STRANGER_STAFF)
      const path = `${AUDIENCE}?purpose=newsletter&channel=email`
      const rows = [
        { email: LENE, purpose: "newsletter", channel: "email", given_at: "2026-01-05" },
      ]
      const statusOf = async (headers: Record<string, string>) => [
        (await suite.call("GET", path, { headers })).status,
        (await suite.call("GET", path.replace("?", "/count?"), { headers })).status,
        (await suite.call("POST", IMPORT, { headers, body: { rows } })).status,
        (await suite.call("POST", SUPPRESSIONS, { headers, body: { email: "x@kunde.example" } }))
          .status,
      ]
      expect(await statusOf({})).toEqual([401, 401, 401, 401])
      expect(await statusOf(stranger)).toEqual([403, 403, 403, 403])
      await suite.call("POST", "/admin/privacy/roles", {
        headers: owner,
        body: { user_email: STRANGER_STAFF.email, role: "customer_service" },
      })
      const staffNotice = await suite.call<{ notice: { id: string } }>(
        "POST",
        "/admin/privacy/notices",
        { headers: owner, body: { kind: "staff", locale: "da", body: "I bliver logget." } }
      )
      await suite.call("POST", `/admin/privacy/notices/${staffNotice.body.notice.id}/publish`, {
        headers: owner,
        body: {},
      })
      // Whether reads are logged is asked every five seconds.
      await new Promise((resolve) => setTimeout(resolve, 5_100))
      expect(await reachedIn(suite)).toHaveLength(1)
      const [customer] = await suite.database()<{ id: string }>("customer").where({ email: LENE })
      const events = await suite
        .database()<{ subject_ids: string[]; route: string }>("dk_access_event")
        .whereLike("route", "GET /admin/privacy/marketing-audience%")
        .orderBy("id")
      expect(events.map(({ subject_ids: ids }) => ids)).toEqual([[], [customer?.id]])
      expect(
        (await suite.call("GET", `${AUDIENCE}?purpose=x;&channel=fax`, { headers: owner })).status
      ).toBe(400)
    })
  })

  describe("an import", () => {
    it("tells row by row what was refused, by field and without the value, and twice is once", async () => {
      await suite.call("POST", "/admin/privacy/restrictions", {
        headers: await staff(suite),
        body: { email: "laast@kunde.example", ground: "accuracy_contested" },
      })
      const good: AdminConsentImportRow = {
        email: LENE,
        purpose: "newsletter",
        channel: "email",
        given_at: "2026-01-05",
      }
      const rows = [
        good,
        { ...good, email: "zqforkert" },
        { ...good, channel: "fax" },
        { ...good, purpose: "Ny Hed" },
        { ...good, given_at: "2099-01-01" },
        { ...good, email: "laast@kunde.example" },
        "ingenting",
      ]
      const send = async (body: unknown, type = "application/json") =>
        suite.call<{ imported: number; known: number; refused: { row: number; field: string }[] }>(
          "POST",
          IMPORT,
          { headers: { ...(await staff(suite)), "content-type": type }, body }
        )
      const first = await send({ rows })
      expect(first.status).toBe(200)
      expect(first.body).toMatchObject({ imported: 1, known: 0 })
      expect(first.body.refused.map(({ row, field }) => `${row.toString()} ${field}`)).toEqual([
        "2 email",
        "3 channel",
        "4 purpose",
        "5 given_at",
        "6 email",
        "7 row",
      ])
      expect(first.text).not.toMatch(/zqforkert|fax|Ny Hed|laast/)
      const csv = `email;purpose;channel;given_at\r\n${LENE};newsletter;email;2026-01-05\r\nper@kunde.example;newsletter;sms;2026-02-01T10:00:00Z\r\n`
      expect((await send(csv, "text/csv")).body).toEqual({ imported: 1, known: 1, refused: [] })
      const lacking = await send("email;purpose\r\na@kunde.example;newsletter\r\n", "text/csv")
      expect([lacking.status, lacking.error.message]).toEqual([
        400,
        expect.stringMatching(/^csv: lacks the column channel/),
      ])
      const many = Array.from({ length: 5_001 }, () => good)
      expect((await send({ rows: many })).status).toBe(400)
      expect(await reachedIn(suite)).toEqual([])
    })
  })
}
