import { CONSENT_MODULE } from "../../../src/modules/consent"
import type { ConsentModuleService } from "../../../src/modules/consent"
import { recordMissingNotices } from "../../../src/workflows/consent"
import { publishedNotice } from "../helpers/notices"
import { eventually, register } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { statementsDuring } from "../helpers/watch-queries"

const SHOWN = `SELECT id FROM dk_consent_event WHERE state = 'shown' AND natural_key LIKE 'registration:' || ? || ':%'`

/** How many texts the making of an account is evidence of. */
const shownTo = async (suite: Suite, customerId: string): Promise<number> =>
  (await suite.database().raw<{ rows: object[] }>(SHOWN, [customerId])).rows.length

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
      const tried = await statementsDuring(suite, () => recordMissingNotices(suite.container()))
      expect(tried.filter((sql) => sql.includes("INSERT") || sql.includes("insert"))).toEqual([])
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
