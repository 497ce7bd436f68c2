import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { conflict, invalidField, notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { addDays, addMonths, defaultDue, soonUntil } from "../domain/due-day"
import type { Certificate, PostReason } from "../domain/staff-check-words"

export type StaffCheckRow = {
  id: string
  user_id: string | null
  employee_reference: string | null
  kind: Certificate
  reason: PostReason
  seen_by: string
  seen_on: string
  next_due: string
  completed: boolean
  left_on: string | null
}

type Sighting = { seen_on: string; next_due?: string | undefined; completed: boolean }

export type NewStaffCheck = Sighting & {
  user_id?: string | undefined
  employee_reference?: string | undefined
  kind: Certificate
  reason: PostReason
}

type Act = { by: string; now: Date }

const TABLE = "dk_access_staff_check"
const LONGEST_MONTHS = 60
const KEPT_DAYS = 30

/** When it is to be seen again, checked. */
const dueOf = ({ seen_on: seenOn, next_due: due }: Sighting, now: Date): string => {
  if (seenOn > copenhagenDay(now)) {
    throw invalidField("seen_on", "day_ahead", "the day has not come yet.")
  }
  const next = due ?? defaultDue(seenOn)
  if (next <= seenOn || next > addMonths(seenOn, LONGEST_MONTHS)) {
    throw invalidField("next_due", "day_wrong", "must be after seen_on, at most five years.")
  }
  return next
}

const refuseUnknownUser = async (transaction: Knex.Transaction, id: string): Promise<void> => {
  const [user] = await selectRows(
    transaction,
    `SELECT 1 FROM "user" WHERE id = ? AND deleted_at IS NULL`,
    [id]
  )
  if (!user) throw invalidField("user_id", "user_unknown", "no user has this id.")
}

/** @throws not_found */
export const readStaffCheck = async (
  connection: Knex | Knex.Transaction,
  id: string
): Promise<StaffCheckRow> => {
  const [check] = await selectRows<StaffCheckRow>(
    connection,
    `SELECT * FROM ${TABLE} WHERE id = ?`,
    [id]
  )
  if (!check) throw notFound("No staff check has this id.")
  return check
}

/**
 * Records that a certificate was seen.
 *
 * @throws invalid_data naming the field; conflict `staff_check_exists` when the employee has one of the kind
 */
export const createStaffCheck = (
  connection: Knex,
  input: NewStaffCheck,
  { by, now }: Act
): Promise<StaffCheckRow> =>
  withLock(connection, TABLE, async (transaction) => {
    const { user_id: userId, employee_reference: reference, kind, reason } = input
    const due = dueOf(input, now)
    if (userId !== undefined) await refuseUnknownUser(transaction, userId)
    const [present] = await selectRows(
      transaction,
      `SELECT 1 FROM ${TABLE} WHERE left_on IS NULL AND kind = ? AND (user_id = ? OR employee_reference = ?)`,
      [kind, userId ?? null, reference ?? null]
    )
    if (present) {
      throw conflict(
        "staff_check_exists",
        "There is one of this kind: record that it was seen again."
      )
    }
    const id = generateEntityId(undefined, "dkcheck")
    await selectRows(
      transaction,
      `INSERT INTO ${TABLE} (id, user_id, employee_reference, kind, reason, seen_by, seen_on, next_due, completed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, userId ?? null, reference ?? null, kind, reason],
        ...[by, input.seen_on, due, input.completed],
      ]
    )
    return readStaffCheck(transaction, id)
  })

const lockCheck = async (transaction: Knex.Transaction, id: string): Promise<StaffCheckRow> => {
  const check = await readStaffCheck(transaction, id)
  if (check.left_on !== null) throw conflict("employee_left", "The employee has left.")
  return check
}

/**
 * Records that the certificate was seen again; what was seen before is not kept.
 *
 * @throws not_found, invalid_data naming the field, conflict `employee_left`
 */
export const seeAgain = (
  connection: Knex,
  id: string,
  sighting: Sighting,
  { by, now }: Act
): Promise<StaffCheckRow> =>
  withLock(connection, TABLE, async (transaction) => {
    const check = await lockCheck(transaction, id)
    if (sighting.seen_on < check.seen_on) {
      throw invalidField("seen_on", "day_passed", "is before the day it was last seen.")
    }
    await selectRows(
      transaction,
      `UPDATE ${TABLE} SET seen_by = ?, seen_on = ?, next_due = ?, completed = ?, updated_at = ? WHERE id = ?`,
      [by, sighting.seen_on, dueOf(sighting, now), sighting.completed, now, id]
    )
    return readStaffCheck(transaction, id)
  })

/**
 * Records that the employee left: thirty days later it is deleted.
 *
 * @throws not_found, invalid_data naming the field, conflict `employee_left`
 */
export const recordLeaving = (
  connection: Knex,
  id: string,
  leftOn: string,
  now: Date
): Promise<StaffCheckRow> =>
  withLock(connection, TABLE, async (transaction) => {
    await lockCheck(transaction, id)
    if (leftOn > copenhagenDay(now)) {
      throw invalidField("left_on", "day_ahead", "the day has not come yet.")
    }
    await selectRows(transaction, `UPDATE ${TABLE} SET left_on = ?, updated_at = ? WHERE id = ?`, [
      leftOn,
      now,
      id,
    ])
    return readStaffCheck(transaction, id)
  })

/** Deletes a check for good. @throws not_found */
export const deleteStaffCheck = async (connection: Knex, id: string): Promise<void> => {
  await readStaffCheck(connection, id)
  await selectRows(connection, `DELETE FROM ${TABLE} WHERE id = ?`, [id])
}

/** Checks, those that ask for something first; how many there are, and how many ask. */
export const listStaffChecks = async (
  connection: Knex,
  { limit, offset, now }: { limit: number; offset: number; now: Date }
): Promise<{ rows: StaffCheckRow[]; count: number; asking: number }> => {
  const rows = await selectRows<StaffCheckRow>(
    connection,
    `SELECT * FROM ${TABLE} ORDER BY left_on IS NOT NULL, next_due, id LIMIT ? OFFSET ?`,
    [limit, offset]
  )
  const [counts] = await selectRows<{ count: number; asking: number }>(
    connection,
    `SELECT count(*)::int AS count, (count(*) FILTER (WHERE left_on IS NULL AND next_due <= ?))::int AS asking FROM ${TABLE}`,
    [soonUntil(copenhagenDay(now))]
  )
  return { rows, count: counts?.count ?? 0, asking: counts?.asking ?? 0 }
}

/** Checks of those who work here that are due within the notice, or were. */
export const readAsking = (connection: Knex, now: Date): Promise<StaffCheckRow[]> =>
  selectRows<StaffCheckRow>(
    connection,
    `SELECT c.* FROM ${TABLE} c LEFT JOIN "user" u ON u.id = c.user_id
      WHERE c.left_on IS NULL AND c.next_due <= ? AND (c.user_id IS NULL OR u.deleted_at IS NULL AND u.id IS NOT NULL)
      ORDER BY c.next_due, c.id`,
    [soonUntil(copenhagenDay(now))]
  )

/** Deletes the checks of those who left thirty days ago, or whose user Medusa deleted so long ago. */
export const dropLeftStaffChecks = async (connection: Knex, now: Date): Promise<void> => {
  const day = addDays(copenhagenDay(now), -KEPT_DAYS)
  await selectRows(
    connection,
    `DELETE FROM ${TABLE} c WHERE c.left_on <= ? OR (c.user_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "user" u WHERE u.id = c.user_id
          AND (u.deleted_at IS NULL OR (u.deleted_at AT TIME ZONE 'Europe/Copenhagen')::date > ?::date)))`,
    [day, day]
  )
}
