import { CONSENT_MODULE } from "../../../src/modules/consent"
import type { ConsentModuleService } from "../../../src/modules/consent"
import { recordMissingNotices } from "../../../src/workflows/consent"
import { newsletterNotice, publishedNotice } from "../helpers/notices"
import { buy, createCart, eventually, register, shopper } from "../helpers/shop"
import { unguarded } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"
import { statementsDuring } from "../helpers/watch-queries"

const SHOWN = `SELECT id FROM dk_consent_event WHERE state = 'shown' AND natural_key LIKE 'registration:' || ? || ':%'`

/** How many texts the making of an account is evidence of. */
const shownTo = async (suite: Suite, customerId: string): Promise<number> =>
  (await suite.database().raw<{ rows: object[] }>(SHOWN, [customerId])).rows.length

const SHOWN_AT = `SELECT notice_id, source FROM dk_consent_event WHERE state = 'shown' AND order_id = ? ORDER BY purpose DESC`

/** The texts that a purchase is evidence of. */
const shownAt = async (suite: Suite, orderId: string) =>
  (
    await suite
      .database()
      .raw<{ rows: { notice_id: string; source: string }[] }>(SHOWN_AT, [orderId])
  ).rows

const insertsDuring = async (suite: Suite, act: () => Promise<void>): Promise<string[]> =>
  (await statementsDuring(suite, act)).filter((sql) => sql.toUpperCase().includes("INSERT"))

export default (suite: Suite): void => {
  describe("the repair job", () => {
    it("tries nothing twice that is written: beside a text in any language, of an account that changed hands", async () => {
      await publishedNotice(suite, { kind: "privacy", locale: "sv" })
      const { customerId } = await register(suite, { email: "overtaget@kunde.example" })
      await eventually(async () => (await shownTo(suite, customerId)) > 0)
      await suite.database().transaction(async (transaction) => {
        await transaction.raw("SET LOCAL session_replication_role = replica")
        await transaction("dk_consent_subject").update({ customer_id: "cus_other" })
      })
      const repair = () => recordMissingNotices(suite.container())
      expect(await insertsDuring(suite, repair)).toEqual([])
    })

    it("writes what a checkout said it showed, also of an order that a clock behind dates before the texts", async () => {
      const notices = [
        await publishedNotice(suite, { kind: "privacy" }),
        await newsletterNotice(suite),
      ]
      const said = notices.map(({ id }) => id)
      const cartId = await createCart(suite)
      const body = { notices: said, consents: [] }
      const path = `/store/carts/${cartId}/consents`
      await suite.call("POST", path, { headers: shopper(), body })
      const orderId = await buy(suite, cartId)
      await eventually(async () => (await shownAt(suite, orderId)).length === 2)
      await unguarded(suite, "DELETE FROM dk_consent_event WHERE order_id = ?", [orderId])
      const sql = `UPDATE "order" SET created_at = created_at - interval '5 minutes' WHERE id = ?`
      await suite.database().raw(sql, [orderId])
      const repair = () => recordMissingNotices(suite.container())
      await repair()
      expect(await shownAt(suite, orderId)).toEqual(
        said.map((id) => ({ notice_id: id, source: "asserted" }))
      )
      expect(await insertsDuring(suite, repair)).toEqual([])
    })

    it("does nothing where the shop keeps no evidence", async () => {
      await publishedNotice(suite, { kind: "privacy" })
      await suite.database()("customer").insert({ id: "cus_off", email: null, has_account: true })
      const { settings } = suite.container().resolve<ConsentModuleService>(CONSENT_MODULE)
      Object.assign(settings, { enabled: false })
      try {
        const tried = await statementsDuring(suite, () => recordMissingNotices(suite.container()))
        expect(tried).toEqual([])
      } finally {
        Object.assign(settings, { enabled: true })
      }
      await recordMissingNotices(suite.container())
      expect(await shownTo(suite, "cus_off")).toBe(1)
    })
  })
}
