import type { Suite } from "./suite"

type Copied = {
  table: string
  /** Columns with ids of copied rows: those of a copy have its number after them. */
  ids: readonly string[]
  /** Condition over the row `t` and the order `:order`. */
  where: string
}

const ADDRESSES = (of: string) =>
  `t.id IN (SELECT unnest(ARRAY[o.shipping_address_id, o.billing_address_id]) FROM ${of})`
const CARTS = `SELECT l.cart_id FROM order_cart l WHERE l.order_id = :order`
const PARCELS = `SELECT l.fulfillment_id FROM order_fulfillment l WHERE l.order_id = :order`
const COLLECTIONS = `SELECT l.payment_collection_id FROM order_payment_collection l WHERE l.order_id = :order`

const COPIED: readonly Copied[] = [
  { table: "order_address", ids: ["id"], where: ADDRESSES(`"order" o WHERE o.id = :order`) },
  { table: "cart_address", ids: ["id"], where: ADDRESSES(`cart o WHERE o.id IN (${CARTS})`) },
  {
    table: "cart",
    ids: ["id", "shipping_address_id", "billing_address_id"],
    where: `t.id IN (${CARTS})`,
  },
  { table: "order_cart", ids: ["id", "order_id", "cart_id"], where: "t.order_id = :order" },
  { table: "order_item", ids: ["id", "order_id"], where: "t.order_id = :order" },
  { table: "order_transaction", ids: ["id", "order_id"], where: "t.order_id = :order" },
  {
    table: "fulfillment_address",
    ids: ["id"],
    where: `t.id IN (SELECT f.delivery_address_id FROM fulfillment f WHERE f.id IN (${PARCELS}))`,
  },
  { table: "fulfillment", ids: ["id", "delivery_address_id"], where: `t.id IN (${PARCELS})` },
  {
    table: "order_fulfillment",
    ids: ["id", "order_id", "fulfillment_id"],
    where: "t.order_id = :order",
  },
  { table: "payment_collection", ids: ["id"], where: `t.id IN (${COLLECTIONS})` },
  {
    table: "payment",
    ids: ["id", "payment_collection_id", "payment_session_id"],
    where: `t.payment_collection_id IN (${COLLECTIONS})`,
  },
  {
    table: "order_payment_collection",
    ids: ["id", "order_id", "payment_collection_id"],
    where: "t.order_id = :order",
  },
  {
    table: "order",
    ids: ["id", "shipping_address_id", "billing_address_id"],
    where: "t.id = :order",
  },
]

/** The id of the nth copy of a row. */
export const copyId = (id: string, mark: string, n: number): string =>
  `${id}-${mark}${n.toString()}`

/** What differs in each copy beside its ids: SQL of a text by the number `n`. */
type Changes = Partial<Record<"email" | "last_name", string>>

const CHANGED: Record<keyof Changes, ReadonlySet<string>> = {
  email: new Set(["order", "cart"]),
  last_name: new Set(["order_address", "cart_address", "fulfillment_address"]),
}

/** Copies an order by SQL, with its cart, parcels and payments, as often as asked. */
export const copyOrder = async (
  suite: Suite,
  orderId: string,
  { count, mark, ...changes }: Changes & { count: number; mark: string }
): Promise<void> => {
  await suite.database().transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    for (const { table, ids, where } of COPIED) {
      const changed = (["email", "last_name"] as const).flatMap((column) => {
        const sql = changes[column]
        return sql !== undefined && CHANGED[column].has(table) ? [`'${column}', ${sql}`] : []
      })
      const values = [...ids.map((id) => `'${id}', t.${id} || '-${mark}' || n`), ...changed]
      await transaction.raw(
        `INSERT INTO "${table}" SELECT c.* FROM "${table}" t, generate_series(1, ${count.toString()}) n,
           LATERAL jsonb_populate_record(t, jsonb_build_object(${values.join(", ")})) c WHERE ${where}`,
        where.includes(":order") ? { order: orderId } : {}
      )
    }
  })
}

/** Removes the copies of a mark, and what was noted of them. */
export const removeCopies = async (suite: Suite, mark: string): Promise<void> => {
  await suite.database().transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    for (const { table } of COPIED) {
      await transaction.raw(`DELETE FROM "${table}" WHERE id LIKE ?`, [`%-${mark}%`])
    }
    for (const table of ["restriction", "parked"]) {
      await transaction.raw(`DELETE FROM dk_personal_data_${table}`)
    }
  })
}
