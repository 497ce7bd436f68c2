import { toMinorUnits } from "../../shared/money"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { readSessionData } from "./domain/session-data"
import type { SessionReference } from "./domain/session-data"
import type { SessionFacts } from "./domain/settlement"

type Row = {
  id: string
  amount: string
  currency_code: string
  collection_amount: string
  data: unknown
  payment_id: string | null
  cart_id: string | null
  order_id: string | null
}

const SQL = `SELECT s.id, s.amount::text, s.currency_code, c.amount::text AS collection_amount, s.data,
    p.id AS payment_id, cp.cart_id, COALESCE(oc.order_id, op.order_id) AS order_id
  FROM payment_session s
  JOIN payment_collection c ON c.id = s.payment_collection_id
  LEFT JOIN payment p ON p.payment_session_id = s.id AND p.deleted_at IS NULL
  LEFT JOIN cart_payment_collection cp ON cp.payment_collection_id = c.id AND cp.deleted_at IS NULL
  LEFT JOIN order_cart oc ON oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL
  LEFT JOIN order_payment_collection op ON op.payment_collection_id = c.id AND op.deleted_at IS NULL
  WHERE s.id = ? AND s.deleted_at IS NULL
  LIMIT 1`

/** What Medusa knows of a payment session now; undefined when it is gone. */
export const readSessionFacts = async (
  connection: Knex,
  sessionId: string
): Promise<{ facts: SessionFacts; reference: SessionReference } | undefined> => {
  const [row] = await selectRows<Row>(connection, SQL, [sessionId])
  if (!row) return undefined
  return {
    reference: readSessionData(row.data),
    facts: {
      session_id: row.id,
      amount: toMinorUnits(row.amount, row.currency_code),
      currency: row.currency_code,
      collection_amount: toMinorUnits(row.collection_amount, row.currency_code),
      has_payment: row.payment_id !== null,
      cart_id: row.cart_id,
      order_id: row.order_id,
    },
  }
}

/** What Medusa recorded of one capture or refund and of all of its payment, in minor units. */
export type MoneyRows = {
  currency: string
  /** The row a call is about. */
  amount: number
  /** All rows of the payment together that Nets shows or shall show, this one included. */
  total: number
}
