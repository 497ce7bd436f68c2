import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { createStatement, HELPER_INDEXES } from "../domain/helper-indexes"
import type { HelperIndex } from "../domain/helper-indexes"

/**
 * `broken`: left by a CREATE INDEX CONCURRENTLY that was stopped; it costs writing and answers nothing.
 * `being_made`: by another process, now.
 */
export type HelperState = "present" | "missing" | "broken" | "being_made"

type Found = {
  name: string
  has_table: boolean
  is_valid: boolean | null
  is_being_made: boolean
}

const stateOf = ({ is_valid, is_being_made }: Found): HelperState => {
  if (is_valid === null) return "missing"
  if (is_valid) return "present"
  return is_being_made ? "being_made" : "broken"
}

/** Helper indexes of the tables that this store has, with their state. Nothing is written. */
export const readHelperIndexes = async (
  connection: Knex,
  indexes: readonly HelperIndex[] = HELPER_INDEXES
): Promise<{ index: HelperIndex; state: HelperState }[]> => {
  const rows = await selectRows<Found>(
    connection,
    `SELECT asked.name, to_regclass(quote_ident(asked.owner)) IS NOT NULL AS has_table, i.indisvalid AS is_valid,
            EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = c.oid) AS is_being_made
       FROM unnest(?::text[], ?::text[]) AS asked(name, owner)
       LEFT JOIN pg_class c ON c.relname = asked.name AND c.relnamespace = current_schema()::regnamespace
       LEFT JOIN pg_index i ON i.indexrelid = c.oid`,
    [indexes.map(({ name }) => name), indexes.map(({ table }) => table)]
  )
  const found = new Map(rows.map((row) => [row.name, row]))
  return indexes.flatMap((index) => {
    const row = found.get(index.name)
    return row?.has_table === true ? [{ index, state: stateOf(row) }] : []
  })
}

/**
 * Makes the indexes that are missing and makes broken ones anew, one after the other, while the store goes on
 * writing. Stopped anywhere and run again it goes on; what another process is making is left to it. No transaction
 * stands around it: an open one would make Postgres wait for itself.
 *
 * @param told called before each
 */
export const createHelperIndexes = async (
  connection: Knex,
  told: (index: HelperIndex) => void
): Promise<void> => {
  for (const asked of HELPER_INDEXES) {
    for (const { index, state } of await readHelperIndexes(connection, [asked])) {
      if (state !== "missing" && state !== "broken") continue
      told(index)
      if (state === "broken") {
        await connection.raw(`DROP INDEX CONCURRENTLY IF EXISTS "${index.name}"`)
      }
      await connection.raw(createStatement(index))
    }
  }
}
