import { MOVING_MS } from "../../../shared/payment-sums"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { IS_ON_ACCOUNT } from "./provider"

/** A payment on invoice whose capture or refund a process did not finish, and its captures that nobody finished. */
export type CutPayment = {
  order_id: string
  payment_id: string
  captures: { id: string; created_at: string }[]
}

/** An order's transaction is the last that Medusa writes of a capture or refund. */
const unfinished = (
  reference: "capture" | "refund"
): string => `SELECT m.id, m.created_at FROM ${reference} m
  WHERE m.payment_id = p.id AND m.deleted_at IS NULL AND m.created_at < now() - make_interval(secs => :grace)
    AND NOT EXISTS (SELECT 1 FROM order_transaction t
      WHERE t.order_id = l.order_id AND t.reference = '${reference}' AND t.reference_id = m.id AND t.deleted_at IS NULL)`

/** Payments on invoice whose captures or refunds do not stand on their order, though whoever began them must have ended. */
export const readCut = (connection: Knex): Promise<CutPayment[]> =>
  selectRows<CutPayment>(
    connection,
    `SELECT l.order_id, p.id AS payment_id, cut.captures
       FROM payment p
       JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL
       CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(k ORDER BY k.id), '[]') AS captures FROM (${unfinished("capture")}) k) cut
      WHERE ${IS_ON_ACCOUNT} AND p.deleted_at IS NULL AND (cut.captures <> '[]' OR EXISTS (${unfinished("refund")}))
      ORDER BY p.id LIMIT 1000`,
    { grace: MOVING_MS / 1_000 }
  )
