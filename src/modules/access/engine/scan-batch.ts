import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { Secrets } from "../../../shared/tokens"
import type { TextColumn } from "../../personal-data"
import { RESOLVED, isSameText } from "./finding-rows"
import type { FindingRow } from "./finding-rows"
import { placeOf, storedNumbers } from "./stored-numbers"
import type { StoredNumber } from "./stored-numbers"

/** Whatever the detectors find has ten digits with at most three other characters between two. */
const MAY_HOLD_ONE = "[0-9]([^0-9]{0,3}[0-9]){9}"

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export type Batch = {
  table: string
  columns: readonly TextColumn[]
  /** The last row that was read; empty at the beginning of a table. */
  after: string
  size: number
  today: string
  now: Date
}

type Found = StoredNumber & { row: string; column: string }

type StoredRow = { id: string } & Record<string, unknown>

const readRows = (
  transaction: Knex.Transaction,
  { table, columns, after, size }: Batch
): Promise<StoredRow[]> => {
  const values = columns.map(({ column }, index) => {
    const name = `t.${quoted(column)}`
    return `CASE WHEN ${name}::text ~ '${MAY_HOLD_ONE}' THEN ${name} END AS c${index.toString()}`
  })
  return selectRows<StoredRow>(
    transaction,
    `SELECT t.id::text AS id, ${values.join(", ")} FROM ${quoted(table)} t WHERE t.id::text > ?
      ORDER BY t.id::text LIMIT ?`,
    [after, size]
  )
}

const numbersIn = (rows: readonly StoredRow[], { columns, today }: Batch): Found[] =>
  rows.flatMap((row) =>
    columns.flatMap(({ column }, index) =>
      storedNumbers(row[`c${index.toString()}`], column, today).map((found) => ({
        ...found,
        row: row.id,
        column,
      }))
    )
  )

const keyOf = (row: string, place: Parameters<typeof placeOf>[0]): string =>
  `${row} ${placeOf(place)}`

const INSERT = `INSERT INTO dk_access_finding (id, table_name, column_name, row_id, path, kind, masked, state, found_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?) ON CONFLICT DO NOTHING`

/** Findings of the batch's rows, also of rows that are gone since. */
const readKnown = (
  transaction: Knex.Transaction,
  { table, after }: Batch,
  last: string | null
): Promise<FindingRow[]> =>
  selectRows<FindingRow>(
    transaction,
    `SELECT * FROM dk_access_finding WHERE table_name = ? AND state <> 'resolved' AND row_id > ?
        AND (?::text IS NULL OR row_id <= ?) FOR UPDATE`,
    [table, after, last, last]
  )

const changeKnown = async (
  transaction: Knex.Transaction,
  finding: FindingRow,
  found: readonly Found[],
  { secrets, now }: { secrets: Secrets; now: Date }
): Promise<void> => {
  if (found.length === 0) {
    await selectRows(
      transaction,
      `UPDATE dk_access_finding SET ${RESOLVED}, changed_by = NULL, changed_at = ?, updated_at = ? WHERE id = ?`,
      [now, now, finding.id]
    )
    return
  }
  const isAsSaid =
    finding.state === "open" || found.every(({ text }) => isSameText(secrets, finding, text))
  if (isAsSaid) return
  await selectRows(
    transaction,
    `UPDATE dk_access_finding SET state = 'open', digest = NULL, changed_by = NULL, changed_at = NULL, found_at = ?, updated_at = ? WHERE id = ?`,
    [now, now, finding.id]
  )
}

/**
 * Reads the next rows of a table in the order of their ids, writes down what is new in them and closes findings whose
 * number is gone.
 *
 * @returns how many rows were read, and the last of them; null at the end of the table
 */
export const scanBatch = async (
  transaction: Knex.Transaction,
  batch: Batch,
  secrets: Secrets
): Promise<{ rows: number; last: string | null }> => {
  const { table, columns, now, size } = batch
  const rows = columns.length === 0 ? [] : await readRows(transaction, batch)
  const last = rows.length === size ? (rows.at(-1)?.id ?? null) : null
  const found = new Map<string, Found[]>()
  for (const one of numbersIn(rows, batch)) {
    const key = keyOf(one.row, one)
    found.set(key, [...(found.get(key) ?? []), one])
  }
  for (const finding of await readKnown(transaction, batch, last)) {
    const key = keyOf(finding.row_id, { ...finding, column: finding.column_name })
    await changeKnown(transaction, finding, found.get(key) ?? [], { secrets, now })
  }
  for (const [one] of found.values()) {
    if (!one) continue
    const id = generateEntityId(undefined, "dkfind")
    const place = [table, one.column, one.row, one.path, one.kind, one.masked]
    await selectRows(transaction, INSERT, [id, ...place, now])
  }
  return { rows: rows.length, last }
}
