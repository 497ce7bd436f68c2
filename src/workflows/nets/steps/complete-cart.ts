import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { coreFlows } from "../../../shared/core-flows"

/**
 * Completes a cart the way Medusa's own store route does: authorised inside, once, giving the same order again.
 * It runs as a workflow of its own, so that a failure after it cannot take the order back.
 */
export const dkCompleteNetsCartStep = createStep(
  "dk-complete-nets-cart",
  async ({ cart_id: id }: { cart_id: string }, { container }) => {
    await container
      .resolve(Modules.WORKFLOW_ENGINE)
      .run(coreFlows.completeCartWorkflowId, { input: { id } })
    return new StepResponse(id)
  }
)
