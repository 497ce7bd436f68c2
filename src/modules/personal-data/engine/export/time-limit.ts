import { unexpected } from "../../../../shared/errors"
import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"

/** Where the transaction notes when it has to be over, in milliseconds of the database's clock. */
const ENDS_AT = "dk_personal_data.export_ends_at"
const NOW = "extract(epoch FROM clock_timestamp()) * 1000"

/** From now on no statement of the transaction runs longer than the whole export may take. */
export const startTimeLimit = async (
  transaction: Knex.Transaction,
  milliseconds: number
): Promise<void> => {
  const limit = milliseconds.toString()
  await selectRows(
    transaction,
    `SELECT set_config('${ENDS_AT}', (${NOW} + ?::numeric)::text, true), set_config('statement_timeout', ?, true)`,
    [limit, limit]
  )
}

/** Gives the next statement what is left of the time; throws when nothing is. */
export const keepTimeLimit = async (transaction: Knex.Transaction): Promise<void> => {
  const [row] = await selectRows<{ remaining: number }>(
    transaction,
    `SELECT remaining, set_config('statement_timeout', greatest(remaining, 1)::text, true)
       FROM (SELECT (current_setting('${ENDS_AT}')::numeric - ${NOW})::int AS remaining) t`
  )
  if (!row || row.remaining <= 0) throw unexpected("The export takes too long")
}
