import { generateEntityId } from "@medusajs/framework/utils"
import { conflict, notFound } from "../../shared/errors"
import type { Outbox } from "../../shared/outbox"
import { selectRows, withLock } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { taskAfter } from "./domain/recipients"
import type { TaskAction, TaskCause, TaskState } from "./domain/recipients"

/** Mails to recipients; each task is a group of its own. */
export const TASKS: Outbox = { table: "dk_subject_request_recipient_task", group: "id" }

export type TaskRow = {
  id: string
  recipient_id: string
  cause: TaskCause
  /** Id of the erasure or the request. */
  cause_id: string
  order_ids: string[]
  state: TaskState
  round: number
  changed_by: string | null
  sent_at: Date | null
  confirmed_at: Date | null
  outcome: string | null
  created_at: Date
}

/** What happened to a person whom recipients are told of. */
export type Cause = { cause: TaskCause; cause_id: string; order_ids: string[]; at: Date }

/** Without an order number a mail would say of nobody in particular that something happened: staff tells it by hand. */
const MAKE = `
  INSERT INTO dk_subject_request_recipient_task (id, recipient_id, cause, cause_id, order_ids, next_attempt_at, outcome)
  SELECT :taskId, r.id, :cause, :causeId, :orderIds,
      CASE WHEN r.contact_email IS NULL OR NOT k.is_known THEN 'infinity'::timestamptz ELSE now() END,
      CASE WHEN NOT k.is_known THEN 'no_order_number' END
    FROM dk_subject_request_recipient r
    CROSS JOIN (SELECT EXISTS (SELECT 1 FROM "order" o WHERE o.id = ANY(:orderIds)) AS is_known) k
   WHERE r.id = :id
  ON CONFLICT (recipient_id, cause, cause_id) DO NOTHING`

const MISSING = `
  SELECT c.number::int AS number, r.id FROM unnest(:causes::text[], :ids::text[], :ats::timestamptz[]) WITH ORDINALITY AS c(cause, cause_id, at, number)
    JOIN dk_subject_request_recipient r ON r.origin = 'options' OR r.created_at <= c.at
   WHERE r.controller_id = :controllerId AND r.is_active AND r.deleted_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM dk_subject_request_recipient_task t WHERE t.recipient_id = r.id AND t.cause = c.cause AND t.cause_id = c.cause_id)
   ORDER BY c.number, r.id`

/**
 * One task for each recipient that is used, once per cause. A recipient that staff entered after it happened had nothing of the
 * person; those of the options were there before. One statement when no task is missing.
 */
export const makeTasks = async (
  connection: Knex,
  controllerId: string,
  causes: readonly Cause[]
): Promise<void> => {
  const missing = await selectRows<{ number: number; id: string }>(connection, MISSING, {
    controllerId,
    causes: causes.map(({ cause }) => cause),
    ids: causes.map(({ cause_id: id }) => id),
    ats: causes.map(({ at }) => at.toISOString()),
  })
  for (const { number, id } of missing) {
    const of = causes[number - 1]
    if (!of) continue
    const taskId = generateEntityId(undefined, "dkrcpt")
    const { cause, cause_id: causeId, order_ids: orderIds } = of
    await connection.raw(MAKE, { taskId, cause, causeId, orderIds, id })
  }
}

/** Corrections and restrictions that requests brought about in the last ninety days, with the orders they were about. */
export const causesOfRequests = (connection: Knex, controllerId: string): Promise<Cause[]> =>
  selectRows(
    connection,
    `SELECT e.data -> 'outcome' ->> 'kind' AS cause, r.id AS cause_id, e.occurred_at AS at,
        ARRAY(SELECT jsonb_array_elements_text(coalesce(e.data -> 'outcome' -> 'recipient_order_ids', '[]')) ORDER BY 1) AS order_ids
       FROM dk_subject_request_event e JOIN dk_subject_request r ON r.id = e.request_id
      WHERE r.controller_id = ? AND e.type IN ('completed', 'partly_completed') AND e.occurred_at > now() - interval '90 days'
        AND e.data -> 'outcome' ->> 'kind' IN ('rectification', 'restriction') ORDER BY e.occurred_at`,
    [controllerId]
  )

/** One task. Throws not_found. */
export const readTask = async (connection: Knex, id: string): Promise<TaskRow> => {
  const [row] = await selectRows<TaskRow>(
    connection,
    "SELECT * FROM dk_subject_request_recipient_task WHERE id = ? AND deleted_at IS NULL",
    [id]
  )
  if (!row) throw notFound("No task has this id.")
  return row
}

export type TaskFilters = {
  state?: TaskState | undefined
  cause_id?: string | undefined
  limit: number
  offset: number
}

/**
 * Tasks, those that wait first, the oldest first.
 *
 * @returns one page, and how many there are
 */
