import { selectRows } from "../../../src/shared/postgres"
import { dropOldCounts, scanOldDataAtNight } from "../../../src/workflows/access"
import type {
  AdminFindingListResponse,
  AdminFindingResponse,
  AdminFindingScanResponse,
  AdminInputCountsResponse,
} from "../../../src/types/http"
import { tablesHolding } from "../helpers/canary"
import { ADDRESS, buy, createCart, register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Of somebody born in 1862, another number of the same day, and a published test card. */
const CPR = "211062-5009"
const CARD = "4111 1111 1111 1111"
const MASKED = "211062-****"

const FINDINGS = "/admin/privacy/findings"

export default (suite: Suite): void => {
  const scan = async () => {
    const headers = await staff(suite)
    const answer = await suite.call<AdminFindingScanResponse>("POST", `${FINDINGS}/scan`, {
      headers,
    })
    expect([answer.status, answer.text.includes("211062-5009")]).toEqual([200, false])
    return answer.body
  }
  const scanAll = async (): Promise<void> => {
    for (;;) if ((await scan()).scan.finished_at !== null) return
  }
  const list = async (query = "state=open") => {
    const answer = await suite.call<AdminFindingListResponse>("GET", `${FINDINGS}?${query}`, {
      headers: await staff(suite),
    })
    expect(answer.status).toBe(200)
    for (const number of [CPR, "2110625009", CARD]) expect(answer.text).not.toContain(number)
    return answer.body
  }
  const act = async (id: string, name: "mask" | "dismiss") =>
    suite.call<AdminFindingResponse>("POST", `${FINDINGS}/${id}/${name}`, {
      headers: await staff(suite),
    })
  const set = (table: string, id: string, column: string, value: string) =>
    selectRows(suite.database(), `UPDATE "${table}" SET ${column} = ? WHERE id = ?`, [value, id])
  const valueOf = async (table: string, id: string, column: string): Promise<unknown> => {
    const rows = await selectRows<{ value: unknown }>(
      suite.database(),
      `SELECT ${column} AS value FROM "${table}" WHERE id = ?`,
      [id]
    )
    return rows[0]?.value
  }
  const findingOf = async (rowId: string, query?: string) =>
    (await list(query)).findings.filter(({ row_id: id }) => id === rowId)

  describe("what was stored before", () => {
    it("is found in texts, JSON and keys, shown masked, and taken out where it stands", async () => {
      const orderId = await buy(suite, await createCart(suite))
      const metadata = {
        note: `Kunden skrev ${CPR} og ${CARD}`,
        amount: 12.5,
        [CPR]: { list: [2110625009, "x"] },
        "211062-****": "fandtes",
      }
      await set("order", orderId, "metadata", JSON.stringify(metadata))
      await scanAll()
      const found = await findingOf(orderId)
      const facts = found.map(({ table, column, path, kind, masked }) =>
        [table, column, path, kind, masked].join(" ")
      )
      expect(facts.sort()).toEqual([
        "order metadata * cpr 211062-****",
        "order metadata *.list.0 cpr 211062-****",
        "order metadata note card ",
        "order metadata note cpr 211062-****",
      ])
      expect(await tablesHolding(suite.database(), CPR)).toEqual(["order"])
      // The key last: what lies under it is found again by the new key.
      const inOrder = [...found].sort((a, b) => b.path.length - a.path.length)
      for (const { id, can_be_masked: canBe, is_sealed: isSealed } of inOrder) {
        expect([canBe, isSealed]).toEqual([true, false])
        const { status, body } = await act(id, "mask")
        expect([status, body.finding.state, body.finding.masked]).toEqual([200, "resolved", null])
      }
      expect(await valueOf("order", orderId, "metadata")).toEqual({
        note: `Kunden skrev ${MASKED} og ****`,
        amount: 12.5,
        "211062-**** (2)": { list: [MASKED, "x"] },
        "211062-****": "fandtes",
      })
      const again = await act(found[0]?.id ?? "", "mask")
      expect([again.status, again.error.code]).toEqual([409, "finding_resolved"])
      await scanAll()
      expect(await findingOf(orderId)).toEqual([])
    })

    it("is not asked about again when staff says that it is none, until the text is another", async () => {
      const { customerId } = await register(suite, { email: "zqsag@kunde.example" })
      await set("customer", customerId, "company_name", `Sag ${CPR}`)
      await scanAll()
      const [finding] = await findingOf(customerId)
      const dismissed = await act(finding?.id ?? "", "dismiss")
      expect([dismissed.status, dismissed.body.finding.state]).toEqual([200, "dismissed"])
      await scanAll()
      expect(await findingOf(customerId)).toEqual([])
      expect(await findingOf(customerId, "state=dismissed")).toHaveLength(1)
      const rows = await selectRows(
        suite.database(),
        "SELECT * FROM dk_access_finding WHERE row_id = ?",
        [customerId]
      )
      expect(JSON.stringify(rows)).not.toContain("5009")
      await set("customer", customerId, "company_name", `Kunden er ${CPR}`)
      await scanAll()
      expect(await findingOf(customerId)).toHaveLength(1)
    })

    it("resolves itself when the number, or its row, is gone", async () => {
      const { customerId } = await register(suite, { email: "zqvaek@kunde.example" })
      await set("customer", customerId, "first_name", CPR)
      const cartId = await createCart(suite)
      await set("cart", cartId, "metadata", JSON.stringify({ note: CPR }))
      await scanAll()
      expect(await findingOf(customerId)).toHaveLength(1)
      const [inCart] = await findingOf(cartId)
      await set("customer", customerId, "first_name", "Karen")
      await selectRows(suite.database(), "DELETE FROM cart WHERE id = ?", [cartId])
      await scanAll()
      const resolved = await findingOf(customerId, "state=resolved&table=customer&kind=cpr")
      expect(resolved).toEqual([expect.objectContaining({ masked: null, changed_by: null })])
      expect((await act(inCart?.id ?? "", "mask")).error.code).toBe("finding_resolved")
    })

    it("is masked only if it is still there, and resolved when it is not", async () => {
      const { customerId } = await register(suite, { email: "zqkaplob@kunde.example" })
      await set("customer", customerId, "first_name", CPR)
      await scanAll()
      const [finding] = await findingOf(customerId)
      await set("customer", customerId, "first_name", "Karen")
      const { body } = await act(finding?.id ?? "", "mask")
      expect(body.finding).toEqual(expect.objectContaining({ state: "resolved", changed_by: null }))
      expect(await valueOf("customer", customerId, "first_name")).toBe("Karen")
    })

    it("is found in evidence, and said to stay", async () => {
      const database = suite.database()
      await database.raw("ALTER TABLE dk_consent_event DISABLE TRIGGER USER")
      try {
        await database("dk_consent_event").insert({
          id: "dkevent_zqsealed",
          controller_id: "default",
          subject_key: CPR,
          purpose: "privacy",
          place: "checkout",
          natural_key: "zqsealed",
          state: "shown",
          source: "asserted",
          occurred_at: new Date(),
        })
        await database.raw("ALTER TABLE dk_consent_event ENABLE TRIGGER USER")
        await scanAll()
        const [finding] = await findingOf("dkevent_zqsealed")
        expect(finding).toEqual(
          expect.objectContaining({ is_sealed: true, can_be_masked: false, masked: MASKED })
        )
        const refused = await act(finding?.id ?? "", "mask")
        expect([refused.status, refused.error.code]).toEqual([409, "finding_sealed"])
        expect(await valueOf("dk_consent_event", "dkevent_zqsealed", "subject_key")).toBe(CPR)
      } finally {
        await database.raw("ALTER TABLE dk_consent_event DISABLE TRIGGER USER")
        await database("dk_consent_event").where({ id: "dkevent_zqsealed" }).delete()
        await database.raw("ALTER TABLE dk_consent_event ENABLE TRIGGER USER")
      }
    })

    it("is never masked in a column that is not the store's or this plugin's own", async () => {
      const database = suite.database()
      await database.raw("CREATE TABLE zq_foreign (id text PRIMARY KEY, note text)")
      try {
        await database("zq_foreign").insert({ id: "zq_1", note: CPR })
        await scanAll()
        const [finding] = await findingOf("zq_1")
        expect(finding?.can_be_masked).toBe(false)
        expect((await act(finding?.id ?? "", "mask")).error.code).toBe("finding_sealed")
      } finally {
        await database.raw("DROP TABLE zq_foreign")
      }
      await scanAll()
      expect(await findingOf("zq_1")).toEqual([])
    })

    it("is not looked for in typed fields", async () => {
      const cartId = await createCart(suite)
      const { customerId } = await register(suite, { email: "zqtypet@kunde.example" })
      await set("customer", customerId, "phone", "2110625009")
      await set("cart", cartId, "metadata", JSON.stringify({ tracking_number: "2110625009" }))
      await scanAll()
      expect([...(await findingOf(customerId)), ...(await findingOf(cartId))]).toEqual([])
    })

    it("is found once by scans at the same time, and by a night's that goes on where it ended", async () => {
      const { customerId } = await register(suite, { email: "zqsamtidig@kunde.example" })
      await set("customer", customerId, "last_name", CPR)
      const headers = await staff(suite)
      const answers = await Promise.all(
        [1, 2, 3].map(() => suite.call("POST", `${FINDINGS}/scan`, { headers }))
      )
      for (const { status, error } of answers) {
        expect([status, error.code]).toEqual(
          status === 409 ? [409, "scan_running"] : [200, undefined]
        )
      }
      // A process that was killed left its place behind.
      await selectRows(
        suite.database(),
        "UPDATE dk_access_scan SET finished_at = NULL, table_name = 'customer', after_id = ''"
      )
      await scanOldDataAtNight(suite.container())
      expect(await findingOf(customerId)).toHaveLength(1)
      expect((await list()).scan?.finished_at).not.toBeNull()
    })

    it("goes with the person", async () => {
      const { customerId } = await register(suite, { email: "zqslettes@kunde.example" })
      await set("customer", customerId, "last_name", CPR)
      await scanAll()
      expect(await findingOf(customerId)).toHaveLength(1)
      const headers = await staff(suite)
      const erasure = await suite.call("POST", "/admin/privacy/erasures", {
        headers,
        body: { customer_id: customerId, grace_hours: 0 },
      })
      expect(erasure.status).toBeLessThan(300)
      await suite.settle()
      expect(await findingOf(customerId, "")).toEqual([])
    })

    it("names what is wrong with a question", async () => {
      const headers = await staff(suite)
      const wrong = await suite.call("GET", `${FINDINGS}?state=zq`, { headers })
      expect([wrong.status, wrong.error.type]).toEqual([400, "invalid_data"])
      expect((await act("dkfind_unknown", "mask")).status).toBe(404)
      expect((await act("dkfind_unknown", "dismiss")).status).toBe(404)
    })
  })

  describe("what the input guard did", () => {
    const totals = async () => {
      const answer = await suite.call<AdminInputCountsResponse>(
        "GET",
        "/admin/privacy/input-counts",
        { headers: await staff(suite) }
      )
      expect(answer.status).toBe(200)
      return answer.body.totals
    }

    it("is counted per day, without what was typed", async () => {
      const before = await totals()
      const cartId = await createCart(suite)
      const orderId = await buy(suite, await createCart(suite))
      const update = (body: object) =>
        suite.call("POST", `/store/carts/${cartId}`, { headers: shopper(), body })
      const asked = { shipping_address: { ...ADDRESS, address_2: CPR } }
      expect((await update(asked)).status).toBe(422)
      expect((await update({ ...asked, confirm_not_cpr: true })).status).toBe(200)
      expect((await update({ metadata: { note: CARD } })).status).toBe(400)
      expect((await update({ metadata: { cvc: "123" } })).status).toBe(400)
      const headers = await staff(suite)
      const notes = Array.from({ length: 10 }, () =>
        suite.call("POST", `/admin/orders/${orderId}`, {
          headers,
          body: { metadata: { note: `Skrev ${CPR}` } },
        })
      )
      for (const { status } of await Promise.all(notes)) expect(status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const after = await totals()
      expect(after).toEqual({
        cpr_asked: before.cpr_asked + 1,
        cpr_confirmed: before.cpr_confirmed + 1,
        cpr_masked: before.cpr_masked + 10,
        card_refused: before.card_refused + 1,
        card_code_refused: before.card_code_refused + 1,
        card_masked: before.card_masked,
      })
    })

    it("never stops a request when it cannot be counted", async () => {
      const database = suite.database()
      await database.raw("ALTER TABLE dk_access_input_count RENAME TO zq_away")
      try {
        const cartId = await createCart(suite)
        const answer = await suite.call("POST", `/store/carts/${cartId}`, {
          headers: shopper(),
          body: { metadata: { note: CARD } },
        })
        expect([answer.status, answer.error.code]).toEqual([400, "looks_like_card_number"])
        await new Promise((resolve) => setTimeout(resolve, 200))
      } finally {
        await database.raw("ALTER TABLE zq_away RENAME TO dk_access_input_count")
      }
    })

    it("is forgotten after twelve months", async () => {
      const database = suite.database()
      const insert = (id: string, day: string) =>
        database("dk_access_input_count").insert({ id, day, outcome: "cpr_asked", count: 1 })
      await insert("zq_old", "2030-03-14")
      await insert("zq_new", "2030-03-15")
      await dropOldCounts(suite.container(), new Date("2031-03-15T12:00:00Z"))
      const left = await database("dk_access_input_count")
        .where("day", "like", "2030-%")
        .select("id")
      expect(left).toEqual([{ id: "zq_new" }])
      await database("dk_access_input_count").where({ id: "zq_new" }).delete()
    })
  })
}
