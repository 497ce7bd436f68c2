import { generateEntityId } from "@medusajs/framework/utils"
import { unexpected } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { parseBreachEvent } from "./domain/events"
import type { BreachEvent, TimedBreachEvent } from "./domain/events"
import { foldBreach } from "./domain/machine"
import type { FoldedBreach } from "./domain/machine"

/** `system`, or the id of a user. */
export type BreachActor = "system" | (string & {})

export type BreachLine = {
  id: string
  position: number
  event: TimedBreachEvent
  actor: BreachActor
}

type StoredEvent = Omit<BreachLine, "event"> & {
  type: string
  data: Record<string, unknown>
  occurred_at: Date
}

/** All that has happened in a case, in order. */
export const readBreachTimeline = async (
  connection: Knex | Knex.Transaction,
  breachId: string
): Promise<BreachLine[]> => {
  const rows = await selectRows<StoredEvent>(
    connection,
    `SELECT id, position, type, data, actor, occurred_at FROM dk_breach_event WHERE breach_id = ? ORDER BY position`,
    [breachId]
  )
  return rows.map(({ type, data, occurred_at: at, ...row }) => {
    const event = parseBreachEvent(type, data)
    if (!event) throw unexpected(`Event ${row.id} of a breach cannot be read`)
    return { ...row, event: { ...event, at } }
  })
}

/** What the timeline says of the case. */
export const foldBreachTimeline = (timeline: readonly BreachLine[]): FoldedBreach => {
  const breach = foldBreach(timeline.map(({ event }) => event))
  if (!breach) throw unexpected("A breach has no timeline")
  return breach
}

export type NewBreachEvent = { event: BreachEvent; actor: BreachActor; now: Date }

/** Adds a line. The caller holds the row of the case, so positions have no gaps. */
export const addBreachLine = async (
  transaction: Knex.Transaction,
  { breachId, position }: { breachId: string; position: number },
  { event: { type, ...data }, actor, now }: NewBreachEvent
): Promise<void> => {
  await transaction("dk_breach_event").insert({
    ...{ id: generateEntityId(undefined, "dkbre"), breach_id: breachId, position, type, actor },
    data: JSON.stringify(data),
    occurred_at: now,
  })
}
