import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { conflict, invalidField, notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { ERASURE_LOCK } from "./erasure-row"

export type StopKind = "tax_audit" | "court" | "authority" | "other"

export type StopRow = {
  id: string
  kind: StopKind
  reason: string
  ends_on: string
  created_by: string
  created_at: Date
  lifted_at: Date | null
  lifted_by: string | null
  lift_reason: string | null
}

const TABLE = "dk_personal_data_stop"

/** Until the end of its last day in Denmark, or until it is lifted. */
export const STOP_IN_FORCE = `s.lifted_at IS NULL AND s.deleted_at IS NULL AND s.ends_on >= :today`

/**
 * The stop that is in force, the one that ends last when there are several. While there is one nothing is erased: neither
 * what is past its term, invoices included, nor what a person asked for (GDPR Art. 17(3)(b) and (e)).
 */
export const findStop = async (
  connection: Knex | Knex.Transaction,
  now: Date
): Promise<StopRow | undefined> => {
  const [stop] = await selectRows<StopRow>(
    connection,
    `SELECT s.* FROM ${TABLE} s WHERE ${STOP_IN_FORCE} ORDER BY s.ends_on DESC, s.id LIMIT 1`,
    { today: copenhagenDay(now) }
  )
  return stop
}

const readStop = async (transaction: Knex.Transaction, id: string): Promise<StopRow> => {
  const [row] = await selectRows<StopRow>(
    transaction,
    `SELECT * FROM ${TABLE} WHERE id = ? AND deleted_at IS NULL`,
    [id]
  )
  if (!row) throw notFound("No stop has this id.")
  return row
}

export type StopInput = Pick<StopRow, "kind" | "reason" | "ends_on" | "created_by"> & { now: Date }

/**
 * Stops all erasing, in turn with it: an erasure that has not been committed yet does not run after it.
 *
 * @throws invalid_data naming `ends_on`
 */
export const createStop = (connection: Knex, { now, ...stop }: StopInput): Promise<StopRow> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    if (stop.ends_on < copenhagenDay(now)) {
      throw invalidField("ends_on", "day_passed", "the last day has passed.")
    }
    const id = generateEntityId(undefined, "dkstop")
    await transaction(TABLE).insert({ id, ...stop, created_at: now })
    return readStop(transaction, id)
  })

type Lift = { id: string; liftedBy: string; reason: string; now: Date }

/**
 * Ends a stop; that it was in force stays recorded.
 *
 * @throws not_found, or conflict `stop_lifted`
 */
export const liftStop = (connection: Knex, { id, liftedBy, reason, now }: Lift): Promise<StopRow> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const stop = await readStop(transaction, id)
    if (stop.lifted_at) throw conflict("stop_lifted", "The stop has been lifted already.")
    await transaction(TABLE)
      .where({ id })
      .update({ lifted_at: now, lifted_by: liftedBy, lift_reason: reason, updated_at: now })
    return readStop(transaction, id)
  })
