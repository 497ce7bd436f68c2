import { generateEntityId } from "@medusajs/framework/utils"
import { breachDeadline } from "../../rules"
import { conflict, notFound } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { hoursAt } from "./domain/clock"
import type { ClockPeriod } from "./domain/clock"
import type { BreachAction } from "./domain/events"
import type { BreachFacts } from "./domain/facts"
import type { BreachSource, QuickStart } from "./domain/kinds"
import { isId } from "./domain/ids"
import { applyToBreach, mustReport, whyNotNow } from "./domain/machine"
import type { FoldedBreach } from "./domain/machine"
import { addBreachLine, foldBreachTimeline, readBreachTimeline } from "./timeline"
import type { BreachLine, NewBreachEvent } from "./timeline"

export type BreachRow = {
  id: string
  controller_id: string
  title: string
  state: "open" | "closed"
  is_drill: boolean
  aware_at: Date | null
  deadline_at: Date | null
  must_report: boolean
  first_reported_at: Date | null
  closed_at: Date | null
  opened_by: string
  created_at: Date
}

/** A case with its whole timeline and what it says. */
export type KnownBreach = { row: BreachRow; timeline: BreachLine[]; folded: FoldedBreach }

const TABLE = "dk_breach"

/** What the row repeats of the timeline. */
const repeatsOf = (folded: FoldedBreach, clock: readonly ClockPeriod[], now: Date) => {
  const { facts, reports, state } = folded
  const aware = facts?.aware_at == null ? null : new Date(facts.aware_at)
  const reported = reports.map(({ reported_at: at }) => at.getTime())
  return {
    ...(facts && { title: facts.title }),
    state,
    aware_at: aware,
    deadline_at: aware && breachDeadline(aware, { hours: hoursAt(clock, aware) }),
    must_report: mustReport(folded),
    first_reported_at: reported.length === 0 ? null : new Date(Math.min(...reported)),
    updated_at: now,
  }
}

/** A case with its timeline. Throws not_found. */
export const readBreach = async (
  connection: Knex | Knex.Transaction,
  id: string
): Promise<KnownBreach> => {
  const [row] = isId(id)
    ? await selectRows<BreachRow>(
        connection,
        `SELECT * FROM ${TABLE} WHERE id = ? AND deleted_at IS NULL`,
        [id]
      )
    : []
  if (!row) throw notFound("No breach has this id.")
  const timeline = await readBreachTimeline(connection, id)
  return { row, timeline, folded: foldBreachTimeline(timeline) }
}

const MESSAGES: Readonly<Record<string, string>> = {
  closed: "The case is closed. Open it again first.",
  not_closed: "The case is open.",
  not_described: "Describe the breach first.",
  not_aware: "Say when the shop became reasonably certain first.",
  no_notice: "Write what the people are told first.",
  notice_incomplete:
    "Describe what happened, to which data, what it can mean and what was done first.",
  notices_started: "People are being told already.",
  not_assessed: "Assess the risk, or note that it was no breach, first.",
  not_reported: "The authority has not been told all yet.",
  not_published: "The public notice has not been given yet.",
}

/** Throws a conflict with the word of `whyNotNow`. */
export const refuseUnlessPossible = (folded: FoldedBreach, action: BreachAction): void => {
  const problem = whyNotNow(folded, action)
  if (problem !== null) throw conflict(problem, MESSAGES[problem] ?? problem)
}

/** The case as it is while the transaction holds it: nobody changes it meanwhile. Throws not_found. */
export const holdBreach = async (
  transaction: Knex.Transaction,
  id: string
): Promise<KnownBreach> => {
  if (isId(id)) {
    await selectRows(transaction, `SELECT 1 FROM ${TABLE} WHERE id = ? FOR UPDATE`, [id])
  }
  return readBreach(transaction, id)
}

/** Adds one event to a case as the transaction holds it. Throws conflict with the word of `whyNotNow`. */
export const addToBreach = async (
  transaction: Knex.Transaction,
  { known, clock }: { known: KnownBreach; clock: readonly ClockPeriod[] },
  change: NewBreachEvent
): Promise<KnownBreach> => {
  const { row, timeline, folded } = known
  refuseUnlessPossible(folded, change.event.type)
  const { id } = row
  const { now } = change
  const after = applyToBreach(folded, { ...change.event, at: now })
  await addBreachLine(transaction, { breachId: id, position: timeline.length + 1 }, change)
  await transaction(TABLE)
    .where({ id })
    .update({
      ...repeatsOf(after, clock, now),
      // A note to a closed case does not close it anew.
      closed_at: after.state === "closed" ? (row.closed_at ?? now) : null,
    })
  return readBreach(transaction, id)
}

