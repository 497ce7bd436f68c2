import { countReads } from "../../../modules/nets/count-reads"
import { movesOf } from "../../../modules/nets/domain/follow-up"
import type { Move } from "../../../modules/nets/domain/follow-up"
import type { NetsPayment } from "../../../modules/nets/domain/payment-state"
import { wishedTotal } from "../../../modules/nets/booked-rows"
import { readFollowFacts } from "../../../modules/nets/follow-facts"
import { chargeRecorded, refundRecorded } from "../../../modules/nets/move-money"
import { paymentLock } from "../../../modules/nets/move-recorded"
import { recordSeen } from "../../../modules/nets/record-seen"
import { whileLocked } from "../../../shared/session-locks"
import { tell } from "./context"
import type { Follow } from "./context"

type Finish = Extract<Move, { kind: "finish_charge" | "finish_refund" }>

export const isFinish = (move: Move): move is Finish =>
  move.kind === "finish_charge" || move.kind === "finish_refund"

const isSame =
  ({ kind, amount }: Finish) =>
  (other: Move): boolean =>
    other.kind === kind && "amount" in other && other.amount === amount

const finish = async (
  { connection, paymentId, sessionId }: Follow,
  client: Follow["client"],
  move: Finish
): Promise<NetsPayment | undefined> => {
  const payment = await client.retrieve(paymentId)
  const found = await readFollowFacts(connection, sessionId)
  if (!found?.facts.booked) return undefined
  const { booked } = found.facts
  if (!movesOf(found.facts, payment, Date.now()).some(isSame(move))) return undefined
  const isCharge = move.kind === "finish_charge"
  const wished = await wishedTotal(connection, isCharge ? "capture" : "refund", booked.id)
  // Rows that only book what was seen at Nets ask for nothing.
  if (wished < move.amount) return undefined
  const rows = { currency: payment.currency ?? "", amount: move.amount }
  return isCharge
    ? chargeRecorded(client, paymentId, { ...rows, total: booked.captured })
    : refundRecorded(client, paymentId, { ...rows, total: booked.refunded })
}

/**
 * Does at Nets what a capture or refund of Medusa says whose server was killed before it asked. Medusa would refuse
 * to ask again, since the row is there. Decided anew under the payment's lock with a fresh look.
 *
 * @throws what Nets refuses, after staff was told
 */
export const finishMove = async (follow: Follow, move: Finish): Promise<void> => {
  const { connection, paymentId, reference } = follow
  const counted = countReads(follow.client)
  try {
    const payment = await whileLocked(connection, paymentLock(paymentId), () =>
      finish(follow, counted.client, move)
    )
    if (payment) await recordSeen(connection, reference, payment, counted.reads())
  } catch (error) {
    await tell(follow, "totals_differ")
    throw error
  }
}
