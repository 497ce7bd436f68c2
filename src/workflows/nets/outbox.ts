import type { Outbox } from "../../shared/outbox"
import type { Knex } from "../../shared/postgres"

/** The inbox of webhooks: one payment session is worked on by one server at a time. */
export const NETS_INBOX: Outbox = { table: "dk_nets_receipt", group: "session_id" }

/** Leaves claimed rows open for staff to see. They are looked at again daily, until what is wrong is set right. */
export const leaveOpen = async (
  connection: Knex,
  { table }: Outbox,
  ids: readonly string[],
  outcome: string
): Promise<void> => {
  const sql = `UPDATE ?? SET outcome = ?, claimed_until = NULL, updated_at = now(),
      next_attempt_at = now() + interval '1 day'
    WHERE id = ANY(?)`
  await connection.raw(sql, [table, outcome, [...ids]])
}
