import { countReads } from "../../../modules/nets/count-reads"
import { GRACE_MS, movesOf } from "../../../modules/nets/domain/follow-up"
import type { FollowFacts, Move } from "../../../modules/nets/domain/follow-up"
import { refundedOrPending, stillReserved } from "../../../modules/nets/domain/payment-state"
import type { NetsPayment } from "../../../modules/nets/domain/payment-state"
import { readFollowFacts } from "../../../modules/nets/follow-facts"
import { refundRecorded, releaseReservation } from "../../../modules/nets/move-money"
import { paymentLock } from "../../../modules/nets/move-recorded"
import { recordRelease, recordSeen } from "../../../modules/nets/record-seen"
import { whileLocked } from "../../../shared/session-locks"
import { tell } from "./context"
import type { Follow } from "./context"

type Return = Extract<Move, { kind: "return" }>

const isReturn = (move: Move): move is Return => move.kind === "return"

const giveBack = async (
  { connection, paymentId, sessionId }: Follow,
  client: Follow["client"]
): Promise<NetsPayment | undefined> => {
  const payment = await client.retrieve(paymentId)
  const found = await readFollowFacts(connection, sessionId)
  // Decided anew under the lock: an order's money is never touched.
  if (!found || !movesOf(found.facts, payment, Date.now()).some(isReturn)) return undefined
  const rest = stillReserved(payment) > 0 ? await releaseReservation(client, paymentId) : payment
  const { charged } = rest
  if (charged <= refundedOrPending(rest)) return rest
  const rows = { currency: rest.currency ?? "", amount: charged, total: charged }
  return refundRecorded(client, paymentId, rows)
}

/**
 * Gives back money that no sale stands for: what is reserved is cancelled, what is charged is refunded. Waits
 * until the problem has been shown for the grace, and decides again under the payment's lock. Repeating it
 * changes nothing, because what was given back is no longer held.
 */
export const returnMoney = async (
  follow: Follow,
  { why }: Return,
  facts: FollowFacts
): Promise<void> => {
  await tell(follow, why)
  const since = facts.problem === why ? facts.problem_since : null
  if (since === null || Date.now() - since < GRACE_MS) return
  const { connection, sessionId, reference } = follow
  await recordRelease(connection, sessionId)
  const counted = countReads(follow.client)
  const payment = await whileLocked(connection, paymentLock(follow.paymentId), () =>
    giveBack(follow, counted.client)
  )
  if (payment) await recordSeen(connection, reference, payment, counted.reads())
}