export const readTasks = async (
  connection: Knex,
  controllerId: string,
  { state, cause_id: causeId, limit, offset }: TaskFilters
): Promise<{ rows: (TaskRow & { recipient: string })[]; count: number }> => {
  const from = `FROM dk_subject_request_recipient_task t JOIN dk_subject_request_recipient r ON r.id = t.recipient_id
      WHERE r.controller_id = :controllerId AND (:state::text IS NULL OR t.state = :state)
        AND (:causeId::text IS NULL OR t.cause_id = :causeId)`
  const wanted = { controllerId, state: state ?? null, causeId: causeId ?? null }
  const rows = await selectRows<TaskRow & { recipient: string }>(
    connection,
    `SELECT t.*, r.name AS recipient ${from}
      ORDER BY t.state = 'confirmed', t.created_at, t.id LIMIT :limit OFFSET :offset`,
    { ...wanted, limit, offset }
  )
  const [counted] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count ${from}`,
    wanted
  )
  return { rows, count: counted?.count ?? 0 }
}

/** Numbers by which a recipient knows the orders. */
export const orderNumbers = async (
  connection: Knex,
  orderIds: readonly string[]
): Promise<number[]> => {
  const rows = await selectRows<{ display_id: number }>(
    connection,
    `SELECT display_id FROM "order" WHERE id = ANY(?) ORDER BY display_id`,
    [[...orderIds]]
  )
  return rows.map(({ display_id: number }) => number)
}

/**
 * Claims a task for staff, whether the job is done with it or not.
 *
 * @throws not_found, conflict `being_sent` while somebody mails it
 */
export const claimTask = (connection: Knex, id: string): Promise<TaskRow> =>
  // The lock under which the job claims its group.
  withLock(connection, `${TASKS.table}:${id}`, async (transaction) => {
    const task = await readTask(transaction, id)
    const claimed = await selectRows(
      transaction,
      `UPDATE dk_subject_request_recipient_task SET claimed_until = now() + interval '2 minutes', updated_at = now()
        WHERE id = ? AND (claimed_until IS NULL OR claimed_until < now()) RETURNING id`,
      [id]
    )
    if (claimed.length === 0) throw conflict("being_sent", "It is being mailed now.")
    return task
  })

/** Gives a claimed task back, with what came of its mail. */
export const releaseTask = async (
  connection: Knex,
  id: string,
  outcome: string | null
): Promise<void> => {
  await connection.raw(
    `UPDATE dk_subject_request_recipient_task SET claimed_until = NULL, outcome = coalesce(?, outcome), updated_at = now()
      WHERE id = ?`,
    [outcome, id]
  )
}

/** Begins a round with a mail of its own. */
export const beginRound = async (connection: Knex, id: string): Promise<TaskRow> => {
  await connection.raw(
    "UPDATE dk_subject_request_recipient_task SET round = round + 1, updated_at = now() WHERE id = ?",
    [id]
  )
  return readTask(connection, id)
}

/**
 * Writes what staff or the mail did. What stands already changes nothing; a failure begins a new round, whose mail is another.
 *
 * @throws not_found, conflict `confirmed_already` or `not_now`
 */
export const changeTask = (
  connection: Knex,
  id: string,
  { action, by }: { action: TaskAction; by: string }
): Promise<TaskRow> =>
  connection.transaction(async (transaction) => {
    await transaction.raw(
      "SELECT 1 FROM dk_subject_request_recipient_task WHERE id = ? FOR UPDATE",
      [id]
    )
    const task = await readTask(transaction, id)
    const state = taskAfter(task.state, action)
    if (state === null) {
      const code = task.state === "confirmed" ? "confirmed_already" : "not_now"
      throw conflict(code, "That is not possible in the task's state.")
    }
    if (state === task.state) return task
    const now = new Date()
    await transaction(TASKS.table)
      .where({ id })
      .update({
        ...{ state, changed_by: by, updated_at: now, claimed_until: null },
        // Nothing is mailed by itself after staff has taken it over.
        done_at: now,
        ...(action === "send" && { sent_at: now }),
        ...(action === "confirm" && { confirmed_at: now }),
        ...(action === "fail" && { round: task.round + 1 }),
      })
    return readTask(transaction, id)
  })

/**
 * Tasks that nobody confirmed in time: two weeks after they were sent, or a week in which they could not be. What was sent begins a
 * new round with it, whose mail is another.
 */
export const escalateTasks = async (connection: Knex): Promise<void> => {
  await connection.raw(
    `UPDATE dk_subject_request_recipient_task SET state = 'escalated', updated_at = now(),
        round = CASE WHEN state = 'sent' THEN round + 1 ELSE round END
      WHERE (state = 'sent' AND sent_at < now() - interval '14 days')
        OR (state IN ('open', 'failed') AND created_at < now() - interval '7 days')`
  )
}
