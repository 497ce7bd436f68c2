import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NetsModuleService } from "../../../modules/nets"
import { NETS_MODULE } from "../../../modules/nets"
import type { NetsClient } from "../../../modules/nets/client"
import { isNotFoundAtNets } from "../../../modules/nets/client-error"
import { holdsMoney } from "../../../modules/nets/domain/payment-state"
import type { NetsPayment } from "../../../modules/nets/domain/payment-state"
import { readSessionData } from "../../../modules/nets/domain/session-data"
import { decideSettlement } from "../../../modules/nets/domain/settlement"
import type { Settlement } from "../../../modules/nets/domain/settlement"
import { readSessionFacts } from "../../../modules/nets/session-facts"
import { postgres } from "../../../shared/postgres"

export type SettleInput = {
  session_id: string
  /** A payment id somebody told, used only while the session does not know its own. */
  payment_id?: string
}

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

const nothing = (outcome: string): Settlement => ({ action: "none", outcome })

/** Fetches the session's payment and decides what has to happen. Changes nothing. */
export const dkDecideNetsSettlementStep = createStep(
  "dk-decide-nets-settlement",
  async (input: SettleInput, { container }) => {
    const found = await readSessionFacts(postgres(container), input.session_id)
    const { account, payment_id: own } = found?.reference ?? readSessionData(undefined)
    const paymentId = own ?? input.payment_id
    if (paymentId === undefined) return new StepResponse(nothing("no_payment"))
    const nets = container.resolve<NetsModuleService>(NETS_MODULE)
    const payment = await fetchOwnPayment(nets.client(account), paymentId, input.session_id)
    if (!payment) return new StepResponse(nothing("foreign_payment"))
    if (found) return new StepResponse(decideSettlement(found.facts, payment))
    return new StepResponse(nothing(holdsMoney(payment) ? "paid_without_session" : "session_gone"))
  }
)
