import type { MedusaContainer } from "@medusajs/framework/types"
import { movesOf, outlookOf } from "../../../modules/nets/domain/follow-up"
import type { FollowFacts, Move } from "../../../modules/nets/domain/follow-up"
import type { NetsPayment } from "../../../modules/nets/domain/payment-state"
import { readFollowFacts } from "../../../modules/nets/follow-facts"
import { oneAtATime } from "../../../modules/nets/one-at-a-time"
import { clearPassingProblem } from "../../../modules/nets/problems"
import { planNextCheck } from "../../../modules/nets/plan-check"
import { alignOrderTransactions } from "../../../shared/order-transactions"
import { sumUp } from "../../../shared/payment-sums"
import { postgres } from "../../../shared/postgres"
import { bookCancel, bookCharge, bookRefund } from "./book"
import { followOf, tell } from "./context"
import type { Follow } from "./context"
import { returnMoney } from "./return-money"
import { undo } from "./undo"

const make = async (
  follow: Follow,
  { facts, currency }: { facts: FollowFacts; currency: string },
  move: Move
): Promise<void> => {
  if (move.kind === "return") return returnMoney(follow, move, facts)
  if (move.kind === "undo_charge" || move.kind === "undo_refund") return undo(follow, move.kind)
  const { booked } = facts
  if (!booked) return
  if (move.kind === "sum_up") {
    await follow.connection.transaction((transaction) => sumUp(transaction, booked.id))
    return
  }
  if (move.kind === "book_cancel") return bookCancel(follow, { booked, facts })
  const booking = { booked, facts, currency, amount: move.amount }
  return move.kind === "book_charge" ? bookCharge(follow, booking) : bookRefund(follow, booking)
}

const SOON_MS = 60_000

/** Notes what is wrong only as long as it lasts, and when to look again. */
const plan = async (follow: Follow, payment: NetsPayment): Promise<void> => {
  const found = await readFollowFacts(follow.connection, follow.sessionId)
  if (!found) return
  const now = Date.now()
  const { check_in: wait, problem } = outlookOf(found.facts, payment, now)
  const graceEnds = movesOf(found.facts, payment, now).some(({ kind }) => kind === "return")
  if (problem && !graceEnds) await tell(follow, problem)
  if (!problem) await clearPassingProblem(follow.connection, follow.sessionId)
  await planNextCheck(follow.connection, follow.sessionId, graceEnds ? 5 * SOON_MS : wait)
}

const putRight = async (
  container: MedusaContainer,
  sessionId: string,
  payment: NetsPayment
): Promise<void> => {
  const found = await readFollowFacts(postgres(container), sessionId)
  if (!found) return
  const { facts, reference } = found
  const follow = followOf(container, sessionId, reference)
  const currency = payment.currency ?? ""
  for (const move of movesOf(facts, payment, Date.now())) {
    await make(follow, { facts, currency }, move)
  }
  if (facts.order_id !== null && facts.booked) {
    await alignOrderTransactions(container, facts.order_id, facts.booked.id)
  }
  await plan(follow, payment)
}

/**
 * Makes Medusa say what Nets says of a payment that was just read: books what was moved elsewhere, takes back
 * refunds that came to nothing, gives back money without a sale, and plans the next look. Decides by the
 * difference of totals, so events and servers may come in any order and number; one server does it at a time.
 */
export const putNetsPaymentRight = (
  container: MedusaContainer,
  sessionId: string,
  payment: NetsPayment
): Promise<void> =>
  oneAtATime(postgres(container), sessionId, () => putRight(container, sessionId, payment))
