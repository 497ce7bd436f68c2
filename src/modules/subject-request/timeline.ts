import { generateEntityId } from "@medusajs/framework/utils"
import { unexpected } from "../../shared/errors"
import { hidingValues, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { foldRequest } from "./domain/machine"
import type { FoldedRequest, RequestEvent, TimedEvent } from "./domain/machine"
import { parseEvent } from "./domain/parse-event"

/** Who did it: the person themselves, the system, or a user by id. */
export type Actor = "person" | "system" | (string & {})

export type TimelineRow = {
  id: string
  position: number
  event: TimedEvent
  actor: Actor
  reason: string | null
}

type StoredEvent = Omit<TimelineRow, "event"> & {
  request_id: string
  type: string
  data: Record<string, unknown>
  occurred_at: Date
}

/** All that has happened to each of the requests, in order. */
export const readTimelines = async (
  connection: Knex | Knex.Transaction,
  requestIds: readonly string[]
): Promise<Map<string, TimelineRow[]>> => {
  const rows = await selectRows<StoredEvent>(
    connection,
    `SELECT e.id, e.request_id, e.position, e.type, e.data, e.actor, e.occurred_at, w.text AS reason
       FROM dk_subject_request_event e LEFT JOIN dk_subject_request_reason w ON w.id = e.id
      WHERE e.request_id = ANY(?) ORDER BY e.request_id, e.position`,
    [[...requestIds]]
  )
  const timelines = new Map<string, TimelineRow[]>()
  for (const { request_id: requestId, type, data, occurred_at: at, ...row } of rows) {
    const event = parseEvent(type, data)
    if (!event) throw unexpected(`Event ${row.id} of a request cannot be read`)
    const timeline = timelines.get(requestId) ?? []
    timelines.set(requestId, [...timeline, { ...row, event: { ...event, at } }])
  }
  return timelines
}

/** All that has happened to a request, in order. */
export const readTimeline = async (
  connection: Knex | Knex.Transaction,
  requestId: string
): Promise<TimelineRow[]> => (await readTimelines(connection, [requestId])).get(requestId) ?? []

/** What the timeline says of the request. */
export const foldTimeline = (timeline: readonly TimelineRow[]): FoldedRequest => {
  const request = foldRequest(timeline.map(({ event }) => event))
  if (!request) throw unexpected("A request has no timeline")
  return request
}

export type NewEvent = {
  event: RequestEvent
  actor: Actor
  /** In staff's words; may name the person. */
  reason?: string | undefined
  now: Date
}

/** Adds a line. The caller holds the row of the request, so positions have no gaps. */
export const addToTimeline = async (
  transaction: Knex.Transaction,
  requestId: string,
  position: number,
  { event: { type, ...data }, actor, reason, now }: NewEvent
): Promise<void> => {
  const id = generateEntityId(undefined, "dkrqe")
  await transaction("dk_subject_request_event").insert({
    ...{ id, request_id: requestId, position, type, actor },
    data: JSON.stringify(data),
    occurred_at: now,
  })
  if (reason !== undefined) {
    await hidingValues(
      transaction("dk_subject_request_reason").insert({ id, request_id: requestId, text: reason })
    )
  }
}
