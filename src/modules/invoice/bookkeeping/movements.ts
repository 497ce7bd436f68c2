import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { BookkeepingMonth } from "./read-month"

/** A capture or refund as Medusa has it; `amount` in major units, below zero what was paid back. */
export type MovementRow = {
  voucher: string
  order_id: string
  order_number: string
  provider_id: string
  day: string
  amount: string
  currency_code: string
  /** Danish day it was written down. */
  registered_on: string
}

const DANISH_DAY = (instant: string): string =>
  `to_char(${instant} AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM-DD')`

const DANISH_MIDNIGHT = (day: string): string =>
  `(${day}::timestamp AT TIME ZONE 'Europe/Copenhagen')`

const IN_MONTH = (instant: string): string =>
  `${instant} >= ${DANISH_MIDNIGHT(":from")} AND ${instant} < ${DANISH_MIDNIGHT(":until")}`

/** Orders whose money moved or whose documents were issued in the month: nothing of any other order is in it. */
const TOUCHED = `
  moving AS (
    SELECT r.payment_id FROM dk_invoice_payment_received r WHERE r.received_on >= :from AND r.received_on < :until
    UNION SELECT k.payment_id FROM capture k WHERE k.deleted_at IS NULL AND ${IN_MONTH("k.created_at")}
    UNION SELECT r.payment_id FROM refund r WHERE r.deleted_at IS NULL AND ${IN_MONTH("r.created_at")}),
  touched AS (
    SELECT l.order_id FROM moving m JOIN payment p ON p.id = m.payment_id AND p.deleted_at IS NULL
    JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL
    UNION SELECT d.order_id FROM dk_invoice i JOIN dk_invoice_document d ON d.invoice_id = i.id
    WHERE i.issued_on >= :from AND i.issued_on < :until)`

/**
 * Money moved on orders of the series. What came before the order's first document is of that document's day, so that
 * every movement is in one month and in one alone.
 */
const MOVEMENTS = (which: string): string => `
  WITH ${TOUCHED},
  first AS (
    SELECT DISTINCT ON (d.order_id) d.order_id, s.prefix || i.number AS voucher, i.issued_on, d.content::jsonb ->> 'order_number' AS order_number
    FROM touched t JOIN dk_invoice_document d ON d.order_id = t.order_id JOIN dk_invoice i ON i.id = d.invoice_id
    JOIN dk_invoice_series s ON s.id = i.series_id AND s.kind = :series AND s.controller_id = :controllerId
    ORDER BY d.order_id, i.created_at, i.number),
  paid AS (
    SELECT f.voucher, f.order_id, f.order_number, f.issued_on, p.id, p.provider_id, p.currency_code FROM first f
    JOIN order_payment_collection l ON l.order_id = f.order_id AND l.deleted_at IS NULL
    JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL),
  moved AS (
    SELECT k.id, k.payment_id, k.amount, coalesce(r.received_on, ${DANISH_DAY("k.created_at")}) AS day, k.created_at
    FROM paid p JOIN capture k ON k.payment_id = p.id AND k.deleted_at IS NULL
    LEFT JOIN dk_invoice_payment_received r ON r.capture_id = k.id
    UNION ALL
    SELECT r.id, r.payment_id, -r.amount, ${DANISH_DAY("r.created_at")}, r.created_at
    FROM paid p JOIN refund r ON r.payment_id = p.id AND r.deleted_at IS NULL)
  SELECT * FROM (
    SELECT p.voucher, p.order_id, p.order_number, p.provider_id, greatest(m.day, p.issued_on) AS day, m.amount::text AS amount,
      p.currency_code, ${DANISH_DAY("m.created_at")} AS registered_on, m.id
    FROM paid p JOIN moved m ON m.payment_id = p.id) x
  WHERE day >= :from AND day < :until AND ${which} ORDER BY day, voucher, id`

/** Money that moved in the month for orders of the series. */
export const readMovementsOf = (
  connection: Knex,
  month: BookkeepingMonth
): Promise<MovementRow[]> => selectRows<MovementRow>(connection, MOVEMENTS("true"), { ...month })

/** What of it was written down when the month was over: a file that was taken before lacks it. */
export const readLateMovements = (
  connection: Knex,
  month: BookkeepingMonth
): Promise<MovementRow[]> =>
  selectRows<MovementRow>(connection, MOVEMENTS("registered_on >= :until"), { ...month })
