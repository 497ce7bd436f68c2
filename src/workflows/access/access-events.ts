import type { MedusaContainer } from "@medusajs/framework/types"
import { findStop } from "../../modules/personal-data"
import type AccessModuleService from "../../modules/access/service"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminAccessEvent } from "../../types/http"

/** What the log can be sorted by. */
const SORTS = { "-read_at": "e.read_at DESC, e.id", read_at: "e.read_at, e.id" } as const

export const ACCESS_EVENT_SORTS = Object.keys(SORTS) as (keyof typeof SORTS)[]

export type AccessEventFilters = {
  /** The newest first when left out. */
  order?: keyof typeof SORTS | undefined
  /** With the customer's orders and carts. */
  customer_id?: string | undefined
  /** An order or a cart. */
  subject_id?: string | undefined
  user_id?: string | undefined
  since?: string | undefined
  until?: string | undefined
  limit: number
  offset: number
}

type Row = Omit<AdminAccessEvent, "read_at" | "actor"> & {
  actor_type: string
  actor_id: string
  email: string | null
  read_at: Date
  total: number
}

const eventsBy = (order: keyof typeof SORTS): string => `
  WITH people AS (
    SELECT coalesce(:customer::text, :subject::text) AS id WHERE coalesce(:customer::text, :subject::text) IS NOT NULL
    UNION SELECT id FROM "order" WHERE customer_id = :customer
    UNION SELECT id FROM cart WHERE customer_id = :customer
    UNION SELECT x.id FROM "order" o JOIN (
        SELECT id, order_id FROM return UNION ALL SELECT id, order_id FROM order_claim UNION ALL SELECT id, order_id FROM order_exchange
      ) x ON x.order_id = o.id WHERE o.customer_id = :customer)
  SELECT e.id, e.actor_type, e.actor_id, u.email, e.role, e.route, e.purpose, e.subject_ids, e.count, e.read_at,
    count(*) OVER ()::int AS total
  FROM dk_access_event e LEFT JOIN "user" u ON u.id = e.actor_id
  WHERE (NOT EXISTS (SELECT 1 FROM people) OR e.subject_ids && ARRAY(SELECT id FROM people))
    AND (:user::text IS NULL OR e.actor_id = :user)
    AND (:since::timestamptz IS NULL OR e.read_at >= :since)
    AND (:until::timestamptz IS NULL OR e.read_at < :until)
  ORDER BY ${SORTS[order]} LIMIT :limit OFFSET :offset`

/** Who read whose data: by person, by member of staff, by time. */
export const listAccessEvents = async (
  container: MedusaContainer,
  filters: AccessEventFilters
): Promise<{ access_events: AdminAccessEvent[]; count: number; is_on: boolean }> => {
  const { readLog } = container.resolve<AccessModuleService>("dk_access")
  await readLog.flush()
  const rows = await selectRows<Row>(postgres(container), eventsBy(filters.order ?? "-read_at"), {
    customer: filters.customer_id ?? null,
    subject: filters.subject_id ?? null,
    user: filters.user_id ?? null,
    since: filters.since ?? null,
    until: filters.until ?? null,
    limit: filters.limit,
    offset: filters.offset,
  })
  const events = rows.map(
    ({ id, actor_type: type, actor_id: actorId, email, role, route, purpose, ...row }) => ({
      id,
      actor: { type, id: actorId, email },
      role,
      route,
      purpose,
      subject_ids: row.subject_ids,
      count: row.count,
      read_at: row.read_at.toISOString(),
    })
  )
  return { access_events: events, count: rows[0]?.total ?? 0, is_on: await readLog.isOn() }
}

const BATCH = 5000

const DROP = `
  DELETE FROM dk_access_event WHERE id IN (
    SELECT id FROM dk_access_event
    WHERE (read_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '12 months' < (now() AT TIME ZONE 'Europe/Copenhagen')::date
    ORDER BY read_at LIMIT ?) RETURNING id`

/** Removes what was logged more than 12 months ago; nothing while an authority wants everything to stay. */
export const dropOldAccessEvents = async (container: MedusaContainer): Promise<void> => {
  if (await findStop(postgres(container), new Date())) return
  const dropped = await selectRows(postgres(container), DROP, [BATCH])
  if (dropped.length === BATCH) await dropOldAccessEvents(container)
}
