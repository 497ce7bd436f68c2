import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { BUYER_MODULE } from "../../../modules/buyer"
import type { BuyerModuleService } from "../../../modules/buyer"
import { NO_BUYER } from "../check-order"
import { requireOrder } from "../require-order"

export type PostponeOrderBuyerInput = { order_id: string }

// No compensation: it is the workflow's only step, and one row.
const dkPostponeOrderBuyerStep = createStep(
  "dk-postpone-order-buyer",
  async ({ order_id }: PostponeOrderBuyerInput, { container }) => {
    await requireOrder(container, order_id, "draft")
    const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
    const buyer = await service.findBuyer({ order_id })
    if (!buyer) await service.recordFindings(order_id, [NO_BUYER])
    return new StepResponse(buyer)
  }
)

/**
 * Staff goes on with a draft order without saying who buys: it may be converted, and is listed as lacking
 * its buyer until somebody says. A buyer that is set already stays. Throws not_found for anything but a draft.
 *
 * @returns the buyer that is set already, or null
 */
export const dkPostponeOrderBuyerWorkflow = createWorkflow(
  "dk-postpone-order-buyer",
  (input: PostponeOrderBuyerInput) => new WorkflowResponse(dkPostponeOrderBuyerStep(input))
)
