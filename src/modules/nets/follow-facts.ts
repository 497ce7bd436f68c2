import {
  CAPTURED_OF_COLLECTION,
  IS_CAPTURED,
  REFUNDED_OF_COLLECTION,
} from "../../shared/medusa-sums"
import { toMinorUnits } from "../../shared/money"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { MANUAL } from "./booked-rows"
import type { FollowFacts } from "./domain/follow-up"
import type { SessionReference } from "./domain/session-data"

type Row = {
  session_id: string
  payment_id: string
  account: string
  currency_code: string
  opened_at: Date
  reserved_at: Date | null
  auto_charge: boolean
  release_asked_at: Date | null
  moved_at: Date | null
  is_summed_up: boolean
  order_state: FollowFacts["order_state"]
  problem: string | null
  problem_since: Date | null
  session_amount: string | null
  session_currency: string | null
  collection_amount: string | null
  medusa_payment: string | null
  canceled_at: Date | null
  captured: string
  refunded: string
  cart_id: string | null
  order_id: string | null
  paid_by_another: boolean
}

/**
 * The order is the cart's, else the collection's own. A sale is paid by another session when one of its
 * collection's other payments stands, or when the cart became an order over another collection.
 */
const SQL = `SELECT n.session_id, n.payment_id, n.account, n.currency_code, n.created_at AS opened_at, n.reserved_at,
    n.auto_charge, n.release_asked_at, n.problem, n.problem_since, s.amount::text AS session_amount, s.currency_code AS session_currency,
    c.amount::text AS collection_amount, p.id AS medusa_payment, p.canceled_at,
    COALESCE((SELECT sum(k.amount) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL), 0)::text AS captured,
    COALESCE((SELECT sum(r.amount) FROM refund r WHERE r.payment_id = p.id AND r.deleted_at IS NULL
      AND COALESCE(r.created_by, '') NOT LIKE ?), 0)::text AS refunded,
    GREATEST((SELECT max(k.created_at) FROM capture k WHERE k.payment_id = p.id),
      (SELECT max(r.created_at) FROM refund r WHERE r.payment_id = p.id)) AS moved_at,
    NOT (p.captured_at IS NULL AND p.canceled_at IS NULL AND ${IS_CAPTURED})
      AND COALESCE(c.captured_amount, 0) = ${CAPTURED_OF_COLLECTION}
      AND COALESCE(c.refunded_amount, 0) = ${REFUNDED_OF_COLLECTION} AS is_summed_up,
    COALESCE((SELECT CASE WHEN o.status = 'canceled' THEN 'cancelled'
        WHEN cp.cart_id IS NOT NULL AND o.created_at > now() - interval '3 minutes' THEN 'settling' ELSE 'open' END
      FROM "order" o WHERE o.id = COALESCE(oc.order_id, op.order_id)), 'none') AS order_state,
    cp.cart_id, COALESCE(oc.order_id, op.order_id) AS order_id,
    (EXISTS (SELECT 1 FROM payment other WHERE other.payment_collection_id = n.payment_collection_id
        AND other.payment_session_id <> n.session_id AND other.deleted_at IS NULL AND other.canceled_at IS NULL)
      OR EXISTS (SELECT 1 FROM order_payment_collection elsewhere WHERE elsewhere.order_id = oc.order_id
        AND elsewhere.payment_collection_id <> n.payment_collection_id AND elsewhere.deleted_at IS NULL)
    ) AS paid_by_another
  FROM dk_nets_payment n
  LEFT JOIN payment_session s ON s.id = n.session_id AND s.deleted_at IS NULL
  LEFT JOIN payment_collection c ON c.id = n.payment_collection_id AND c.deleted_at IS NULL
  LEFT JOIN payment p ON p.payment_session_id = n.session_id AND p.deleted_at IS NULL
  LEFT JOIN cart_payment_collection cp ON cp.payment_collection_id = n.payment_collection_id AND cp.deleted_at IS NULL
  LEFT JOIN order_cart oc ON oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL
  LEFT JOIN order_payment_collection op ON op.payment_collection_id = n.payment_collection_id AND op.deleted_at IS NULL
  WHERE n.session_id = ? AND n.deleted_at IS NULL
  LIMIT 1`

const sessionOf = (row: Row): FollowFacts["session"] => {
  const { session_amount: amount, session_currency: currency, collection_amount: due } = row
  if (amount === null || currency === null || due === null) return null
  const minor = (value: string) => toMinorUnits(value, currency)
  return { amount: minor(amount), currency, collection_amount: minor(due) }
}

const bookedOf = (row: Row): FollowFacts["booked"] =>
  row.medusa_payment === null
    ? null
    : {
        id: row.medusa_payment,
        canceled: row.canceled_at !== null,
        captured: toMinorUnits(row.captured, row.currency_code),
        refunded: toMinorUnits(row.refunded, row.currency_code),
        moved_at: row.moved_at?.getTime() ?? null,
        is_summed_up: row.is_summed_up,
      }

/** What Medusa knows now about a payment at Nets; undefined for a session that never had one. */
export const readFollowFacts = async (
  connection: Knex,
  sessionId: string
): Promise<{ facts: FollowFacts; reference: SessionReference } | undefined> => {
  const [row] = await selectRows<Row>(connection, SQL, [`${MANUAL}%`, sessionId])
  if (!row) return undefined
  return {
    reference: {
      session_id: row.session_id,
      payment_id: row.payment_id,
      account: row.account,
    },
    facts: {
      session: sessionOf(row),
      booked: bookedOf(row),
      order_id: row.order_id,
      order_state: row.order_state,
      auto_charge: row.auto_charge,
      release_asked_at: row.release_asked_at?.getTime() ?? null,
      paid_by_another: row.paid_by_another,
      opened_at: row.opened_at.getTime(),
      reserved_at: row.reserved_at?.getTime() ?? null,
      problem: row.problem,
      problem_since: row.problem_since?.getTime() ?? null,
    },
  }
}
