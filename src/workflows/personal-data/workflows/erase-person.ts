import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { dkPlanErasureStep } from "../steps/plan-erasure"
import type { PlanErasureInput } from "../steps/plan-erasure"
import { dkRunErasureStep } from "../steps/run-erasure"

export type ErasePersonInput = PlanErasureInput

/**
 * Plans the erasure of a person and runs it at once when there is no grace. Throws not_found for an unknown id.
 *
 * @returns `{ erasure_id, already_erased }`; the id is null when there is nobody to erase
 */
export const dkErasePersonWorkflow = createWorkflow(
  "dk-erase-person",
  (input: ErasePersonInput) => {
    const plan = dkPlanErasureStep(input)
    const due = transform({ plan }, (data) => ({
      erasure_id: data.plan.already_erased ? null : data.plan.erasure_id,
    }))
    dkRunErasureStep(due)
    return new WorkflowResponse(plan)
  }
)
