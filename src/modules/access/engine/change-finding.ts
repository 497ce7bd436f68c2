import { copenhagenDay } from "../../../rules"
import { conflict, notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { hidingValues, selectRows } from "../../../shared/postgres"
import type { Secrets } from "../../../shared/tokens"
import { readTextColumns } from "../../personal-data"
import type { TextColumn } from "../../personal-data"
import { freeKey } from "../domain/free-key"
import { maskNumber } from "../domain/mask-number"
import { RESOLVED, digestOf } from "./finding-rows"
import type { FindingRow } from "./finding-rows"
import { quoted } from "./scan-batch"
import { placeOf, storedNumbers } from "./stored-numbers"
import type { StoredNumber } from "./stored-numbers"

export type Change = { id: string; by: string; now: Date }

const lockFinding = async (transaction: Knex.Transaction, id: string): Promise<FindingRow> => {
  const [finding] = await selectRows<FindingRow>(
    transaction,
    "SELECT * FROM dk_access_finding WHERE id = ? FOR UPDATE",
    [id]
  )
  if (!finding) throw notFound("No finding has this id.")
  if (finding.state === "resolved") {
    throw conflict("finding_resolved", "What was found is not there any more.")
  }
  return finding
}

/** What stands there now; the row stays as it is until the transaction ends. */
const readThere = async (
  transaction: Knex.Transaction,
  finding: FindingRow,
  today: string
): Promise<{ value: unknown; found: StoredNumber | undefined }> => {
  const [row] = await selectRows<{ value: unknown }>(
    transaction,
    `SELECT t.${quoted(finding.column_name)} AS value FROM ${quoted(finding.table_name)} t WHERE t.id::text = ? FOR UPDATE`,
    [finding.row_id]
  )
  const wanted = placeOf({ ...finding, column: finding.column_name })
  const found = storedNumbers(row?.value, finding.column_name, today).find(
    (one) => placeOf({ ...one, column: finding.column_name }) === wanted
  )
  return { value: row?.value, found }
}

const close = async (
  transaction: Knex.Transaction,
  id: string,
  { by, now }: { by: string | null; now: Date }
): Promise<void> => {
  await selectRows(
    transaction,
    `UPDATE dk_access_finding SET ${RESOLVED}, changed_by = ?, changed_at = ?, updated_at = ? WHERE id = ?`,
    [by, now, now, id]
  )
}

/** What a column becomes, as an expression over it; keys and values that are not touched stay to the digit. */
const written = (
  column: string,
  type: string,
  { keys, isKey }: StoredNumber,
  text: string
): { sql: string; values: (string | string[])[] } => {
  if (type !== "jsonb") return { sql: "?", values: [text] }
  const parent = keys.slice(0, -1)
  const old = keys.at(-1) ?? ""
  if (!isKey) {
    return keys.length === 0
      ? { sql: "to_jsonb(?::text)", values: [text] }
      : { sql: `jsonb_set(${column}, ?::text[], to_jsonb(?::text))`, values: [[...keys], text] }
  }
  const renamed = (whole: string) =>
    `(${whole} - ?::text) || jsonb_build_object(?::text, ${whole} -> ?::text)`
  if (parent.length === 0) return { sql: renamed(column), values: [old, text, old] }
  const whole = `(${column} #> ?::text[])`
  return {
    sql: `jsonb_set(${column}, ?::text[], ${renamed(whole)})`,
    values: [parent, parent, old, text, parent, old],
  }
}

type There = { value: unknown; found: StoredNumber; today: string }

const write = async (
  transaction: Knex.Transaction,
  finding: FindingRow,
  { type }: TextColumn,
  { value, found, today }: There
): Promise<void> => {
  const column = quoted(finding.column_name)
  const text = maskNumber(found, finding.masked, today)
  const name = found.isKey ? freeKey(value, found.keys.slice(0, -1), text) : text
  const { sql, values } = written(column, type, found, name)
  await selectRows(
    transaction,
    `UPDATE ${quoted(finding.table_name)} SET ${column} = ${sql} WHERE id::text = ?`,
    [...values, finding.row_id]
  )
}

/** A text may hold the number twice, and a JSON value under several keys that are shown alike. */
const maskAll = async (
  transaction: Knex.Transaction,
  finding: FindingRow,
  column: TextColumn,
  today: string
): Promise<boolean> => {
  let hasChanged = false
  for (;;) {
    const { value, found } = await readThere(transaction, finding, today)
    if (!found) return hasChanged
    await write(transaction, finding, column, { value, found, today })
    hasChanged = true
  }
}

/**
 * Writes the number as `211062-****` where it stands, if it still does: a card's as `****`. All else of the value stays.
 * Then the finding is resolved.
 *
 * @throws not_found; conflict `finding_resolved`, or `finding_sealed` for evidence and columns that are not the store's
 * or this plugin's text
 */
export const maskFinding = async (connection: Knex, { id, by, now }: Change): Promise<void> => {
  const columns = await readTextColumns(connection)
  const today = copenhagenDay(now)
  await hidingValues(
    connection.transaction(async (transaction) => {
      const finding = await lockFinding(transaction, id)
      const column = columns.find(
        (one) => one.table === finding.table_name && one.column === finding.column_name
      )
      if (!column?.isWritable) {
        throw conflict(
          "finding_sealed",
          "What stands there is evidence or is not to be changed here."
        )
      }
      const hasChanged = await maskAll(transaction, finding, column, today)
      await close(transaction, id, { by: hasChanged ? by : null, now })
    })
  )
}

/**
 * Staff says that it is no such number: it is not asked about again while the text stays the same. When it is gone already
 * the finding is resolved.
 *
 * @throws not_found, or conflict `finding_resolved`
 */
export const dismissFinding = async (
  connection: Knex,
  secrets: Secrets,
  { id, by, now }: Change
): Promise<void> => {
  await hidingValues(
    connection.transaction(async (transaction) => {
      const finding = await lockFinding(transaction, id)
      const { found } = await readThere(transaction, finding, copenhagenDay(now))
      if (!found) {
        await close(transaction, id, { by: null, now })
        return
      }
      await selectRows(
        transaction,
        `UPDATE dk_access_finding SET state = 'dismissed', digest = ?, changed_by = ?, changed_at = ?, updated_at = ? WHERE id = ?`,
        [digestOf(secrets, finding, found.text), by, now, now, id]
      )
    })
  )
}
