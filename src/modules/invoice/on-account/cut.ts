import { MOVING_MS } from "../../../shared/payment-sums"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { RECEIVED } from "./captures"
import { IS_ON_ACCOUNT } from "./provider"

/** A payment on invoice whose capture or refund a process did not finish, and its captures that nobody finished. */
export type CutPayment = {
  order_id: string
  payment_id: string
  captures: { id: string; created_at: string }[]
}

/** A process that was killed is found within the hour; what is older was not begun here. */
const RECENT = `m.deleted_at IS NULL AND m.created_at < now() - make_interval(secs => :grace)
  AND m.created_at > now() - interval '7 days'`

const onOrder = (reference: "capture" | "refund") => `SELECT sum(t.amount) FROM order_transaction t
  WHERE t.reference = '${reference}' AND t.reference_id = m.id AND t.deleted_at IS NULL`

/** Medusa writes for a capture that it finds without a transaction the amount of the next one, so amounts are compared. */
const CAPTURES = `SELECT m.payment_id, m.id, m.created_at FROM capture m
  WHERE ${RECENT} AND (coalesce((${onOrder("capture")}), 0) <> m.amount OR EXISTS (
    SELECT 1 FROM dk_invoice_payment_received r WHERE m.created_by = '${RECEIVED}' || r.id AND r.capture_id IS NULL))`

/** The transaction of a cancelled order's refund names the payment. */
const REFUNDS = `SELECT m.payment_id, m.id, m.created_at FROM refund m
  WHERE ${RECENT} AND coalesce((${onOrder("refund")}), 0) <> -m.amount
    AND NOT EXISTS (SELECT 1 FROM order_transaction t WHERE t.reference = 'refund' AND t.reference_id = m.payment_id
      AND t.amount = -m.amount AND t.deleted_at IS NULL)`

/** Payments on invoice whose captures or refunds do not stand on their order, though whoever began them must have ended. */
export const readCut = (connection: Knex): Promise<CutPayment[]> =>
  selectRows<CutPayment>(
    connection,
    `SELECT (SELECT l.order_id FROM order_payment_collection l WHERE l.payment_collection_id = p.payment_collection_id
          AND l.deleted_at IS NULL ORDER BY l.created_at LIMIT 1) AS order_id, p.id AS payment_id,
        coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'created_at', x.created_at) ORDER BY x.id) FILTER (WHERE x.is_capture), '[]') AS captures
       FROM (SELECT true AS is_capture, * FROM (${CAPTURES}) k UNION ALL SELECT false, * FROM (${REFUNDS}) f) x
       JOIN payment p ON p.id = x.payment_id
      WHERE ${IS_ON_ACCOUNT} AND p.deleted_at IS NULL AND EXISTS (SELECT 1 FROM order_payment_collection l
        WHERE l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL)
      GROUP BY p.id ORDER BY p.id`,
    { grace: MOVING_MS / 1_000 }
  )
