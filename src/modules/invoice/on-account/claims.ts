import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { claimsOf, OPEN, OPEN_OF_CUSTOMER, ordersWith, OWED } from "./claims-sql"

/** What is owed on an order that was bought on invoice. Amounts in whole minor units; days are Danish. */
export type Claim = {
  order_id: string
  display_id: number
  currency_code: string
  /** Kroner for one of the currency, as the invoice states it; null in kroner and while nothing is issued. */
  rate: string | null
  /** The oldest invoice that is not paid; null while nothing is issued. */
  invoice_id: string | null
  number: string | null
  issued_on: string | null
  due_on: string | null
  company_name: string | null
  /** Numbers of all its invoices, and ids of their payment slips: what a payment may name. */
  names: string[]
  slips: string[]
  /** Sum of the invoices; before the first what was bought on invoice. */
  amount: number
  credited: number
  /** Money that came in by any way, less what was paid back. */
  received: number
  owed: number
}

/** What is owed on an order; null when it was not bought on invoice and nothing is left to pay of its invoices. */
export const readClaim = async (connection: Knex, orderId: string): Promise<Claim | null> => {
  const isOnAccount = `${ordersWith("l.order_id = o.id")} OR (shown.id IS NOT NULL AND ${OWED} > 0)`
  const sql = claimsOf(`o.id = ? AND (${isOnAccount})`)
  const [claim] = await selectRows<Claim>(connection, sql, [orderId])
  return claim ?? null
}

/** Claims of some orders. */
export const readClaims = (
  connection: Knex | Knex.Transaction,
  orderIds: readonly string[]
): Promise<Claim[]> =>
  orderIds.length === 0
    ? Promise.resolve([])
    : selectRows<Claim>(connection, claimsOf("o.id = ANY(?)"), [[...orderIds]])

/** Claims on a customer's issued invoices that are not paid, whatever way they were ordered. */
export const readOpenOfCustomer = (
  connection: Knex | Knex.Transaction,
  customerId: string
): Promise<Claim[]> => selectRows<Claim>(connection, OPEN_OF_CUSTOMER, { customerId })

/**
 * Issued invoices on which money is owed, the one that was due first at the top: bought on invoice, or sent unpaid to a
 * company, an authority or whoever ordered by phone.
 */
export const readOpenClaims = async (
  connection: Knex,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ claims: Claim[]; count: number; owed: { currency_code: string; owed: number }[] }> => {
  const claims = await selectRows<Claim>(
    connection,
    `SELECT * FROM (${OPEN}) claim ORDER BY due_on NULLS LAST, issued_on, order_id LIMIT ? OFFSET ?`,
    [limit, offset]
  )
  const sums = await selectRows<{ currency_code: string; owed: number; count: number }>(
    connection,
    `SELECT currency_code, sum(owed)::float8 AS owed, count(*)::integer AS count FROM (${OPEN}) x
     GROUP BY currency_code ORDER BY currency_code`
  )
  return {
    claims,
    count: sums.reduce((total, { count }) => total + count, 0),
    owed: sums.map(({ currency_code, owed }) => ({ currency_code, owed })),
  }
}

/** Orders of which nothing is owed any more while a payment of theirs still waits for money. */
export const readSettledOrders = async (connection: Knex): Promise<string[]> => {
  const waiting = ordersWith("p.captured_at IS NULL AND p.canceled_at IS NULL")
  const rows = await selectRows<{ order_id: string }>(
    connection,
    `SELECT order_id FROM (${claimsOf(waiting)}) claim WHERE owed = 0 AND invoice_id IS NOT NULL ORDER BY order_id LIMIT 1000`
  )
  return rows.map(({ order_id: id }) => id)
}