/**
 * Adds one event to a case, in turn with others: of two at once, the second sees the first.
 *
 * @throws not_found, or conflict with the word of `whyNotNow`
 */
export const actOnBreach = async (
  transaction: Knex.Transaction,
  { id, clock }: { id: string; clock: readonly ClockPeriod[] },
  change: NewBreachEvent
): Promise<KnownBreach> =>
  addToBreach(transaction, { known: await holdBreach(transaction, id), clock }, change)

export type NewBreach = {
  controller_id: string
  source: BreachSource
  quick_start: QuickStart | null
  is_drill: boolean
  facts: BreachFacts
  opened_by: string
  clock: readonly ClockPeriod[]
  now: Date
}

/** Opens a case with what is known. */
export const openBreach = async (
  transaction: Knex.Transaction,
  { controller_id, source, quick_start, is_drill, facts, opened_by, clock, now }: NewBreach
): Promise<KnownBreach> => {
  const id = generateEntityId(undefined, "dkbrc")
  await transaction(TABLE).insert({
    ...{ id, controller_id, title: facts.title, is_drill, opened_by, created_at: now },
  })
  const event = { type: "opened", source, quick_start, is_drill } as const
  await addBreachLine(transaction, { breachId: id, position: 1 }, { event, actor: opened_by, now })
  return actOnBreach(
    transaction,
    { id, clock },
    { event: { type: "described", facts }, actor: opened_by, now }
  )
}

/** What the register can be sorted by; what comes last makes each of them one order. */
const SORTS = {
  deadline_at: `b.state = 'closed', b.is_drill, (b.must_report AND b.first_reported_at IS NULL) DESC, b.deadline_at NULLS LAST,
    b.created_at DESC, b.id`,
  created_at: "b.created_at, b.id",
  "-created_at": "b.created_at DESC, b.id",
} as const

export const BREACH_SORTS = Object.keys(SORTS) as (keyof typeof SORTS)[]

export type BreachFilters = {
  /** `deadline_at` when left out: open ones first, what is still to be reported and has the nearest limit at the top; drills after real ones. */
  order?: keyof typeof SORTS | undefined
  state?: "open" | "closed" | undefined
  is_drill?: boolean | undefined
  /** Part of a title, or the whole id. */
  q?: string | undefined
  limit: number
  offset: number
}

/** Cases in the order asked for. */
export const listBreaches = async (
  connection: Knex,
  controllerId: string,
  { order = "deadline_at", state, is_drill: isDrill, q, limit, offset }: BreachFilters
): Promise<{ rows: BreachRow[]; count: number }> => {
  const bindings = {
    ...{ controllerId, limit, offset, q: q || null },
    ...{ state: state ?? null, isDrill: isDrill ?? null },
  }
  const these = `FROM ${TABLE} b WHERE b.controller_id = :controllerId AND b.deleted_at IS NULL
    AND (:state::text IS NULL OR b.state = :state) AND (:isDrill::boolean IS NULL OR b.is_drill = :isDrill)
    AND (:q::text IS NULL OR b.id = :q OR strpos(lower(b.title), lower(:q)) > 0)`
  const rows = await selectRows<BreachRow>(
    connection,
    `SELECT b.* ${these} ORDER BY ${SORTS[order]} LIMIT :limit OFFSET :offset`,
    bindings
  )
  const [total] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count ${these}`,
    bindings
  )
  return { rows, count: total?.count ?? 0 }
}

/** Open cases, drills too, of which the authority must or may have to be told and has not been, the nearest limit first. @returns their ids */
export const findUnreported = async (connection: Knex, controllerId: string): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT id FROM ${TABLE} WHERE controller_id = ? AND closed_at IS NULL AND aware_at IS NOT NULL
        AND must_report AND first_reported_at IS NULL AND deleted_at IS NULL ORDER BY deadline_at, id`,
    [controllerId]
  )
  return rows.map(({ id }) => id)
}
