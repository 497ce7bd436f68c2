import type { Knex } from "../../shared/postgres"
import type { ImportRow } from "./domain/import-rows"
import { writeEvents } from "./events"
import { subjectKey } from "./subjects"

/**
 * Writes that a list from elsewhere says somebody consented. Such a claim opens nothing. The same row again changes nothing.
 *
 * @returns true when it was news
 */
export const writeClaim = (
  connection: Knex,
  controllerId: string,
  { email, purpose, channel, given_at: at }: ImportRow
): Promise<boolean> =>
  connection.transaction(async (transaction) => {
    const key = await subjectKey(transaction, controllerId, { customer_id: null, email })
    const claim = {
      subject_key: key,
      purpose,
      channel,
      state: "given" as const,
      source: "claimed" as const,
      place: "import",
      notice: null,
      natural_key: ["import", key, purpose, channel, at].join(":"),
      occurred_at: at,
    }
    return (await writeEvents(transaction, controllerId, [claim])) > 0
  })
