import type { ExecArgs } from "@medusajs/framework/types"
import { postgres } from "../../../shared/postgres"
import { declarationsOf } from "../domain/declarations"
import { findDrift } from "../engine/drift"
import { readSchema } from "../engine/schema"
import { mappedTables } from "../registry"

/**
 * `npx medusa-plugin-denmark classify`: prints declarations, as TypeScript, of all that the database has and the map has
 * not. Every guess carries a comment that says what to decide.
 */
const classify = async ({ container }: ExecArgs): Promise<void> => {
  const connection = postgres(container)
  const { unclassified } = await findDrift(connection)
  const { all } = await readSchema(connection)
  const known = new Set(mappedTables(all).map(({ table }) => table))
  process.stdout.write(
    unclassified.length === 0
      ? "// Every column is classified.\n"
      : declarationsOf(unclassified, known)
  )
}

export default classify
