import { IS_ON_ACCOUNT } from "./provider"

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

/** What a document states as paid when it was sealed. */
const STATED = `(SELECT coalesce(sum((paid ->> 'amount')::bigint), 0) FROM jsonb_array_elements(d.content::jsonb -> 'payments') paid)`

/** Once valid numbers are given, those of the trials before are owed by nobody. */
const COUNTS = `(s.kind = 'live' OR NOT EXISTS (SELECT 1 FROM dk_invoice_series v WHERE v.controller_id = s.controller_id AND v.kind = 'live'))`

const SEALED = `
  SELECT coalesce(sum(d.amount) FILTER (WHERE i.kind = 'invoice'), 0) AS invoiced,
    coalesce(-sum(d.amount) FILTER (WHERE i.kind = 'credit_note'), 0) AS credited,
    coalesce(array_agg(s.prefix || i.number) FILTER (WHERE i.kind = 'invoice'), '{}') AS names,
    array_remove(array_agg(d.content::jsonb -> 'pay_to' -> 'fik' ->> 'payment_id'), NULL) AS slips,
    coalesce(bool_or(d.amount > ${STATED}), false) AS was_unpaid
  FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id JOIN dk_invoice_series s ON s.id = i.series_id
  WHERE d.order_id = o.id AND ${COUNTS}`

/** What gift cards and store credit paid at the purchase. */
const CREDITS = minor(`SELECT sum(l.amount) FROM order_credit_line l
  WHERE l.order_id = o.id AND coalesce(l.version, 1) = 1 AND l.deleted_at IS NULL`)

/** What an invoice and the credit notes that amend it come to. */
const LEFT = `d.amount + coalesce((SELECT sum(c.amount) FROM dk_invoice_document c
  WHERE c.order_id = o.id AND c.amends = i.id), 0)`

/**
 * The invoice to tell about: the oldest that what was paid does not reach, for the oldest is paid first. When all are
 * paid that of the sale, or the latest in its place.
 */
const SHOWN = `
  SELECT x.id, x.number, x.issued_on, x.content FROM (
    SELECT i.id, s.prefix || i.number AS number, i.number AS place, i.created_at, i.issued_on, d.content::jsonb AS content,
      sum(${LEFT}) OVER (ORDER BY i.created_at, i.number) > ${CREDITS} + money.received AS is_open
    FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id JOIN dk_invoice_series s ON s.id = i.series_id
    WHERE d.order_id = o.id AND i.kind = 'invoice' AND ${COUNTS}) x
  ORDER BY x.is_open DESC, CASE WHEN x.is_open THEN x.created_at END, CASE WHEN x.is_open THEN x.place END,
    x.content ->> 'cause' LIKE 'addition:%', x.created_at DESC, x.place DESC LIMIT 1`

/** What Medusa says is left to pay, before anything is invoiced. */
const PENDING = minor(`SELECT (t.totals ->> 'pending_difference')::numeric FROM order_summary t
  WHERE t.order_id = o.id AND t.version = o.version AND t.deleted_at IS NULL LIMIT 1`)

/** A sale whose document was let go is so old that nothing of it is owed any more. */
export const OWED = `greatest(0, CASE
  WHEN shown.id IS NOT NULL THEN sealed.invoiced - sealed.credited - ${CREDITS} - money.received
  WHEN EXISTS (SELECT 1 FROM dk_invoice_cause c WHERE c.order_id = o.id AND c.cause = 'sale') THEN 0
  WHEN o.status = 'canceled' THEN 0 ELSE ${PENDING} END)::float8`

