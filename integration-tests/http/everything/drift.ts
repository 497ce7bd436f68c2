import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import type { AdminDataMapResponse, AdminDriftResponse } from "../../../src/types/http"

/** One table of every optional module, and of each thing that makes tables at run time. */
const OPTIONAL_TABLES = [
  "cat_customer",
  "index_data",
  "locking",
  "loyalty_gift_card",
  "rbac_role",
  "search_pg_customers_v1",
  "store_credit_account",
  "translation",
  "view_configuration",
]

export default (suite: Suite): void => {
  describe("the map of personal data in a store with every module", () => {
    const readDrift = async () => {
      const answer = await suite.call<AdminDriftResponse>("GET", "/admin/privacy/data-map/drift", {
        headers: await staff(suite),
      })
      return answer.body.drift
    }

    const change = async (
      apply: string,
      undo: string,
      expected: { table: string; column: string; type: string }[]
    ) => {
      await suite.database().raw(apply)
      try {
        expect((await readDrift()).unclassified).toEqual(expected)
      } finally {
        await suite.database().raw(undo)
      }
      expect((await readDrift()).unclassified).toEqual([])
    }

    it("stands on a database that has them all", async () => {
      const { rows } = await suite
        .database()
        .raw<{ rows: { name: string }[] }>(
          "SELECT relname AS name FROM pg_class WHERE relname = ANY(?)",
          [OPTIONAL_TABLES]
        )
      expect(rows.map(({ name }) => name).sort()).toEqual(OPTIONAL_TABLES)
    })

    it("knows every column that can hold text, and declares none that is not there", async () => {
      const drift = await readDrift()
      expect(drift.unclassified).toEqual([])
      expect(drift.missing).toEqual([])
      expect(drift.tables).toBeGreaterThan(180)
      expect(drift.columns).toBeGreaterThan(1000)
    })

    it("fails for a new column until somebody classifies it", () =>
      change(
        "ALTER TABLE loyalty_gift_card ADD COLUMN greeting text",
        "ALTER TABLE loyalty_gift_card DROP COLUMN greeting",
        [{ table: "loyalty_gift_card", column: "greeting", type: "text" }]
      ))

    it("fails for a table that nobody registered, whoever made it", () =>
      change(
        "CREATE TABLE host_loan (id int, borrower varchar(40), terms jsonb)",
        "DROP TABLE host_loan",
        [
          { table: "host_loan", column: "borrower", type: "character varying" },
          { table: "host_loan", column: "terms", type: "jsonb" },
        ]
      ))

    it("names all tables of a form as one, and says of every column what it is", async () => {
      const answer = await suite.call<AdminDataMapResponse>("GET", "/admin/privacy/data-map", {
        headers: await staff(suite),
      })
      const tables = answer.body.data_map
      expect(tables.find(({ table }) => table === "search_pg_*")).toMatchObject({
        has_subject: true,
        is_present: true,
        rows_removed: true,
      })
      expect(tables.every(({ columns }) => columns.length > 0)).toBe(true)
      for (const column of tables.flatMap(({ columns }) => columns)) {
        const { kind, category, purpose, origin, basis, retention, erase, reason } = column
        const facts = [category, purpose, origin, basis, retention, erase]
        expect(kind === "personal" ? facts.every(Boolean) : reason).toBeTruthy()
      }
    })
  })
}
