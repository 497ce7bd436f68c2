import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { EventSource, EventState } from "./domain/consent-state"
import { writeEvents } from "./events"
import { lockSubject } from "./subjects"

/** What a person says of one purpose and channel; an objection has no channel and is about all marketing. */
export type Saying = {
  subject_key: string
  purpose: string
  channel: string | null
  state: Exclude<EventState, "shown" | "superseded">
  source: EventSource
  place: string
  notice: { id: string; sha256: string } | null
  /** The latest no that the address said under another key: a consent after it is news. */
  refused_at?: Date | undefined
}

type Last = { state: string | null; notice_id: string | null; at: Date | null; count: number }

const LAST = `
  SELECT count(*)::int AS count, (array_agg(e.state ORDER BY e.occurred_at DESC, e.id DESC))[1] AS state,
    (array_agg(e.notice_id ORDER BY e.occurred_at DESC, e.id DESC))[1] AS notice_id,
    max(e.occurred_at) AS at
  FROM dk_consent_event e
  WHERE e.subject_key = ? AND e.purpose = ? AND e.channel IS NOT DISTINCT FROM ? AND e.state <> 'shown'`

/**
 * Writes what a person says now. Saying the same of the same text again changes nothing; two who say it at once are one.
 * Runs in the caller's transaction, which holds the person's key to its end.
 *
 * @returns true when it was news
 */
export const say = async (
  transaction: Knex.Transaction,
  controllerId: string,
  saying: Saying
): Promise<boolean> => {
  const { refused_at: refusedAt, ...said } = saying
  const { subject_key: key, purpose, channel, state, notice } = said
  await lockSubject(transaction, key)
  const [last] = await selectRows<Last>(transaction, LAST, [key, purpose, channel])
  const saidAt = last?.at ?? null
  const isOlder = saidAt !== null && refusedAt !== undefined && saidAt < refusedAt
  const isSameText = state !== "given" || last?.notice_id === (notice?.id ?? null)
  if (last?.state === state && isSameText && !(state === "given" && isOlder)) return false
  const turn = ((last?.count ?? 0) + 1).toString()
  const [now] = await selectRows<{ now: Date }>(transaction, "SELECT clock_timestamp() AS now")
  const event = {
    ...said,
    natural_key: ["said", key, purpose, channel, turn].join(":"),
    occurred_at: (now?.now ?? new Date()).toISOString(),
  }
  return (await writeEvents(transaction, controllerId, [event])) > 0
}
