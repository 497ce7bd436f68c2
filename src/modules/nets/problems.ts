import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/**
 * What staff has to look at, by code.
 *
 * - `paid_without_order`: money is held and its order could not be placed yet
 * - `amount_mismatch`: the cart or amount changed while it was paid; the money goes back
 * - `second_payment`: the sale was paid by another session too; the money goes back
 * - `paid_without_session`: Medusa has dropped the session; the money goes back
 * - `order_cancelled`: paid after its order was cancelled; the money goes back
 * - `charged_elsewhere`, `refunded_elsewhere`, `cancelled_elsewhere`: done outside Medusa, and booked
 * - `refund_failed`: a refund came to nothing later; Medusa's refund was undone
 * - `charge_failed`: a server was killed before it charged; Medusa's capture was undone
 * - `refund_unreachable`: Nets refuses the refund for good; staff pays and registers it by hand
 * - `reservation_expiring`: reserved for six days; capture it before it ends
 * - `reservation_expired`: Nets says that the reservation has ended
 * - `outcome_unknown`: an answer of Nets was lost, and the payment could not be read since
 * - `totals_differ`: Medusa has booked more than Nets shows
 */
export type NetsProblem =
  | "paid_without_order"
  | "amount_mismatch"
  | "second_payment"
  | "paid_without_session"
  | "order_cancelled"
  | "charged_elsewhere"
  | "refunded_elsewhere"
  | "cancelled_elsewhere"
  | "refund_failed"
  | "charge_failed"
  | "refund_unreachable"
  | "reservation_expiring"
  | "reservation_expired"
  | "outcome_unknown"
  | "totals_differ"

/** Problems that are true only as long as the facts are; all others stay until staff has seen them. */
export const PASSING_PROBLEMS: readonly string[] = [
  "paid_without_order",
  "outcome_unknown",
  "reservation_expiring",
  "totals_differ",
]

/**
 * Notes a problem of a payment. One that is already noted keeps its time, and one that passes by itself does not
 * hide one that staff has not seen yet.
 *
 * @returns whether it is new
 */
export const recordProblem = async (
  connection: Knex,
  sessionId: string,
  problem: NetsProblem
): Promise<boolean> => {
  const sql = `UPDATE dk_nets_payment SET problem = ?, problem_since = now(), updated_at = now()
    WHERE session_id = ? AND problem IS DISTINCT FROM ?
      AND (problem IS NULL OR problem = ANY(?) OR NOT ? = ANY(?)) RETURNING id`
  const passing = [...PASSING_PROBLEMS]
  const bindings = [problem, sessionId, problem, passing, problem, passing]
  return (await selectRows(connection, sql, bindings)).length > 0
}

/** Forgets a problem that ended by itself. */
export const clearPassingProblem = async (connection: Knex, sessionId: string): Promise<void> => {
  const sql = `UPDATE dk_nets_payment SET problem = NULL, problem_since = NULL, updated_at = now()
    WHERE session_id = ? AND problem = ANY(?)`
  await connection.raw(sql, [sessionId, [...PASSING_PROBLEMS]])
}
