import type { MedusaContainer } from "@medusajs/framework/types"
import type { SettleInput } from "./steps/decide-settlement"
import { putNetsPaymentRight } from "./follow/put-right"
import { dkSettleNetsSessionWorkflow } from "./workflows/settle-session"

/**
 * Looks at a payment session's payment at Nets and does what is due: completes the sale, or puts Medusa right.
 * The inbox, the sweep and staff all come in here.
 *
 * @returns what came of it, as a code
 */
export const followNetsPayment = async (
  container: MedusaContainer,
  input: SettleInput
): Promise<string> => {
  const { result } = await dkSettleNetsSessionWorkflow(container).run({ input })
  const { settlement, payment } = result
  if (payment) await putNetsPaymentRight(container, input.session_id, payment)
  return settlement.outcome
}
