import type { Knex } from "../../../src/shared/postgres"
import { selectRows } from "../../../src/shared/postgres"

/** Sealed documents keep what the law wants; everything else must forget. */
const SEALED = ["dk_invoice_document", "dk_invoice_delivery_payload"]

/** Medusa's ids are ULIDs, which hold no I, L, O or U: a short text without them can stand in an id by chance. */
const mayStandInAnId = (text: string): boolean =>
  text.length < 6 && /^[0-9a-hjkmnp-tv-z]*$/iu.test(text)

const TABLES = `SELECT table_name AS name FROM information_schema.tables
  WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND NOT table_name = ANY(?) ORDER BY table_name`

/** All tables but those that are left out, by name. */
const tablesWithout = async (database: Knex, leftOut: readonly string[]): Promise<string[]> =>
  (await selectRows<{ name: string }>(database, TABLES, [[...leftOut]])).map(({ name }) => name)

/** Every table whose rows, printed whole, hold a text in any case. Sealed documents are left out. */
export const tablesHolding = async (database: Knex, text: string): Promise<string[]> => {
  if (mayStandInAnId(text)) {
    throw new Error(`"${text}" can be part of an id: take a longer text, or one with i, l, o or u.`)
  }
  const selects = (await tablesWithout(database, SEALED)).map(
    (table) =>
      `SELECT '${table}' AS name WHERE EXISTS (SELECT 1 FROM "${table}" t WHERE position('${text.toLowerCase()}' IN lower(t::text)) > 0)`
  )
  const rows = await selectRows<{ name: string }>(database, selects.join(" UNION ALL "))
  return rows.map(({ name }) => name)
}

/**
 * For many texts of one shape at once: the tables whose rows, printed whole, hold each, by the text in lower case. Sealed
 * documents are left out.
 *
 * @param shape a regular expression that both Postgres and a reader take alike, in lower case
 */
export const tablesByText = async (
  database: Knex,
  shape: string
): Promise<ReadonlyMap<string, string[]>> => {
  const byText = new Map<string, string[]>()
  for (const table of await tablesWithout(database, SEALED)) {
    const sql = `SELECT DISTINCT found[1] AS text FROM "${table}" t, regexp_matches(lower(t::text), ?, 'g') AS found`
    for (const { text } of await selectRows<{ text: string }>(database, sql, [shape])) {
      byText.set(text, [...(byText.get(text) ?? []), table])
    }
  }
  return byText
}

/** All rows of some tables as text, in a fixed order: to compare byte for byte. */
export const printRows = async (
  database: Knex,
  table: string,
  condition: string,
  bindings: string[] = []
): Promise<string> => {
  const rows = await selectRows<{ row: string }>(
    database,
    `SELECT t::text AS row FROM "${table}" t WHERE ${condition} ORDER BY t::text`,
    bindings
  )
  return rows.map(({ row }) => row).join("\n")
}

/** Ids, moments and numbers differ from one life to the next; the rest must not. */
const plain = (row: string): string =>
  row
    .replace(/[a-z]+_[0-9A-Z]{26}/g, "ID")
    .replace(/\d{4}-\d\d-\d\d[ T][\d:.]+([+-]\d\d(:?\d\d)?|Z)?/g, "MOMENT")
    .replace(/[0-9a-f]{32,}/g, "DIGEST")
    .replace(/\d+/g, "N")

/** What jobs write every fifth minute: that they are alive, and whom they tell of erasures that are done. */
export const WRITTEN_BY_JOBS = [
  "dk_access_heartbeat",
  "dk_subject_request_recipient",
  "dk_subject_request_recipient_task",
]

/** All rows of all tables that jobs do not write by themselves, without what differs from one life to the next, in order. */
export const printWholeTables = async (database: Knex): Promise<Map<string, string[]>> => {
  const printed = new Map<string, string[]>()
  for (const name of await tablesWithout(database, WRITTEN_BY_JOBS)) {
    const rows = await selectRows<{ row: string }>(
      database,
      `SELECT t::text AS row FROM "${name}" t`
    )
    printed.set(name, rows.map(({ row }) => plain(row)).sort())
  }
  return printed
}
