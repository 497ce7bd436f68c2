import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../rules"
import { conflict, invalidField, notFound } from "../../shared/errors"
import { hidingValues, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { clockOf } from "./domain/clock"
import type { RequestChannel, RequestKind } from "./domain/kinds"
import { apply, whyNot } from "./domain/machine"
import type { FoldedRequest, RequestAction, RequestState } from "./domain/machine"
import { addToTimeline, foldTimeline, readTimeline } from "./timeline"
import type { NewEvent, TimelineRow } from "./timeline"

export type RequestRow = {
  id: string
  controller_id: string
  kind: RequestKind
  channel: RequestChannel
  locale: string
  received_on: string
  state: RequestState
  strict_on: string
  legal_on: string
  customer_id: string | null
  email: string | null
  name: string | null
  message: string | null
  representative_name: string | null
  authority_seen: string | null
  created_by: string | null
  /** Whom staff found it to be about; null: who asked. */
  subject_customer_id: string | null
  subject_email: string | null
  selection_id: string | null
  confirmed_order_ids: string[]
  erasure_id: string | null
  ended_at: Date | null
  created_at: Date
}

/** A request with its whole timeline and what it says. */
export type KnownRequest = { row: RequestRow; timeline: TimelineRow[]; folded: FoldedRequest }

type Connection = Knex | Knex.Transaction

const TABLE = "dk_subject_request"

/** Nothing can be asked for before the regulation applied. */
const FIRST_DAY = "2018-05-25"

const ENDED: ReadonlySet<RequestState> = new Set([
  "completed",
  "partly_completed",
  "refused",
  "withdrawn",
])

const datesOf = (folded: FoldedRequest, now: Date) => {
  const { strict, legal } = clockOf(folded, now)
  return { strict_on: strict, legal_on: legal }
}

export type RequestInput = Pick<
  RequestRow,
  | "controller_id"
  | "kind"
  | "channel"
  | "locale"
  | "received_on"
  | "customer_id"
  | "email"
  | "name"
  | "message"
  | "created_by"
> & {
  /** Given when the request had an id before it was one. */
  id?: string
  representative_name?: string | null
  authority_seen?: string | null
  now: Date
}

/** Throws invalid_data naming `received_on` for a day on which nothing can have come. */
export const refuseDay = (day: string, now: Date): void => {
  if (day > copenhagenDay(now)) throw invalidField("received_on", "not_yet", "lies ahead.")
  if (day < FIRST_DAY) {
    throw invalidField("received_on", "too_early", "lies before the regulation applied.")
  }
}

/**
 * Records a request; its clock runs from the day it came, not from when it was entered.
 *
 * @throws invalid_data naming `received_on`
 */
export const createRequest = (
  connection: Knex,
  { now, id = generateEntityId(undefined, "dkreq"), ...input }: RequestInput
): Promise<KnownRequest> =>
  connection.transaction(async (transaction) => {
    const { received_on: day, created_by: createdBy } = input
    refuseDay(day, now)
    const event = { type: "received", received_on: day } as const
    const folded = apply(null, { ...event, at: now })
    await hidingValues(
      transaction(TABLE).insert({
        ...{ id, ...input, state: folded.state, created_at: now },
        ...datesOf(folded, now),
      })
    )
    await addToTimeline(transaction, id, 1, { event, actor: createdBy ?? "person", now })
    return readRequest(transaction, id)
  })

/** A request with its timeline. Throws not_found. */
export const readRequest = async (connection: Connection, id: string): Promise<KnownRequest> => {
  const [row] = await selectRows<RequestRow>(
    connection,
    `SELECT * FROM ${TABLE} WHERE id = ? AND deleted_at IS NULL`,
    [id]
  )
  if (!row) throw notFound("No request has this id.")
  const timeline = await readTimeline(connection, id)
  return { row, timeline, folded: foldTimeline(timeline) }
}

const MESSAGES: Readonly<Record<string, string>> = {
  ended: "The request has ended; what comes after it is a new one.",
  not_now: "That is not possible in the request's state.",
  extended_already: "The request has been extended already; it can be extended once.",
  paused_already: "The clock stands still already.",
  not_paused: "The clock is running.",
}

/** Throws a conflict with the word of `whyNot` when the action is not possible now. */
export const refuseUnlessPossible = (folded: FoldedRequest, action: RequestAction): void => {
  const problem = whyNot(folded, action)
  if (problem !== null) throw conflict(problem, MESSAGES[problem] ?? problem)
}

/**
 * Adds one event to a request, in turn with others: of two at once, the second sees the first.
 *
 * @throws not_found, or conflict with the word of `whyNot`
 */
export const actOnRequest = async (
  transaction: Knex.Transaction,
  id: string,
  change: NewEvent
): Promise<KnownRequest> => {
  await transaction.raw(`SELECT 1 FROM ${TABLE} WHERE id = ? FOR UPDATE`, [id])
  const { timeline, folded } = await readRequest(transaction, id)
  refuseUnlessPossible(folded, change.event.type)
  const { now } = change
  const after = apply(folded, { ...change.event, at: now })
  await addToTimeline(transaction, id, timeline.length + 1, change)
  await transaction(TABLE)
    .where({ id })
    .update({
      ...{ state: after.state, ...datesOf(after, now), updated_at: now },
      ended_at: ENDED.has(after.state) ? now : null,
    })
  return readRequest(transaction, id)
}

/** What the list can be sorted by; what comes last makes each of them one order. */
const SORTS = {
  strict_on: "r.ended_at DESC NULLS FIRST, r.state = 'planned', r.strict_on, r.id",
  received_on: "r.received_on, r.created_at, r.id",
  "-received_on": "r.received_on DESC, r.created_at DESC, r.id",
} as const

export const REQUEST_SORTS = Object.keys(SORTS) as (keyof typeof SORTS)[]

export type RequestFilters = {
  /** `strict_on` when left out: the one to be answered first first; then planned ones, which have their answer; ended ones after. */
  order?: keyof typeof SORTS | undefined
  kind?: RequestKind | undefined
  /** Those that wait for an answer, or those that have one. */
  is_open?: boolean | undefined
  state?: RequestState | undefined
  /** Part of a name or an e-mail, or the whole id. */
  q?: string | undefined
  customer_id?: string | undefined
  limit: number
  offset: number
}

/**
 * Requests in the order asked for.
 *
 * @returns one page, and how many there are
 */
export const listRequests = async (
  connection: Connection,
  controllerId: string,
  {
    order = "strict_on",
    kind,
    is_open: isOpen,
    state,
    q,
    customer_id: customerId,
    ...page
  }: RequestFilters
): Promise<{ rows: RequestRow[]; count: number }> => {
  const from = `FROM ${TABLE} r
      WHERE r.controller_id = :controllerId AND r.deleted_at IS NULL
        AND (:kind::text IS NULL OR r.kind = :kind) AND (:customerId::text IS NULL OR :customerId IN (r.customer_id, r.subject_customer_id))
        AND (:isOpen::boolean IS NULL OR (r.ended_at IS NULL) = :isOpen) AND (:state::text IS NULL OR r.state = :state)
        AND (:q::text IS NULL OR r.id = :q OR strpos(lower(r.email), lower(:q)) > 0 OR strpos(lower(r.name), lower(:q)) > 0)`
  const wanted = {
    ...{ controllerId, kind: kind ?? null },
    ...{ isOpen: isOpen ?? null, customerId: customerId ?? null },
    ...{ state: state ?? null, q: q || null },
  }
  const rows = await selectRows<RequestRow>(
    connection,
    `SELECT r.* ${from} ORDER BY ${SORTS[order]} LIMIT :limit OFFSET :offset`,
    { ...wanted, ...page }
  )
  const [counted] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count ${from}`,
    wanted
  )
  return { rows, count: counted?.count ?? 0 }
}

/** Requests that wait for an answer, with an e-mail or of customers. */
export const findOpenRequests = (
  connection: Connection,
  controllerId: string,
  { email, customerIds }: { email: string; customerIds: readonly string[] }
): Promise<RequestRow[]> =>
  selectRows(
    connection,
    `SELECT * FROM ${TABLE} WHERE controller_id = :controllerId AND ended_at IS NULL AND deleted_at IS NULL
        AND (:email IN (lower(email), lower(subject_email)) OR customer_id = ANY(:customerIds) OR subject_customer_id = ANY(:customerIds))
      ORDER BY strict_on, id`,
    { controllerId, email, customerIds: [...customerIds] }
  )
