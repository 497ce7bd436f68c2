/** What Medusa writes beside captures and refunds, as SQL over a payment `p` and its collection `c`. */

const sumOf = (table: "capture" | "refund") =>
  `(SELECT COALESCE(sum(m.amount), 0) FROM ${table} m JOIN payment every ON every.id = m.payment_id
    WHERE every.payment_collection_id = c.id AND every.deleted_at IS NULL AND m.deleted_at IS NULL)`

/** What the captures of all of a collection's payments come to. */
export const CAPTURED_OF_COLLECTION = sumOf("capture")

/** What the refunds of all of a collection's payments come to. */
export const REFUNDED_OF_COLLECTION = sumOf("refund")

/** The payment's captures come to all of it. */
export const IS_CAPTURED = `(p.amount <= COALESCE((SELECT sum(k.amount) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL), 0))`
