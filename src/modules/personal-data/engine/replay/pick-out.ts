import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { emptyKeys } from "../../domain/table-map"
import { hasPending } from "../assess"
import type { ErasureStatus } from "../erasure-row"
import { findOrdersAndCarts, selectIds } from "../find-person"
import { findKeptOrders, keptAddresses } from "../order-facts"
import { without } from "../resolve"
import type { RunOptions } from "../run-erasure"
import { readSchema } from "../schema"
import type { Recorded } from "./take-up"

type Connection = Knex | Knex.Transaction

export type PickedOut = {
  /** Those that must be looked at one by one. */
  rest: readonly Recorded[]
  /** Ids of erasures that the database knows. */
  known: ReadonlySet<string>
}

const ADDRESSES = `SELECT DISTINCT lower(email) AS id FROM customer WHERE id = ANY(?) AND email NOT LIKE '%@invalid.invalid'`

/** Whether nothing at all is there of some people: their keys together reach at least what each one's reach. */
const isNobodyThere = (
  connection: Connection,
  people: readonly Recorded[],
  { matched, ...options }: RunOptions & { matched: ReadonlyMap<string, ReadonlySet<string>> }
): Promise<boolean> =>
  connection.transaction(async (transaction) => {
    const keys = emptyKeys()
    keys.customer = people.flatMap((one) => one.customer_ids)
    keys.order = people.flatMap((one) => [...one.order_ids, ...one.cart_ids])
    keys.email = [
      ...people.flatMap((one) => [...(matched.get(one.erasure_id) ?? [])]),
      ...(await selectIds(transaction, ADDRESSES, keys.customer)),
    ]
    const last = Math.max(...people.map(({ before }) => before.getTime()))
    const until = new Date(last).toISOString()
    await findOrdersAndCarts(transaction, keys, until, until)
    const whole = await without(transaction, keys, [])
    const kept = await findKeptOrders(transaction, whole, options)
    const { all: schema } = await readSchema(transaction)
    const facts = {
      schema,
      shared: null,
      keys: {
        ...whole,
        kept_order: kept.map(({ order_id: id }) => id),
        kept_address: await keptAddresses(transaction, kept),
      },
    }
    return !(await hasPending(transaction, facts))
  })

/**
 * Leaves out those of whom nothing is there, all at once, which most are most of the time. What the database has as
 * planned is always looked at.
 */
export const pickOut = async (
  connection: Connection,
  people: readonly Recorded[],
  options: RunOptions & { matched: ReadonlyMap<string, ReadonlySet<string>> }
): Promise<PickedOut> => {
  const rows = await selectRows<{ id: string; status: ErasureStatus }>(
    connection,
    "SELECT id, status FROM dk_personal_data_erasure WHERE id = ANY(?) AND deleted_at IS NULL",
    [people.map(({ erasure_id: id }) => id)]
  )
  const known = new Set(rows.map(({ id }) => id))
  const open = new Set(rows.flatMap(({ id, status }) => (status === "done" ? [] : [id])))
  const planned = people.filter(({ erasure_id: id }) => open.has(id))
  const others = people.filter(({ erasure_id: id }) => !open.has(id))
  if (others.length === 0 || (await isNobodyThere(connection, others, options))) {
    return { rest: planned, known }
  }
  return { rest: people, known }
}
