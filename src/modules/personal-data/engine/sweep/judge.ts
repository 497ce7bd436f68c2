import { copenhagenDay } from "../../../../rules"
import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { emptyKeys } from "../../domain/table-map"
import { IN_FORCE } from "../holds"
import { findBlocked, findCheckouts } from "../open-orders"
import { findRestricted } from "../person-restrictions"
import type { Source } from "../retention/sources"
import { refusalOf } from "./refusal"

/** What an item is about; an item of several orders has several. */
type About = {
  id: string
  customer_id: string | null
  order_id: string | null
  email: string | null
}

type Reasons = Map<string, string>

const present = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.flatMap((value) => (value === null || value === "" ? [] : [value]))),
]

/** The rows as a table `p` of a statement; an empty text stands for what is not known. */
const ABOUT = `(SELECT id, nullif(customer_id, '') AS customer_id, nullif(order_id, '') AS order_id, nullif(email, '') AS email
  FROM unnest(:ids::text[], :customers::text[], :orders::text[], :emails::text[]) AS a(id, customer_id, order_id, email)) p`

/**
 * A hold of a customer holds what they did as a guest of the same address as well; a hold of an order holds what was
 * written to its buyer, whose copies do not always name the order.
 */
const HELD = `SELECT p.id, CASE WHEN h.kind = 'dispute' THEN 'dispute' ELSE 'legal_hold' END AS reason
  FROM dk_personal_data_hold h LEFT JOIN customer c ON c.id = h.customer_id LEFT JOIN "order" o ON o.id = h.order_id
  JOIN ${ABOUT} ON p.order_id = h.order_id OR p.customer_id = h.customer_id OR lower(p.email) = lower(c.email)
    OR (:is_mail AND lower(p.email) = lower(o.email))
 WHERE ${IN_FORCE.replace("?", ":today")}`

/** Whoever is to be erased is left to that erasure; what was only proposed may never be confirmed. */
const ASKED = `SELECT p.id, 'erasure_open' AS reason FROM dk_personal_data_erasure e
  JOIN ${ABOUT} ON p.customer_id = ANY(e.customer_ids) OR lower(p.email) = lower(e.email)
    OR p.order_id = ANY(e.waiting_ids || e.confirmed_order_ids)
 WHERE e.status IN ('planned', 'running') AND e.deleted_at IS NULL`

const ofPeople = async (
  transaction: Knex.Transaction,
  source: Source,
  { about, now }: { about: readonly About[]; now: Date }
): Promise<Reasons> => {
  const values = {
    is_mail: source.name === "notification",
    ids: about.map(({ id }) => id),
    customers: about.map((row) => row.customer_id ?? ""),
    orders: about.map((row) => row.order_id ?? ""),
    emails: about.map(({ email }) => email ?? ""),
    today: copenhagenDay(now),
  }
  const found = await selectRows<{ id: string; reason: string }>(
    transaction,
    `${ASKED} UNION ALL ${HELD}`,
    values
  )
  const restricted = await findRestricted(
    transaction,
    {
      customerIds: present(values.customers),
      orderIds: present(values.orders),
      emails: present(values.emails),
    },
    now
  )
  const isRestricted = (row: About): boolean =>
    present([row.customer_id, row.order_id, row.email]).some((key) => restricted.has(key))
  return new Map([
    ...about.filter(isRestricted).map(({ id }): [string, string] => [id, "restricted"]),
    ...found.map(({ id, reason }): [string, string] => [id, reason]),
  ])
}

/** What is owed, unshipped, claimed or being bought; an account waits for any of its orders. */
const ofOrders = async (
  transaction: Knex.Transaction,
  source: Source,
  about: readonly About[],
  busyCarts: readonly string[]
): Promise<Reasons> => {
  const ids = present(about.map((row) => row.order_id))
  if (ids.length === 0) return new Map()
  const keys = {
    ...emptyKeys(),
    ...(source.keys.includes("cart") ? { cart: ids } : { order: ids }),
  }
  const blocked = [
    ...(await findBlocked(transaction, keys)),
    ...(await findCheckouts(transaction, keys, busyCarts)),
  ]
  const reasons = new Map(blocked.map(({ id, reason }) => [id, reason]))
  return new Map(
    about.flatMap((row): [string, string][] => {
      const reason = reasons.get(row.order_id ?? "")
      return reason === undefined ? [] : [[row.id, reason]]
    })
  )
}

const WITH_ORDERS: ReadonlySet<string> = new Set(["order", "cart", "customer"])

type Judging = {
  ids: readonly string[]
  now: Date
  busyCarts: readonly string[]
  warn: (line: string) => void
}

const findWaiting = async (
  transaction: Knex.Transaction,
  source: Source,
  { ids, now, busyCarts }: Judging
): Promise<Reasons> => {
  if (source.people === undefined) return new Map()
  const about = await selectRows<About>(transaction, source.people, { item: [...ids] })
  return new Map([
    ...(source.keys.some((key) => WITH_ORDERS.has(key))
      ? await ofOrders(transaction, source, about, busyCarts)
      : []),
    ...(await ofPeople(transaction, source, { about, now })),
  ])
}

/** The statement itself is wrong, or a table of it is gone: it fails for each of them. */
const FAILS_FOR_ALL = /^42/

/**
 * Those of some items that must wait, each with the reason: the same that an erasure waits for, or `not_judged` where a
 * registered statement fails, so that one that fails stops nothing else.
 */
export const judgeItems = async (
  transaction: Knex.Transaction,
  source: Source,
  judging: Judging
): Promise<Reasons> => {
  const { ids, warn } = judging
  if (ids.length === 0) return new Map()
  try {
    return await transaction.transaction((savepoint) => findWaiting(savepoint, source, judging))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    if (ids.length === 1 || FAILS_FOR_ALL.test(refusal)) {
      warn(
        `dk-personal-data: ${ids.length.toString()} of ${source.name} could not be judged (${refusal}) and wait`
      )
      return new Map(ids.map((id) => [id, "not_judged"]))
    }
  }
  const half = Math.ceil(ids.length / 2)
  return new Map([
    ...(await judgeItems(transaction, source, { ...judging, ids: ids.slice(0, half) })),
    ...(await judgeItems(transaction, source, { ...judging, ids: ids.slice(half) })),
  ])
}
