import type { Client } from "@medusajs/framework/pg"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { exportStatement } from "../../src/modules/personal-data/domain/statements"
import type { Statement } from "../../src/modules/personal-data/domain/statements"
import { onlyCertain, resolveSubject } from "../../src/modules/personal-data/engine/resolve"
import { readSchema } from "../../src/modules/personal-data/engine/schema"
import { mappedTables } from "../../src/modules/personal-data/registry"
import "../../src/modules/buyer"
import "../../src/modules/consent"
import "../../src/modules/invoice"
import "../../src/modules/nets"
import "../../src/modules/personal-data"

/** COPY takes no parameters: the ids stand in its text. */
const inlined = ({ sql, bindings }: Statement): string => {
  const values = bindings.map((ids) => `'{${ids.map((id) => JSON.stringify(id)).join(",")}}'`)
  return sql.replace(/\?/g, () => values.shift() ?? "")
}

/** COPY of the rows that an access export of a person holds, by the keys the export finds. */
export const copyStatements = async (url: string, customerId: string): Promise<string[]> => {
  const connection = ModulesSdkUtils.createPgConnection({ clientUrl: url })
  try {
    const { keys: found } = await resolveSubject(connection, { customer_id: customerId })
    const keys = await onlyCertain(connection, found)
    const { all: schema } = await readSchema(connection)
    return mappedTables(schema).flatMap((map) => {
      const statement = exportStatement(map, schema, keys, "access")
      return statement ? [`COPY (SELECT row FROM (${inlined(statement)}) AS r) TO STDOUT`] : []
    })
  } finally {
    await connection.destroy()
  }
}

/** Runs them in one snapshot and reads all that comes; it is thrown away. */
export const copyAll = async (client: Client, statements: readonly string[]): Promise<void> => {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
  for (const statement of statements) await client.query(statement)
  await client.query("COMMIT")
}
