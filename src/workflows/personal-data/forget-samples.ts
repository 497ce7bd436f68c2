import type { MedusaContainer } from "@medusajs/framework/types"
import { readSchema } from "../../modules/personal-data/engine/schema"
import { mappedTables } from "../../modules/personal-data/registry"
import { postgres, selectRows } from "../../shared/postgres"

/** Tables in parts, such as the index module's, have samples of their own, which only an ANALYZE by name renews. */
const PARTITIONED = `SELECT relname AS name FROM pg_class WHERE relkind = 'p' AND relnamespace = current_schema()::regnamespace`

/** Postgres keeps samples of values for its planner; they are taken anew from what is left. */
export const forgetSamples = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  const { all } = await readSchema(connection)
  const whole = await selectRows<{ name: string }>(connection, PARTITIONED)
  const own = mappedTables(all).filter(
    ({ table, subject }) => all.has(table) && subject !== "false"
  )
  const tables = new Set([...own.map(({ table }) => table), ...whole.map(({ name }) => name)])
  for (const table of tables) await connection.raw(`ANALYZE "${table}"`)
}
