import type { MedusaContainer } from "@medusajs/framework/types"
import { isRateLimited, isUnknownOutcome, retryAfterOf } from "../../../modules/nets/client-error"
import { untilDone } from "../../../modules/nets/one-at-a-time"
import { notFound } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"
import { followNetsPayment } from "../follow-payment"

/**
 * How a check went.
 *
 * - `checked`: Nets was read, and what follows from it is done
 * - `spent`: Nets may be read about this payment again in `retry_after` seconds
 * - `unreachable`: Nets gave no answer that can be relied on; nothing has changed
 */
export type NetsCheck =
  { outcome: "checked" } | { outcome: "spent"; retry_after: number } | { outcome: "unreachable" }

type Budget = { payment_id: string; is_spent: boolean | null; retry_after: number | null }

const SQL = `SELECT payment_id, reads >= 30 AND reads_since > now() - interval '1 hour' AS is_spent,
    ceil(extract(epoch FROM reads_since + interval '1 hour' - now()))::int AS retry_after
  FROM dk_nets_payment WHERE session_id = ? AND deleted_at IS NULL`

/** When Nets says that it was read too often, and neither it nor our own count says until when. */
const WAIT_SECONDS = 300

/**
 * Reads a payment at Nets now, writes down what is seen and does what follows from it, the same way as a webhook
 * or the sweep does; a webhook that is being worked off meanwhile is waited for. Nets answers thirty reads of a payment an hour; when they are spent, nothing is read.
 *
 * @throws MedusaError not_found for a session that never had a payment at Nets; a refusal by Nets
 */
export const checkNetsPaymentNow = async (
  container: MedusaContainer,
  sessionId: string
): Promise<NetsCheck> => {
  const [budget] = await selectRows<Budget>(postgres(container), SQL, [sessionId])
  if (!budget) throw notFound("This payment session has no payment at Nets.")
  const wait = Math.max(1, budget.retry_after ?? WAIT_SECONDS)
  if (budget.is_spent === true) return { outcome: "spent", retry_after: wait }
  try {
    await followNetsPayment(container, { session_id: sessionId, payment_id: budget.payment_id })
    await untilDone(postgres(container), sessionId)
    return { outcome: "checked" }
  } catch (error) {
    if (isRateLimited(error)) {
      return { outcome: "spent", retry_after: retryAfterOf(error) ?? wait }
    }
    if (isUnknownOutcome(error)) return { outcome: "unreachable" }
    throw error
  }
}
