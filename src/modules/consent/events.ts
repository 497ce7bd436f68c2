import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { EventSource, EventState } from "./domain/consent-state"
import type { ChoiceMethod } from "./domain/cookie-choice"

/** An event to be written. */
export type NewEvent = {
  subject_key: string
  purpose: string
  channel: string | null
  state: EventState
  source: EventSource
  place: string
  notice: { id: string; sha256: string } | null
  order_id?: string
  /** How a choice of cookies was made. */
  method?: ChoiceMethod
  /** The same key is written once, whoever comes first. */
  natural_key: string
  /** ISO 8601 in UTC. */
  occurred_at: string
}

const INSERT = `INSERT INTO dk_consent_event (id, controller_id, subject_key, purpose, channel, state, source, place,
    natural_key, notice_id, notice_sha256, order_id, method, occurred_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (controller_id, natural_key) DO NOTHING RETURNING id`

/** Writes events that are not there yet. @returns how many were written now */
export const writeEvents = async (
  transaction: Knex,
  controllerId: string,
  events: readonly NewEvent[]
): Promise<number> => {
  let written = 0
  for (const event of events) {
    const rows = await selectRows(transaction, INSERT, [
      generateEntityId("", "dkcevt"),
      controllerId,
      event.subject_key,
      event.purpose,
      event.channel,
      event.state,
      event.source,
      event.place,
      event.natural_key,
      event.notice?.id ?? null,
      event.notice?.sha256 ?? null,
      event.order_id ?? null,
      event.method ?? null,
      event.occurred_at,
    ])
    written += rows.length
  }
  return written
}
