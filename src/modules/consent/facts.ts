import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { ConsentFact } from "./domain/consent-state"

/** An event as it is told, and as the fold sees it. */
export type EventFact = ConsentFact & {
  id: string
  subject_key: string
  place: string
  notice_id: string | null
  order_id: string | null
  occurred_at: Date
  soft_opt_in: boolean
}

/**
 * Consents to a text that a materially different one of its language has replaced. The first are over from the day the new
 * one came into force, unless the person has said something else in between; what a list claims says nothing. Consents beside
 * the older text after that day (an order from a cart that was filled before) are over the moment they are given, each of them.
 */
export const REPLACED = `
  SELECT DISTINCT ON (natural_key) r.* FROM (
    SELECT e.controller_id, e.subject_key, e.purpose, e.channel, n.id AS notice_id, n.sha256 AS notice_sha256,
      greatest(n.effective_from, e.occurred_at + interval '1 millisecond') AS occurred_at,
      concat_ws(':', 'superseded', e.subject_key, e.purpose, e.channel, n.id,
        CASE WHEN n.effective_from <= e.occurred_at THEN e.id END) AS natural_key
    FROM dk_consent_event e
    JOIN dk_consent_notice g ON g.id = e.notice_id
    JOIN dk_consent_notice n ON n.controller_id = e.controller_id AND n.kind = 'marketing' AND n.purpose = e.purpose
      AND n.channel = e.channel AND n.locale = g.locale AND n.material
      AND (n.effective_from, n.version) > (g.effective_from, g.version) AND n.effective_from <= now()
    WHERE e.controller_id = :controller AND e.state = 'given' AND e.source = 'asserted'
      AND (:keys::text[] IS NULL OR e.subject_key = ANY(:keys)) AND NOT EXISTS (
        SELECT 1 FROM dk_consent_event x
        WHERE x.subject_key = e.subject_key AND x.purpose = e.purpose AND x.channel = e.channel AND x.state <> 'shown'
          AND (x.source = 'asserted' OR x.state <> 'given') AND x.occurred_at > e.occurred_at
          AND x.occurred_at <= greatest(n.effective_from, e.occurred_at + interval '1 millisecond'))) r
  ORDER BY natural_key`

const SUPERSEDE = `
  INSERT INTO dk_consent_event (id, controller_id, subject_key, purpose, channel, state, source, place, natural_key,
    notice_id, notice_sha256, occurred_at)
  SELECT 'dkcevt_' || upper(replace(gen_random_uuid()::text, '-', '')), r.controller_id, r.subject_key, r.purpose, r.channel,
    'superseded', 'asserted', 'notice', r.natural_key, r.notice_id, r.notice_sha256, r.occurred_at
  FROM (${REPLACED}) r
  ON CONFLICT (controller_id, natural_key) DO NOTHING`

/** Writes down which consents a new text has replaced: of some people, or of everybody. */
export const supersede = async (
  connection: Knex,
  controllerId: string,
  keys: readonly string[] | null
): Promise<void> => {
  await connection.raw(SUPERSEDE, {
    controller: controllerId,
    keys: keys === null ? null : [...keys],
  })
}

const facts = (whose: string): string => `
  SELECT e.id, e.subject_key, e.purpose, e.channel, e.state, e.source, e.place, e.notice_id, e.notice_sha256, e.order_id,
    e.occurred_at, e.order_id IS NOT NULL AND coalesce(n.data ->> 'basis' = 'soft_opt_in', false) AS soft_opt_in
  FROM dk_consent_event e LEFT JOIN dk_consent_notice n ON n.id = e.notice_id
  WHERE e.controller_id = :controller AND ${whose}
  ORDER BY e.occurred_at DESC, e.id DESC`

const FACTS = facts("e.subject_key = ANY(:keys)")
const FACTS_OF_ORDER = facts("e.order_id = :order")

/** Everything known under some keys, latest first. */
export const factsOf = async (
  connection: Knex,
  controllerId: string,
  keys: readonly string[]
): Promise<EventFact[]> => {
  await supersede(connection, controllerId, keys)
  return selectRows<EventFact>(connection, FACTS, { controller: controllerId, keys: [...keys] })
}

/** What an order is evidence of, latest first. */
export const factsOfOrder = (
  connection: Knex,
  controllerId: string,
  orderId: string
): Promise<EventFact[]> =>
  selectRows<EventFact>(connection, FACTS_OF_ORDER, { controller: controllerId, order: orderId })
