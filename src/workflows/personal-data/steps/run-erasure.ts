import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { runErasureIfDue } from "../run-erasures"

/** Runs the erasure when its grace has ended; what is erased is not brought back, so nothing compensates. */
export const dkRunErasureStep = createStep(
  "dk-run-erasure",
  async ({ erasure_id }: { erasure_id: string | null }, { container }) => {
    if (erasure_id !== null) await runErasureIfDue(container, erasure_id)
    return new StepResponse(erasure_id)
  }
)
