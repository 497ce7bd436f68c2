import { generateEntityId } from "@medusajs/framework/utils"
import { notFound } from "../../../../shared/errors"
import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import type { RuleName } from "../../domain/retention/rules"

/** After so many nights only staff has it tried again. */
export const MAX_ATTEMPTS = 5

export type ParkedRow = {
  id: string
  rule: string
  item_id: string
  reason: string
  attempts: number
  tried_at: Date
}

type Connection = Knex | Knex.Transaction

/** True for an item `i` that is not tried this time: given up, or tried within half a day. */
export const IS_RESTING = `EXISTS (SELECT 1 FROM dk_personal_data_parked p
  WHERE p.rule = :rule AND p.item_id = i.id AND p.deleted_at IS NULL
    AND (p.attempts >= ${MAX_ATTEMPTS.toString()} OR (p.attempts > 0 AND p.tried_at > :now::timestamptz - interval '12 hours')))`

/** Sets items aside that could not be erased, with the reason: a table or a code. */
export const parkItems = async (
  transaction: Knex.Transaction,
  rule: RuleName,
  parked: ReadonlyMap<string, string>,
  now: Date
): Promise<void> => {
  if (parked.size === 0) return
  const items = [...parked]
  await transaction.raw(
    `INSERT INTO dk_personal_data_parked AS p (id, rule, item_id, reason, tried_at)
     SELECT n.id, ?, n.item_id, n.reason, ? FROM unnest(?::text[], ?::text[], ?::text[]) AS n(id, item_id, reason)
     ON CONFLICT (rule, item_id) DO UPDATE
        SET reason = excluded.reason, attempts = p.attempts + 1, tried_at = excluded.tried_at, updated_at = now()`,
    [
      ...[rule, now, items.map(() => generateEntityId(undefined, "dkprk"))],
      ...[items.map(([id]) => id), items.map(([, reason]) => reason)],
    ]
  )
}

/** Forgets items that could be erased after all. */
export const unparkItems = async (
  transaction: Knex.Transaction,
  rule: RuleName,
  ids: readonly string[]
): Promise<void> => {
  await transaction.raw("DELETE FROM dk_personal_data_parked WHERE rule = ? AND item_id = ANY(?)", [
    rule,
    [...ids],
  ])
}

/** Forgets items that are gone: erased with their person, or by the store itself. */
export const dropGone = async (
  transaction: Knex.Transaction,
  rule: RuleName,
  items: string
): Promise<void> => {
  await transaction.raw(
    `DELETE FROM dk_personal_data_parked p WHERE p.rule = ? AND NOT EXISTS (SELECT 1 FROM (${items}) i WHERE i.id = p.item_id)`,
    [rule]
  )
}

/** What could not be erased, the latest first. */
export const listParkedRows = (
  connection: Connection,
  { limit, offset }: { limit: number; offset: number }
): Promise<(ParkedRow & { total: number })[]> =>
  selectRows(
    connection,
    `SELECT *, count(*) OVER ()::int AS total FROM dk_personal_data_parked WHERE deleted_at IS NULL
      ORDER BY tried_at DESC, id DESC LIMIT ? OFFSET ?`,
    [limit, offset]
  )

/** Has the next sweep try it again, and as often as at first. Throws not_found. */
export const retryParkedRow = async (connection: Connection, id: string): Promise<ParkedRow> => {
  const [row] = await selectRows<ParkedRow>(
    connection,
    `UPDATE dk_personal_data_parked SET attempts = 0, updated_at = now() WHERE id = ? AND deleted_at IS NULL RETURNING *`,
    [id]
  )
  if (!row) throw notFound("Nothing parked has this id.")
  return row
}
