import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { toMinorUnits } from "../../../shared/money"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"

/** Stands before the id of a registered payment on the capture that books it. */
export const RECEIVED = "dk_received:"

type CaptureRow = {
  created_by: string | null
  is_staff: boolean
  payment_id: string
  amount: string
  currency_code: string
  order_id: string | null
}

const CAPTURE = `SELECT k.created_by, EXISTS (SELECT 1 FROM "user" u WHERE u.id = k.created_by) AS is_staff,
    p.id AS payment_id, k.amount::text AS amount, p.currency_code, l.order_id
  FROM capture k JOIN payment p ON p.id = k.payment_id
  LEFT JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL
  WHERE k.id = ?`

const BOOK = `UPDATE dk_invoice_payment_received SET capture_id = ?, updated_at = now()
  WHERE id = ? AND payment_id = ? RETURNING id`

const ADD = `INSERT INTO dk_invoice_payment_received
    (id, order_id, payment_id, capture_id, amount, currency_code, received_on, source, registered_by)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'medusa', ?) ON CONFLICT (capture_id) DO NOTHING`

/**
 * Ties a capture to the money that came in: a payment that was registered, or one that staff captured by Medusa's own
 * button, which says that it came in today. Goods on invoice are not paid because a machine captured the payment.
 *
 * @returns false when nobody registered money
 */
export const registerCapture = async (
  connection: Knex,
  captureId: string,
  now: Date
): Promise<boolean> => {
  const [capture] = await selectRows<CaptureRow>(connection, CAPTURE, [captureId])
  if (!capture?.order_id) return false
  const { created_by: by, payment_id: payment, currency_code: currency } = capture
  if (by?.startsWith(RECEIVED)) {
    const id = by.slice(RECEIVED.length)
    return (await selectRows(connection, BOOK, [captureId, id, payment])).length > 0
  }
  if (by === null || !capture.is_staff) return false
  const place = [generateEntityId(undefined, "dkpaid"), capture.order_id, payment, captureId]
  const money = [toMinorUnits(capture.amount, currency), currency.toUpperCase()]
  await selectRows(connection, ADD, [...place, ...money, copenhagenDay(now), by])
  return true
}
