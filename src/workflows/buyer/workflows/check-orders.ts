import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { checkOrder } from "../check-order"

export type CheckOrdersInput = { order_ids: string[] }

// No compensation: findings are what the facts say, however often they are read.
const dkCheckOrdersStep = createStep(
  "dk-check-orders",
  async ({ order_ids }: CheckOrdersInput, { container }) => {
    for (const orderId of order_ids) await checkOrder(container, orderId)
    return new StepResponse(order_ids.length)
  }
)

/**
 * Records which buyer rules the orders break now. Can run any number of times.
 *
 * @returns how many orders were looked at
 */
export const dkCheckOrderBuyersWorkflow = createWorkflow(
  "dk-check-order-buyers",
  (input: CheckOrdersInput) => new WorkflowResponse(dkCheckOrdersStep(input))
)
