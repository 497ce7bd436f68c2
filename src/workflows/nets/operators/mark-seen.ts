import type { MedusaContainer } from "@medusajs/framework/types"
import { PASSING_PROBLEMS } from "../../../modules/nets/problems"
import { conflict, notFound } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"

/** True for a problem that lasts as long as the facts do: marked as seen, it would come back with the next check. */
export const isLasting = (problem: string | null): boolean =>
  PASSING_PROBLEMS.includes(problem ?? "")

/**
 * Takes a problem off a payment, for staff who has seen it and done what there is to do.
 *
 * @throws MedusaError not_found; conflict `nets_problem_changed` when the payment does not have this problem (any
 * more), `nets_problem_lasts` when it lasts until what is wrong is set right
 */
export const markNetsProblemSeen = async (
  container: MedusaContainer,
  sessionId: string,
  problem: string
): Promise<void> => {
  if (isLasting(problem)) {
    throw conflict("nets_problem_lasts", "This lasts until what is wrong is set right.")
  }
  const connection = postgres(container)
  const sql = `UPDATE dk_nets_payment SET problem = NULL, problem_since = NULL, updated_at = now()
    WHERE session_id = ? AND problem = ? AND deleted_at IS NULL RETURNING id`
  if ((await selectRows(connection, sql, [sessionId, problem])).length > 0) return
  const known = "SELECT id FROM dk_nets_payment WHERE session_id = ? AND deleted_at IS NULL"
  if ((await selectRows(connection, known, [sessionId])).length > 0) {
    throw conflict("nets_problem_changed", "The payment does not have this problem any more.")
  }
  throw notFound("This payment session has no payment at Nets.")
}
