import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NetsModuleService } from "../../../modules/nets"
import { NETS_MODULE } from "../../../modules/nets"
import { decideSettlement } from "../../../modules/nets/domain/settlement"
import type { Settlement } from "../../../modules/nets/domain/settlement"
import { readSessionFacts } from "../../../modules/nets/session-facts"
import { postgres } from "../../../shared/postgres"

export type SettleInput = {
  session_id: string
  /** A payment id somebody told, used only while the session does not know its own. */
  payment_id?: string
}

const nothing = (outcome: string): Settlement => ({ action: "none", outcome })

/** Fetches the session's payment and decides what has to happen. Changes nothing. */
export const dkDecideNetsSettlementStep = createStep(
  "dk-decide-nets-settlement",
  async (input: SettleInput, { container }) => {
    const found = await readSessionFacts(postgres(container), input.session_id)
    if (!found) return new StepResponse(nothing("session_gone"))
    const { facts, reference } = found
    const paymentId = reference.payment_id ?? input.payment_id
    if (paymentId === undefined) return new StepResponse(nothing("no_payment"))
    const nets = container.resolve<NetsModuleService>(NETS_MODULE)
    const payment = await nets.client(reference.account).retrieve(paymentId)
    if (payment.my_reference !== input.session_id) {
      return new StepResponse(nothing("foreign_payment"))
    }
    return new StepResponse(decideSettlement(facts, payment))
  }
)
