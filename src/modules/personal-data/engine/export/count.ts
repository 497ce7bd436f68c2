import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { rulesOf } from "../../domain/export/found"
import type { HeldTable } from "../../domain/export/summary"
import type { CategoryCount } from "../assess"
import { findContents } from "./contents"
import type { ExportInput, ExportTable } from "./contents"

/** How many rows of each table an export holds, and what the map says of what stands in them. */
export const lookUpHeld = async (
  transaction: Knex.Transaction,
  tables: readonly ExportTable[]
): Promise<HeldTable[]> => {
  const held: HeldTable[] = []
  for (const { name, category, kinds, statement } of tables) {
    const [found] = await selectRows<{ rows: number; kinds: number | null }>(
      transaction,
      `SELECT count(*)::int AS rows, bit_or(held.kinds) AS kinds FROM (${statement.sql}) AS held`,
      statement.bindings
    )
    const rules = rulesOf(kinds, found?.kinds ?? 0)
    held.push({ name, category, rows: found?.rows ?? 0, rules })
  }
  return held
}

/**
 * How many rows of each category an export of the person holds, from one snapshot. Nobody found is an empty list.
 *
 * @throws not_found for a customer id that does not exist
 * @throws invalid_data `selection_id` or `confirmed_order_ids`
 */
export const countHeld = (connection: Knex, input: ExportInput): Promise<CategoryCount[]> =>
  connection.transaction(
    async (transaction) => {
      const { tables } = await findContents(transaction, input)
      const totals = new Map<string, number>()
      for (const { category, rows } of await lookUpHeld(transaction, tables)) {
        totals.set(category, (totals.get(category) ?? 0) + rows)
      }
      return [...totals]
        .filter(([, rows]) => rows > 0)
        .map(([category, rows]) => ({ category, rows }))
        .sort((a, b) => a.category.localeCompare(b.category))
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
