import type { ExecArgs } from "@medusajs/framework/types"
import { postgres } from "../../../shared/postgres"
import { findDrift } from "../engine/drift"

/**
 * `npx medusa-plugin-denmark drift`: prints what the database has that the map has not, and the other way round. Ends with
 * exit code 1 when a column is not classified or a declared one is missing: for the checks of a store.
 */
const drift = async ({ container }: ExecArgs): Promise<void> => {
  const { unclassified, missing, tables, columns } = await findDrift(postgres(container))
  const lines = [
    `${tables.toString()} tables, ${columns.toString()} columns that can hold text`,
    `not classified: ${unclassified.length.toString()}`,
    ...unclassified.map(({ table, column, type }) => `  ${table}.${column} (${type})`),
    `declared, not in the database: ${missing.length.toString()}`,
    ...missing.map(({ table, column }) => `  ${table}.${column}`),
  ]
  process.stdout.write(`${lines.join("\n")}\n`)
  process.exitCode = unclassified.length + missing.length === 0 ? 0 : 1
}

export default drift
