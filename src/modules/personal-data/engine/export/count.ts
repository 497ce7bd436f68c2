import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import type { CategoryCount } from "../assess"
import { findContents } from "./contents"
import type { ExportInput } from "./contents"

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
      for (const { category, statement } of tables) {
        const [row] = await selectRows<{ rows: number }>(
          transaction,
          `SELECT count(*)::int AS rows FROM (${statement.sql}) AS held`,
          statement.bindings
        )
        totals.set(category, (totals.get(category) ?? 0) + (row?.rows ?? 0))
      }
      return [...totals]
        .filter(([, rows]) => rows > 0)
        .map(([category, rows]) => ({ category, rows }))
        .sort((a, b) => a.category.localeCompare(b.category))
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
