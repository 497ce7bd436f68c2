import type { MedusaContainer } from "@medusajs/framework/types"
import { MANUAL } from "../../modules/nets/booked-rows"
import { readFollowFacts } from "../../modules/nets/follow-facts"
import { recordProblem } from "../../modules/nets/problems"
import type { NetsProblem } from "../../modules/nets/problems"
import { conflict, notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { coreFlows } from "../../shared/core-flows"
import type { Knex } from "../../shared/postgres"

type ManualRefund = {
  /** Major units, as Medusa counts. */
  amount: number
  /** Why, or how it was paid. */
  reason: string
  /** The user who registers it. */
  by: string
}

/** Takes the problem that allows it, so that a second click finds none. */
const takeProblem = async (
  connection: Knex,
  sessionId: string
): Promise<NetsProblem | undefined> => {
  const sql = `WITH taken AS (SELECT id, problem FROM dk_nets_payment
      WHERE session_id = ? AND problem IN ('refund_failed', 'refund_unreachable') FOR UPDATE)
    UPDATE dk_nets_payment n SET problem = NULL, problem_since = NULL, updated_at = now()
    FROM taken WHERE n.id = taken.id RETURNING taken.problem`
  const [row] = await selectRows<{ problem: NetsProblem }>(connection, sql, [sessionId])
  return row?.problem
}

/**
 * Registers a refund that staff paid another way because it can no longer reach the card. It is an ordinary
 * refund in Medusa, so totals and credit note follow; its row says who registered it, and Nets is not asked.
 *
 * @throws MedusaError not_found, conflict `refund_reaches_nets`, or Medusa's own for more than is captured
 */
export const registerManualNetsRefund = async (
  container: MedusaContainer,
  sessionId: string,
  { amount, reason, by }: ManualRefund
): Promise<void> => {
  const connection = postgres(container)
  const found = await readFollowFacts(connection, sessionId)
  if (!found?.facts.booked) throw notFound("The session has no payment.")
  const problem = await takeProblem(connection, sessionId)
  if (!problem) {
    const message = "Refund it at Nets first: only a refund that came to nothing is paid by hand."
    throw conflict("refund_reaches_nets", message)
  }
  const input = {
    payment_id: found.facts.booked.id,
    amount,
    note: reason,
    created_by: `${MANUAL}${by}`,
  }
  try {
    await coreFlows.refundPaymentWorkflow(container).run({ input })
  } catch (error) {
    await recordProblem(connection, sessionId, problem)
    throw error
  }
}
