import { ifUnlocked, selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { createStatement, HELPER_INDEXES } from "../domain/helper-indexes"
import type { HelperIndex } from "../domain/helper-indexes"

/** `broken`: left by a CREATE INDEX CONCURRENTLY that was stopped; it costs writing and answers nothing. */
export type HelperState = "present" | "missing" | "broken"

type Found = { name: string; has_table: boolean; is_valid: boolean | null }

/** The helper indexes of this store's tables with their state. Nothing is written. */
export const readHelperIndexes = async (
  connection: Knex
): Promise<{ index: HelperIndex; state: HelperState }[]> => {
  const rows = await selectRows<Found>(
    connection,
    `SELECT asked.name, to_regclass(quote_ident(asked.owner)) IS NOT NULL AS has_table, i.indisvalid AS is_valid
       FROM unnest(?::text[], ?::text[]) AS asked(name, owner)
       LEFT JOIN pg_class c ON c.relname = asked.name AND c.relnamespace = current_schema()::regnamespace
       LEFT JOIN pg_index i ON i.indexrelid = c.oid`,
    [HELPER_INDEXES.map(({ name }) => name), HELPER_INDEXES.map(({ table }) => table)]
  )
  const found = new Map(rows.map((row) => [row.name, row]))
  return HELPER_INDEXES.flatMap((index) => {
    const row = found.get(index.name)
    if (row?.has_table !== true) return []
    const state = row.is_valid === null ? "missing" : row.is_valid ? "present" : "broken"
    return [{ index, state }]
  })
}

/**
 * Makes the indexes that are missing and makes broken ones anew, one after the other, while the store goes on
 * writing. Stopped anywhere and run again it goes on.
 *
 * @param told called before each
 * @returns false when another process is making them
 */
export const createHelperIndexes = (
  connection: Knex,
  told: (index: HelperIndex) => void
): Promise<boolean> =>
  ifUnlocked(connection, "dk_personal_data_helper_indexes", async () => {
    for (const { index, state } of await readHelperIndexes(connection)) {
      if (state === "present") continue
      told(index)
      if (state === "broken") {
        await connection.raw(`DROP INDEX CONCURRENTLY IF EXISTS "${index.name}"`)
      }
      await connection.raw(createStatement(index))
    }
  })
