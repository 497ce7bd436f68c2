import { copenhagenDay } from "../../../rules"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { SubjectKeys } from "../domain/statements"
import type { BlockedOrder } from "./order-facts"
import { findStop } from "./stops"

export type Holds = {
  /** The whole person waits. */
  person: BlockedOrder[]
  /** These orders wait. */
  orders: BlockedOrder[]
}

/** In force until the end of its last day in Denmark, or until it is lifted. */
export const IN_FORCE = `h.lifted_at IS NULL AND h.deleted_at IS NULL AND (h.ends_on IS NULL OR h.ends_on >= ?)`

/**
 * Those of some orders that are held, themselves or with their customer: nothing of them goes meanwhile. What the customer
 * ordered as a guest of the same address is held with them; a stop holds all.
 */
export const findHeldOrders = async (
  connection: Knex | Knex.Transaction,
  orderIds: readonly string[],
  now: Date
): Promise<ReadonlySet<string>> => {
  if (await findStop(connection, now)) return new Set(orderIds)
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT x.id FROM unnest(?::text[]) AS x(id) LEFT JOIN "order" o ON o.id = x.id WHERE EXISTS (
       SELECT 1 FROM dk_personal_data_hold h LEFT JOIN customer c ON c.id = h.customer_id
        WHERE ${IN_FORCE} AND (h.order_id = x.id OR h.customer_id = o.customer_id OR lower(c.email) = lower(o.email)))`,
    [[...orderIds], copenhagenDay(now)]
  )
  return new Set(rows.map(({ id }) => id))
}

/** A stop is about everybody. */
const ofStop = async (
  connection: Knex | Knex.Transaction,
  { customer: [id = "person"] }: SubjectKeys,
  now: Date
): Promise<BlockedOrder[]> =>
  (await findStop(connection, now)) ? [{ id, display_id: null, reason: "stopped" }] : []

/**
 * What must not be erased while somebody has a claim or an authority asks (GDPR Art. 17(3)(e)). Nobody may override it.
 */
export const findHolds = async (
  connection: Knex | Knex.Transaction,
  keys: SubjectKeys,
  now: Date
): Promise<Holds> => {
  const rows = await selectRows<BlockedOrder & { is_person: boolean }>(
    connection,
    `SELECT DISTINCT ON (id) * FROM (
       SELECT coalesce(h.customer_id, h.order_id) AS id, o.display_id, h.customer_id IS NOT NULL AS is_person,
              CASE WHEN h.kind = 'dispute' THEN 'dispute' ELSE 'legal_hold' END AS reason
         FROM dk_personal_data_hold h LEFT JOIN "order" o ON o.id = h.order_id
        WHERE ${IN_FORCE} AND (h.customer_id = ANY(?) OR h.order_id = ANY(?))) f
      ORDER BY id, reason DESC`,
    [copenhagenDay(now), [...keys.customer], [...keys.order]]
  )
  const of = (isPerson: boolean): BlockedOrder[] =>
    rows
      .filter((row) => row.is_person === isPerson)
      .map(({ id, display_id, reason }) => ({ id, display_id, reason }))
  return {
    person: [...of(true), ...(await ofStop(connection, keys, now))],
    orders: of(false),
  }
}

/** Customers whom a hold in force is about as a whole, by id and e-mail in lower case. */
export const findHeldPeople = async (
  connection: Knex | Knex.Transaction,
  now: Date
): Promise<Pick<SubjectKeys, "customer" | "email">> => {
  const rows = await selectRows<{ id: string; email: string | null }>(
    connection,
    `SELECT DISTINCT h.customer_id AS id, lower(c.email) AS email
       FROM dk_personal_data_hold h LEFT JOIN customer c ON c.id = h.customer_id
      WHERE ${IN_FORCE} AND h.customer_id IS NOT NULL`,
    [copenhagenDay(now)]
  )
  return {
    customer: rows.map(({ id }) => id),
    email: rows.flatMap(({ email }) => (email === null ? [] : [email])),
  }
}
