import type { Client } from "@medusajs/framework/pg"

/** Accounts with exactly so many orders that were not erased yet, in an order that is the same for every run. */
export const findPeople = async (
  client: Client,
  orders: number,
  count: number
): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>(
    `SELECT customer_id AS id FROM "order" WHERE deleted_at IS NULL AND customer_id IS NOT NULL
      GROUP BY customer_id HAVING count(*) = $1 ORDER BY md5(customer_id) LIMIT $2`,
    [orders, count]
  )
  if (rows.length < count) throw new Error(`Too few people with ${orders.toString()} orders`)
  return rows.map(({ id }) => id)
}
