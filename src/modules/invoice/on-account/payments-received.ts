import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { RECEIVED } from "./captures"
import type { PaymentDigest } from "./payment-digest"
import { IS_ON_ACCOUNT } from "./provider"

/** A payment that came in. Whole minor units; the day is Danish. */
export type PaymentReceived = {
  id: string
  amount: number
  currency_code: string
  received_on: string
  reference: string | null
  source: "staff" | "bank_file" | "medusa"
  registered_by: string
  created_at: Date
}

/** A row counts once Medusa's capture stands behind it. */
const BOOKED = `JOIN capture k ON k.id = r.capture_id AND k.deleted_at IS NULL`

/** Neither the row nor a capture knows the other: Medusa never came to it. */
const UNBOOKED = `NOT EXISTS (SELECT 1 FROM capture k WHERE k.deleted_at IS NULL
  AND (k.id = r.capture_id OR k.created_by = '${RECEIVED}' || r.id))`

/** Registered payments of an order, the first at the top. */
export const readPaymentsReceived = (
  connection: Knex,
  orderId: string
): Promise<PaymentReceived[]> =>
  selectRows<PaymentReceived>(
    connection,
    `SELECT r.id, r.amount, r.currency_code, r.received_on, r.reference, r.source, r.registered_by, r.created_at
     FROM dk_invoice_payment_received r ${BOOKED} WHERE r.order_id = ? ORDER BY r.received_on, r.created_at, r.id`,
    [orderId]
  )

/** What of a sum has been booked, in whole minor units, and in how many parts. */
export type BookedParts = { amount: number; parts: number }

const sumOf = (booked: readonly BookedParts[]): BookedParts => ({
  amount: booked.reduce((sum, { amount }) => sum + amount, 0),
  parts: booked.reduce((sum, { parts }) => sum + parts, 0),
})

/** The digest of a part of what came in; the first has that of the whole. */
export const partDigest = (digest: string | null, index: number): string | null =>
  digest === null || index === 0 ? digest : `${digest}:${index.toString()}`

/** What is booked of each of the payments, by the digest that a new row would get. One that is left out is not booked. */
export const findBooked = async (
  connection: Knex,
  payments: readonly PaymentDigest[]
): Promise<Map<string, BookedParts>> => {
  const rows = await selectRows<BookedParts & { digest: string }>(
    connection,
    `SELECT split_part(r.digest, ':', 1) AS digest, sum(r.amount)::integer AS amount, count(*)::integer AS parts
      FROM dk_invoice_payment_received r ${BOOKED} WHERE split_part(r.digest, ':', 1) = ANY(?) GROUP BY 1`,
    [payments.flatMap(({ known }) => known)]
  )
  const found = new Map(rows.map(({ digest, ...booked }) => [digest, booked]))
  return new Map(
    payments.flatMap(({ written, known }) => {
      const booked = known.flatMap((digest) => found.get(digest) ?? [])
      return booked.length === 0 ? [] : [[written, sumOf(booked)]]
    })
  )
}

/** Payments of an order that still wait for money. */
export const readOpenPayments = (
  connection: Knex,
  orderId: string
): Promise<{ id: string; left: string }[]> =>
  selectRows(
    connection,
    `SELECT p.id, (p.amount - coalesce((SELECT sum(k.amount) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL), 0))::text AS left
     FROM order_payment_collection l
     JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
     WHERE l.order_id = ? AND l.deleted_at IS NULL AND ${IS_ON_ACCOUNT} AND p.canceled_at IS NULL AND p.captured_at IS NULL
     ORDER BY p.created_at, p.id`,
    [orderId]
  )

export type NewPaymentReceived = Pick<
  PaymentReceived,
  "amount" | "currency_code" | "received_on" | "reference" | "source" | "registered_by"
> & { order_id: string; payment_id: string; digest: string | null }

/**
 * Notes a payment before Medusa books it. What a process that was killed left behind unbooked is taken over; `null`
 * for a digest that is booked already.
 */
export const notePayment = async (
  connection: Knex,
  payment: NewPaymentReceived
): Promise<string | null> => {
  await selectRows(
    connection,
    `DELETE FROM dk_invoice_payment_received r WHERE (r.order_id = ? OR r.digest = ?)
       AND ${UNBOOKED}`,
    [payment.order_id, payment.digest]
  )
  const [row] = await selectRows<{ id: string }>(
    connection,
    `INSERT INTO dk_invoice_payment_received
       (id, order_id, payment_id, amount, currency_code, received_on, reference, source, digest, registered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING RETURNING id`,
    [
      ...[generateEntityId(undefined, "dkpaid"), payment.order_id, payment.payment_id],
      ...[payment.amount, payment.currency_code, payment.received_on, payment.reference],
      ...[payment.source, payment.digest, payment.registered_by],
    ]
  )
  return row?.id ?? null
}

/** Takes back a payment that Medusa refused to book. */
export const dropPayment = async (connection: Knex, id: string): Promise<void> => {
  await selectRows(
    connection,
    `DELETE FROM dk_invoice_payment_received r WHERE r.id = ?
       AND ${UNBOOKED}`,
    [id]
  )
}
