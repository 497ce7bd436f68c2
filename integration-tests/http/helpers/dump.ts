import type { Knex } from "../../../src/shared/postgres"
import { selectRows } from "../../../src/shared/postgres"

type Named = { name: string }

/** Tables that hold rows themselves; a table in parts is copied whole. */
const tablesOf = (database: Knex | Knex.Transaction, schema: string): Promise<Named[]> =>
  selectRows<Named>(
    database,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
    [schema]
  )

const columnsOf = async (transaction: Knex.Transaction, table: string): Promise<string> => {
  const rows = await selectRows<Named>(
    transaction,
    `SELECT a.attname AS name FROM pg_attribute a WHERE a.attrelid = to_regclass(quote_ident(?)) AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum`,
    [table]
  )
  return rows.map(({ name }) => `"${name}"`).join(", ")
}

/** Copies every table as it is now, as a backup does. */
export const dumpTo = async (database: Knex, schema: string): Promise<void> => {
  await database.transaction(async (transaction) => {
    await transaction.raw(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    await transaction.raw(`CREATE SCHEMA ${schema}`)
    for (const { name } of await tablesOf(transaction, "public")) {
      await transaction.raw(`CREATE TABLE ${schema}."${name}" AS TABLE public."${name}"`)
    }
  })
}

const fill = async (
  transaction: Knex.Transaction,
  { schema, table, condition }: { schema: string; table: string; condition: string }
): Promise<void> => {
  const columns = await columnsOf(transaction, table)
  await transaction.raw(
    `INSERT INTO public."${table}" (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM ${schema}."${table}" d WHERE ${condition}`
  )
}

/** Puts every table back as it was, the plugin's own too, without any trigger. Numbers that count on are left. */
export const restoreFrom = async (database: Knex, schema: string): Promise<void> => {
  await database.transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    const tables = await tablesOf(transaction, schema)
    await transaction.raw(`TRUNCATE ${tables.map(({ name }) => `public."${name}"`).join(", ")}`)
    for (const { name } of tables) {
      await fill(transaction, { schema, table: name, condition: "true" })
    }
  })
}

/** Puts rows of a later backup beside those of the restored one: what was made since, by the ids it has not. */
export const addNewerFrom = async (database: Knex, schema: string): Promise<void> => {
  await database.transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    for (const { name } of await tablesOf(transaction, schema)) {
      const columns = await columnsOf(transaction, name)
      if (name.startsWith("dk_personal_data_") || !columns.includes(`"id"`)) continue
      const condition = `NOT EXISTS (SELECT 1 FROM public."${name}" p WHERE p.id = d.id)`
      await fill(transaction, { schema, table: name, condition })
    }
  })
}