/** Claims of orders that meet a condition over `o`, `money`, `sealed` and `shown`. */
export const claimsOf = (condition: string): string => `
  SELECT o.id AS order_id, o.display_id, upper(o.currency_code) AS currency_code,
    shown.id AS invoice_id, shown.number, shown.issued_on, shown.content ->> 'due_on' AS due_on,
    shown.content -> 'buyer' ->> 'company_name' AS company_name,
    shown.content -> 'vat_dkk' ->> 'rate' AS rate, sealed.names, coalesce(sealed.slips, '{}') AS slips,
    (CASE WHEN shown.id IS NULL THEN money.authorized ELSE sealed.invoiced END)::float8 AS amount,
    sealed.credited::float8 AS credited, money.received::float8 AS received, ${OWED} AS owed
  FROM "order" o CROSS JOIN LATERAL (${MONEY}) money CROSS JOIN LATERAL (${SEALED}) sealed
  LEFT JOIN LATERAL (${SHOWN}) shown ON true
  WHERE o.deleted_at IS NULL AND ${condition}`

/** Orders with a payment on invoice; `which` narrows the payments `p` and their links `l`. */
export const ordersWith = (which: string): string => `o.id IN (
  SELECT l.order_id FROM payment p
  JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL
  WHERE ${IS_ON_ACCOUNT} AND p.deleted_at IS NULL AND ${which})`

/** Payments of `o` by another way than on invoice. */
const otherPayment = (which: string): string => `EXISTS (
  SELECT 1 FROM order_payment_collection l
  JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
  WHERE l.order_id = o.id AND l.deleted_at IS NULL AND NOT ${IS_ON_ACCOUNT} AND p.canceled_at IS NULL AND ${which})`

/** Medusa's own provider notes payments and holds no money. */
const HOLDS_MONEY = `p.captured_at IS NULL AND p.provider_id <> 'pp_system_default'`

/**
 * An issued invoice on which money is owed on invoice: bought so, or sent so to a company, an authority or anybody who
 * ordered by phone. Not what a card is good for, and not a refund of a paid invoice whose credit note has not come yet.
 */
const IS_OPEN = `sealed.was_unpaid AND shown.id IS NOT NULL AND ${OWED} > 0 AND (${ordersWith("l.order_id = o.id")}
  OR NOT ${otherPayment(HOLDS_MONEY)}
    AND (shown.content -> 'buyer' ->> 'type' IN ('business', 'public') OR NOT ${otherPayment("true")}))`

const moved = (table: string, sign: string): string =>
  `SELECT payment_id, ${sign}amount AS amount FROM ${table} WHERE deleted_at IS NULL`

/**
 * Orders whose documents come to more than what was paid, from sums alone: no document is read, so that a store with many
 * paid orders reads only what it needs.
 *
 * @param orders SQL that is true for the ids of the orders to look at, given the column that holds them
 */
const dueOf = (orders: (id: string) => string): string => `
  SELECT s.order_id FROM (
    SELECT d.order_id, sum(d.amount) AS sealed FROM dk_invoice_document d WHERE ${orders("d.order_id")} GROUP BY d.order_id) s
  LEFT JOIN (
    SELECT l.order_id, ${minor("sum(m.amount)")} AS received
    FROM (${moved("capture", "")} UNION ALL ${moved("refund", "-")}) m
    JOIN payment p ON p.id = m.payment_id AND p.deleted_at IS NULL
    JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL
    WHERE ${orders("l.order_id")} GROUP BY l.order_id) m ON m.order_id = s.order_id
  LEFT JOIN (
    SELECT g.order_id, ${minor("sum(g.amount)")} AS used FROM order_credit_line g
    WHERE coalesce(g.version, 1) = 1 AND g.deleted_at IS NULL AND ${orders("g.order_id")} GROUP BY g.order_id) g ON g.order_id = s.order_id
  WHERE s.sealed > coalesce(m.received, 0) + coalesce(g.used, 0)`

/** Claims on issued invoices that are not paid. */
export const OPEN = claimsOf(`o.id IN (${dueOf(() => "true")}) AND ${IS_OPEN}`)

/** The same of one customer, `:customerId`. */
export const OPEN_OF_CUSTOMER = claimsOf(
  `o.id IN (${dueOf((id) => `${id} IN (SELECT c.id FROM "order" c WHERE c.customer_id = :customerId)`)}) AND ${IS_OPEN}`
)
