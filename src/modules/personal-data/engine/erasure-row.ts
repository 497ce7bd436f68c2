import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { SubjectKeys } from "../domain/statements"
import type { Person } from "./find-person"
import type { BlockedOrder } from "./order-facts"

export type ErasureStatus = "proposed" | "planned" | "running" | "done" | "cancelled"

export type ErasureRow = {
  id: string
  status: ErasureStatus
  source: "staff" | "customer_deleted" | "replay"
  customer_id: string | null
  email: string | null
  customer_ids: string[]
  waiting_ids: string[]
  waiting: BlockedOrder[]
  left_ids: string[]
  confirmed_order_ids: string[]
  reason: string | null
  override_blocks: boolean
  requested_by: string | null
  grace_until: Date | null
  started_at: Date | null
  finished_at: Date | null
  cancelled_at: Date | null
  cancelled_by: string | null
  created_at: Date
  touched: Touched | null
  told_at: Date | null
  more_emails: string[]
  replayed_at: Date | null
}

/** What a run changed, for copies elsewhere. Ids only; kept until a second look found nothing new. */
export type Touched = { customers: string[]; orders: string[]; carts: string[] }

type Connection = Knex | Knex.Transaction

/** Every decision about erasures takes this lock, so two for one person have one effect. */
export const ERASURE_LOCK = "dk_personal_data_erasure"

export const findErasure = async (
  connection: Connection,
  id: string
): Promise<ErasureRow | undefined> => {
  const [row] = await selectRows<ErasureRow>(
    connection,
    "SELECT * FROM dk_personal_data_erasure WHERE id = ? AND deleted_at IS NULL",
    [id]
  )
  return row
}

/** The latest erasure of any of the customers, the e-mail or the confirmed orders that is in one of the states. */
export const findErasureOf = async (
  connection: Connection,
  { person, confirmed }: { person: Person; confirmed: readonly string[] },
  statuses: readonly ErasureStatus[]
): Promise<ErasureRow | undefined> => {
  const [row] = await selectRows<ErasureRow>(
    connection,
    `SELECT * FROM dk_personal_data_erasure
      WHERE status = ANY(?) AND (customer_ids && ? OR lower(email) = ANY(?) OR confirmed_order_ids && ?) AND deleted_at IS NULL
      ORDER BY created_at DESC LIMIT 1`,
    [[...statuses], [...person.customers], [...person.emails], [...confirmed]]
  )
  return row
}

/** Notes what a run changed, so that everything outside the database is told of it, even after a crash. */
export const recordTouched = async (
  transaction: Knex.Transaction,
  id: string,
  keys: SubjectKeys
): Promise<void> => {
  const before = (await findErasure(transaction, id))?.touched
  const touched: Touched = {
    customers: [...new Set([...(before?.customers ?? []), ...keys.customer])],
    orders: [...new Set([...(before?.orders ?? []), ...keys.order])],
    carts: [...new Set([...(before?.carts ?? []), ...keys.cart])],
  }
  await transaction("dk_personal_data_erasure")
    .where({ id })
    .update({ touched: JSON.stringify(touched), told_at: null })
}
