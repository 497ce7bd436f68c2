import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NetsModuleService } from "../../../modules/nets"
import { NETS_MODULE } from "../../../modules/nets"
import type { NetsClient } from "../../../modules/nets/client"
import { isNotFoundAtNets } from "../../../modules/nets/client-error"
import type { FollowFacts } from "../../../modules/nets/domain/follow-up"
import { holdsMoney } from "../../../modules/nets/domain/payment-state"
import type { NetsPayment } from "../../../modules/nets/domain/payment-state"
import type { SessionReference } from "../../../modules/nets/domain/session-data"
import { decideSettlement } from "../../../modules/nets/domain/settlement"
import type { SessionFacts, Settlement } from "../../../modules/nets/domain/settlement"
import { readFollowFacts } from "../../../modules/nets/follow-facts"
import { recordSeen } from "../../../modules/nets/record-seen"
import { readSessionFacts } from "../../../modules/nets/session-facts"
import { postgres } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"

export type SettleInput = {
  session_id: string
  /** A payment id somebody told, used only while the session does not know its own. */
  payment_id?: string
}

/** What has to happen, and the payment it was decided from; none when Nets does not have one of the session. */
type SettleDecision = { settlement: Settlement; payment: NetsPayment | null }

/** The payment, unless Nets does not have it or it was made for another session. */
const fetchOwnPayment = async (
  client: NetsClient,
  paymentId: string,
  sessionId: string
): Promise<NetsPayment | undefined> => {
  try {
    const payment = await client.retrieve(paymentId)
    return payment.my_reference === sessionId ? payment : undefined
  } catch (error) {
    if (isNotFoundAtNets(error)) return undefined
    throw error
  }
}

const nothing = (outcome: string, payment: NetsPayment | null = null): SettleDecision => ({
  settlement: { action: "none", outcome },
  payment,
})

const referenceOf = async (connection: Knex, input: SettleInput) => {
  const session = await readSessionFacts(connection, input.session_id)
  const seen = await readFollowFacts(connection, input.session_id)
  const known: SessionReference = session?.reference ?? seen?.reference ?? { account: "default" }
  const paymentId = known.payment_id ?? seen?.reference.payment_id ?? input.payment_id
  return { session, account: known.account, paymentId }
}

/**
 * An order that stands without a payment lacks only this one: it was made by hand, changed later, or whoever
 * placed it was killed before the payment was authorised.
 */
const waitingForMoney = (facts: SessionFacts, sale: FollowFacts | undefined): SessionFacts => {
  const lacksIt = sale?.order_state === "open" && !sale.booked && !sale.paid_by_another
  return lacksIt ? { ...facts, order_id: null, cart_id: null } : facts
}

/** Fetches the session's payment, writes down what was seen and decides what has to happen. */
export const dkDecideNetsSettlementStep = createStep(
  "dk-decide-nets-settlement",
  async (input: SettleInput, { container }) => {
    const connection = postgres(container)
    const { session, account, paymentId } = await referenceOf(connection, input)
    if (paymentId === undefined) return new StepResponse(nothing("no_payment"))
    const nets = container.resolve<NetsModuleService>(NETS_MODULE)
    const { session_id: sessionId } = input
    const payment = await fetchOwnPayment(nets.client(account), paymentId, sessionId)
    if (!payment) return new StepResponse(nothing("foreign_payment"))
    const reference = { session_id: sessionId, payment_id: paymentId, account }
    await recordSeen(connection, reference, payment)
    const sale = (await readFollowFacts(connection, sessionId))?.facts
    if (!session) {
      const outcome = holdsMoney(payment) ? "paid_without_session" : "session_gone"
      return new StepResponse(nothing(outcome, payment))
    }
    if (sale?.release_asked_at != null) return new StepResponse(nothing("released", payment))
    const settlement = decideSettlement(waitingForMoney(session.facts, sale), payment)
    return new StepResponse({ settlement, payment })
  }
)
