import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { retryAfterOf } from "../../modules/nets/client-error"
import { GRACE_MS } from "../../modules/nets/domain/follow-up"
import { HELD_AS_SEEN } from "../../modules/nets/record-seen"
import { planAfterFailure, readsLeft, waitForReads } from "../../modules/nets/plan-check"
import { errorName } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { tell } from "./follow/context"
import { followNetsPayment } from "./follow-payment"

/** Sessions whose payment nobody wrote down: made before the table was, or by a process that was killed. */
const ADOPT = `INSERT INTO dk_nets_payment
    (id, session_id, payment_collection_id, payment_id, account, amount, currency_code, created_at)
  SELECT 'dknetspay_' || s.id, s.id, s.payment_collection_id, s.data->>'payment_id',
    COALESCE(s.data->>'account', 'default'), COALESCE((s.data->>'amount')::numeric::int, 0), s.currency_code, s.created_at
  FROM payment_session s
  WHERE s.provider_id LIKE 'pp\\_nets\\_%' AND s.deleted_at IS NULL
    AND s.created_at > now() - interval '60 days' AND s.created_at < now() - interval '2 minutes'
    AND s.data->>'payment_id' ~ '^[0-9a-fA-F-]{32,36}$' AND s.data->>'amount' ~ '^[0-9]{1,9}$'
    AND NOT EXISTS (SELECT 1 FROM dk_nets_payment n WHERE n.session_id = s.id)
  ON CONFLICT (session_id) DO NOTHING`

const BATCH = 100

/** So many failures in a row mean that Nets is away: the rest stays due for the next run. */
const GIVE_UP_AFTER = 5

type Due = { id: string; session_id: string }

const nextDue = (connection: Knex, start: Date, after: string): Promise<Due[]> =>
  selectRows<Due>(
    connection,
    `SELECT id, session_id FROM dk_nets_payment
      WHERE closed_at IS NULL AND deleted_at IS NULL AND next_check_at <= ? AND id > ?
      ORDER BY id LIMIT ?`,
    [start, after, BATCH]
  )

/** Money that was last seen held, and no payment of Medusa stands for it. */
const HOLDS_MONEY = `SELECT 1 FROM dk_nets_payment n WHERE n.session_id = ?
  AND ${HELD_AS_SEEN} AND n.created_at < now() - make_interval(secs => ?)
  AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.payment_session_id = n.session_id AND p.deleted_at IS NULL)`

const recordFailedLook = async (
  container: MedusaContainer,
  sessionId: string,
  error: unknown
): Promise<void> => {
  const connection = postgres(container)
  await planAfterFailure(connection, sessionId, retryAfterOf(error))
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  logger.warn(`nets: session ${sessionId} could not be checked (${errorName(error)})`)
  const held = await selectRows(connection, HOLDS_MONEY, [sessionId, GRACE_MS / 1_000])
  if (held.length > 0) await tell({ container, connection, sessionId }, "paid_without_order")
}

/**
 * Looks at one payment now, inside its hourly budget of reads. Never throws for a payment: what failed is looked
 * at again, later with each failure.
 *
 * @returns what came of it, as a code; `put_off` when its reads are used up
 */
export const checkNetsPayment = async (
  container: MedusaContainer,
  sessionId: string
): Promise<string> => {
  const connection = postgres(container)
  if ((await readsLeft(connection, sessionId)) <= 0) {
    await waitForReads(connection, sessionId)
    return "put_off"
  }
  try {
    return await followNetsPayment(container, { session_id: sessionId })
  } catch (error) {
    await recordFailedLook(container, sessionId, error)
    return `failed: ${errorName(error)}`
  }
}

/**
 * Looks at every payment that is due, by key, so that none is looked at twice and a stuck one holds up nobody.
 * Killed at any line it goes on from the facts: each payment carries the time of its next look.
 */
export const sweepNetsPayments = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  await connection.raw(ADOPT)
  const start = new Date()
  let failures = 0
  for (let after = ""; ;) {
    const due = await nextDue(connection, start, after)
    for (const { session_id: sessionId } of due) {
      const outcome = await checkNetsPayment(container, sessionId)
      failures = outcome.startsWith("failed:") ? failures + 1 : 0
      if (failures >= GIVE_UP_AFTER) return
    }
    const last = due.at(-1)
    if (!last) return
    after = last.id
  }
}
