import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { IS_EXPECTED, IS_TOLD, IS_WAITING, TOLD } from "./notices"
import type { NoticeRow } from "./notices"

export type PeopleFilters = {
  state?: "told" | "untold" | "waiting" | undefined
  limit: number
  offset: number
}

/** Somebody affected, with each way that was tried. */
export type AffectedRow = {
  id: string
  customer_id: string | null
  order_id: string | null
  document_id: string | null
  has_protected_address: boolean
  is_told: boolean
  notices: (Pick<NoticeRow, "notice_channel" | "outcome"> & { done_at: string | null })[]
}

const STATES = {
  all: "true",
  told: IS_TOLD,
  untold: `NOT ${IS_TOLD}`,
  waiting: `NOT ${IS_TOLD} AND ${IS_WAITING}`,
} as const

const COLUMNS = `p.id, p.customer_id, p.order_id, p.document_id, p.has_protected_address, ${IS_TOLD} AS is_told,
  coalesce((SELECT jsonb_agg(jsonb_build_object('notice_channel', t.notice_channel, 'done_at', t.done_at,
      'outcome', CASE WHEN t.done_at IS NOT NULL THEN t.outcome END) ORDER BY t.created_at, t.id)
    FROM dk_breach_notice t WHERE t.breach_person_id = p.id), '[]') AS notices`

/** A page of those affected, protected addresses first. */
export const listAffected = async (
  connection: Knex,
  breachId: string,
  { state, limit, offset }: PeopleFilters
): Promise<{ rows: AffectedRow[]; count: number }> => {
  const these = `FROM dk_breach_person p WHERE p.breach_id = :breachId AND ${STATES[state ?? "all"]}`
  const bindings = { breachId, told: TOLD, limit, offset }
  const rows = await selectRows<AffectedRow>(
    connection,
    `SELECT ${COLUMNS} ${these} ORDER BY p.has_protected_address DESC, p.id LIMIT :limit OFFSET :offset`,
    bindings
  )
  const [total] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count ${these}`,
    bindings
  )
  return { rows, count: total?.count ?? 0 }
}

/** Whom staff calls or writes to: nobody has told them, and nothing waits to, but what has been refused for long. */
const TO_CALL = `
  SELECT p.id, p.customer_id, p.order_id, p.has_protected_address FROM dk_breach_person p
   WHERE p.breach_id = :breachId AND NOT ${IS_TOLD} AND NOT ${IS_EXPECTED}
     AND (NOT p.has_protected_address, p.id) > (:later::boolean, :id)
   ORDER BY NOT p.has_protected_address, p.id LIMIT :limit`

export type ToCall = Pick<AffectedRow, "id" | "customer_id" | "order_id" | "has_protected_address">

/** Those after `last` whom staff calls or writes to, protected addresses first. */
export const findToCall = (
  connection: Knex,
  breachId: string,
  { last, limit }: { last: ToCall | undefined; limit: number }
): Promise<ToCall[]> =>
  selectRows(connection, TO_CALL, {
    ...{ breachId, told: TOLD, limit, id: last?.id ?? "" },
    later: last !== undefined && !last.has_protected_address,
  })
