import { generateEntityId } from "@medusajs/framework/utils"
import { conflict, invalidField, notFound } from "../../shared/errors"
import { hidingValues, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { actOnBreach } from "./breaches"
import type { ClockPeriod } from "./domain/clock"
import { isId } from "./domain/ids"
import type { TipState } from "./domain/kinds"
import { linkedLine } from "./domain/tip-texts"

export type TipRow = {
  id: string
  message: string
  /** What they gave, else the account's. */
  email: string | null
  customer_id: string | null
  locale: string
  state: TipState
  breach_id: string | null
  created_at: Date
  decided_at: Date | null
}

export type NewTip = {
  controller_id: string
  message: string
  email: string | null
  /** Of somebody signed in; an account that is gone is nobody. */
  customer_id: string | null
  locale: string
  now: Date
}

/** Writes down what a customer reports. @returns its id */
export const addTip = async (
  connection: Knex,
  { controller_id, message, email, customer_id, locale, now }: NewTip
): Promise<string> => {
  const id = generateEntityId(undefined, "dkbrt")
  await hidingValues(
    connection.raw(
      `INSERT INTO dk_breach_tip (id, controller_id, message, tipster_email, customer_id, locale, created_at)
       VALUES (:id, :controller_id, :message, :email,
         (SELECT c.id FROM customer c WHERE c.id = :customer_id AND c.deleted_at IS NULL), :locale, :now)`,
      { id, controller_id, message, email, customer_id, locale, now }
    )
  )
  return id
}

const TIPS = `SELECT t.id, t.message, coalesce(t.tipster_email, c.email) AS email, t.customer_id, t.locale, t.state,
    t.breach_id, t.created_at, t.decided_at
  FROM dk_breach_tip t LEFT JOIN customer c ON c.id = t.customer_id AND c.deleted_at IS NULL`

/** One report. Throws not_found. */
export const readTip = async (
  connection: Knex | Knex.Transaction,
  controllerId: string,
  id: string
): Promise<TipRow> => {
  const [row] = isId(id)
    ? await selectRows<TipRow>(
        connection,
        `${TIPS} WHERE t.id = ? AND t.controller_id = ? AND t.deleted_at IS NULL`,
        [id, controllerId]
      )
    : []
  if (!row) throw notFound("No report has this id.")
  return row
}

export type TipFilters = { state?: TipState | undefined; limit: number; offset: number }

/** Reports, those nobody has looked at first, then the latest. */
export const listTips = async (
  connection: Knex,
  controllerId: string,
  { state, limit, offset }: TipFilters
): Promise<{ rows: TipRow[]; count: number }> => {
  const these = `t.controller_id = :controllerId AND t.deleted_at IS NULL AND (:state::text IS NULL OR t.state = :state)`
  const bindings = { controllerId, state: state ?? null, limit, offset }
  const rows = await selectRows<TipRow>(
    connection,
    `${TIPS} WHERE ${these} ORDER BY t.state <> 'new', t.created_at DESC, t.id LIMIT :limit OFFSET :offset`,
    bindings
  )
  const [total] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count FROM dk_breach_tip t WHERE ${these}`,
    bindings
  )
  return { rows, count: total?.count ?? 0 }
}

type Decided = { controllerId: string; id: string; decidedBy: string; now: Date }

/** Throws not_found, or conflict `decided_already`. The row stays locked, so of two at once the second is refused. */
const claimTip = async (
  transaction: Knex.Transaction,
  { controllerId, id }: Pick<Decided, "controllerId" | "id">
): Promise<TipRow> => {
  if (isId(id)) {
    await selectRows(transaction, "SELECT 1 FROM dk_breach_tip WHERE id = ? FOR UPDATE", [id])
  }
  const tip = await readTip(transaction, controllerId, id)
  if (tip.state !== "new") {
    throw conflict("decided_already", "Somebody has decided what becomes of this report.")
  }
  return tip
}

const decide = (
  transaction: Knex.Transaction,
  { id, decidedBy, now }: Decided,
  decision: { state: TipState; breach_id: string | null }
): Promise<unknown> =>
  transaction("dk_breach_tip")
    .where({ id })
    .update({ ...decision, decided_by: decidedBy, decided_at: now, updated_at: now })

/**
 * Links a report to the case it belongs to, once, and says on the timeline when it came.
 *
 * @throws not_found, conflict `decided_already`, or invalid_data naming `breach_id` when the shop has no such case
 */
export const linkTip = async (
  transaction: Knex.Transaction,
  { breachId, clock, locale, ...decided }: Decided & Linked
): Promise<void> => {
  const { created_at: receivedAt } = await claimTip(transaction, decided)
  const { controllerId, decidedBy: actor, now } = decided
  const found = await selectRows(
    transaction,
    "SELECT 1 FROM dk_breach WHERE id = ? AND controller_id = ? AND deleted_at IS NULL",
    [breachId, controllerId]
  )
  if (found.length === 0) throw invalidField("breach_id", "not_found", "no breach has this id.")
  await decide(transaction, decided, { state: "linked", breach_id: breachId })
  const event = { type: "noted", text: linkedLine(receivedAt, locale) } as const
  await actOnBreach(transaction, { id: breachId, clock }, { event, actor, now })
}

type Linked = { breachId: string; clock: readonly ClockPeriod[]; locale: "da" | "en" }

/** Nothing is to be done about a report. Throws not_found, or conflict `decided_already`. */
export const dismissTip = async (
  transaction: Knex.Transaction,
  decided: Decided
): Promise<void> => {
  await claimTip(transaction, decided)
  await decide(transaction, decided, { state: "dismissed", breach_id: null })
}
