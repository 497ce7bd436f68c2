import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { IS_ON_ACCOUNT } from "./provider"

/** What is owed on an order that was bought on invoice. Amounts in whole minor units; days are Danish. */
export type Claim = {
  order_id: string
  display_id: number
  currency_code: string
  /** Null while nothing is issued. */
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

/** Every currency that the plugin handles has two decimals. */
const minor = (sum: string): string => `coalesce(round(100 * (${sum})), 0)`

const MONEY = `
  SELECT ${minor(`sum(p.amount) FILTER (WHERE ${IS_ON_ACCOUNT} AND p.canceled_at IS NULL)`)} AS authorized,
    ${minor("sum(m.captured - m.refunded)")} AS received
  FROM order_payment_collection l
  JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
  CROSS JOIN LATERAL (SELECT
    coalesce((SELECT sum(k.amount) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL), 0) AS captured,
    coalesce((SELECT sum(r.amount) FROM refund r WHERE r.payment_id = p.id AND r.deleted_at IS NULL), 0) AS refunded) m
  WHERE l.order_id = o.id AND l.deleted_at IS NULL`

const GROSS = `coalesce(sum((d.content::jsonb -> 'totals' ->> 'gross')::bigint)`

const SEALED = `
  SELECT ${GROSS} FILTER (WHERE i.kind = 'invoice'), 0) AS invoiced,
    ${GROSS} FILTER (WHERE i.kind = 'credit_note'), 0) AS credited,
    coalesce(array_agg(s.prefix || i.number) FILTER (WHERE i.kind = 'invoice'), '{}') AS names,
    array_remove(array_agg(d.content::jsonb -> 'pay_to' -> 'fik' ->> 'payment_id'), NULL) AS slips
  FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id JOIN dk_invoice_series s ON s.id = i.series_id
  WHERE d.order_id = o.id`

/** What gift cards and store credit paid at the purchase. */
const CREDITS = minor(`SELECT sum(l.amount) FROM order_credit_line l
  WHERE l.order_id = o.id AND coalesce(l.version, 1) = 1 AND l.deleted_at IS NULL`)

/** The invoice of the sale, or the latest in its place; what was added later stands beside it. */
const SALE = `
  SELECT i.id, s.prefix || i.number AS number, i.issued_on, d.content::jsonb AS content
  FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id JOIN dk_invoice_series s ON s.id = i.series_id
  WHERE d.order_id = o.id AND i.kind = 'invoice'
  ORDER BY d.content::jsonb ->> 'cause' LIKE 'addition:%', i.created_at DESC, i.number DESC LIMIT 1`

/** What Medusa says is left to pay, before anything is invoiced. */
const PENDING = minor(`SELECT (t.totals ->> 'pending_difference')::numeric FROM order_summary t
  WHERE t.order_id = o.id AND t.version = o.version AND t.deleted_at IS NULL LIMIT 1`)

/** A sale whose document was let go is so old that nothing of it is owed any more. */
const OWED = `greatest(0, CASE
  WHEN sale.id IS NOT NULL THEN sealed.invoiced - sealed.credited - ${CREDITS} - money.received
  WHEN EXISTS (SELECT 1 FROM dk_invoice_cause c WHERE c.order_id = o.id AND c.cause = 'sale') THEN 0
  WHEN o.status = 'canceled' THEN 0 ELSE ${PENDING} END)::integer`

/** Claims of orders that meet a condition over `o`. */
const CLAIMS = (condition: string): string => `
  SELECT o.id AS order_id, o.display_id, upper(o.currency_code) AS currency_code,
    sale.id AS invoice_id, sale.number, sale.issued_on, sale.content ->> 'due_on' AS due_on,
    sale.content -> 'buyer' ->> 'company_name' AS company_name,
    sealed.names, coalesce(sealed.slips, '{}') AS slips,
    (CASE WHEN sale.id IS NULL THEN money.authorized ELSE sealed.invoiced END)::integer AS amount,
    sealed.credited::integer AS credited, money.received::integer AS received, ${OWED} AS owed
  FROM "order" o CROSS JOIN LATERAL (${MONEY}) money CROSS JOIN LATERAL (${SEALED}) sealed
  LEFT JOIN LATERAL (${SALE}) sale ON true
  WHERE o.deleted_at IS NULL AND ${condition}`

/** Orders with a payment on invoice; `which` narrows the payments `p`. */
const ordersWith = (which: string): string => `o.id IN (
  SELECT l.order_id FROM payment p
  JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL
  WHERE ${IS_ON_ACCOUNT} AND p.deleted_at IS NULL AND ${which})`

/** What is owed on an order; null when it was not bought on invoice and nothing is left to pay of its invoices. */
export const readClaim = async (connection: Knex, orderId: string): Promise<Claim | null> => {
  const isOnAccount = `${ordersWith("l.order_id = o.id")} OR (sale.id IS NOT NULL AND ${OWED} > 0)`
  const sql = CLAIMS(`o.id = ? AND (${isOnAccount})`)
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
    : selectRows<Claim>(connection, CLAIMS("o.id = ANY(?)"), [[...orderIds]])

const OPEN = `SELECT * FROM (${CLAIMS(ordersWith("p.captured_at IS NULL"))}) claim
  WHERE owed > 0 AND invoice_id IS NOT NULL`

/** Issued invoices that are not paid, the one that was due first at the top. */
export const readOpenClaims = async (
  connection: Knex,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ claims: Claim[]; count: number; owed: { currency_code: string; owed: number }[] }> => {
  const claims = await selectRows<Claim>(
    connection,
    `${OPEN} ORDER BY due_on NULLS LAST, issued_on, order_id LIMIT ? OFFSET ?`,
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
    `SELECT order_id FROM (${CLAIMS(waiting)}) claim WHERE owed = 0 AND invoice_id IS NOT NULL ORDER BY order_id LIMIT 1000`
  )
  return rows.map(({ order_id: id }) => id)
}
