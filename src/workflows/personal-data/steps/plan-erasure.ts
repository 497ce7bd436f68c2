import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { planErasure } from "../../../modules/personal-data/engine/plan-erasure"
import { postgres } from "../../../shared/postgres"
import { runOptions } from "../personal-data-settings"

export type PlanErasureInput = {
  customer_id?: string | undefined
  email?: string | undefined
  selection_id?: string | undefined
  confirmed_order_ids?: string[] | undefined
  reason?: string | undefined
  override_blocks: boolean
  /** Null: a proposal that staff confirms. */
  grace_hours: number | null
  requested_by: string | null
  source: "staff" | "customer_deleted"
}

/** Records the plan; the row is its own compensation, since an erasure is cancelled by its own route. */
export const dkPlanErasureStep = createStep(
  "dk-plan-erasure",
  async (input: PlanErasureInput, { container }) => {
    const { erasure, alreadyErased } = await planErasure(postgres(container), {
      customer_id: input.customer_id,
      email: input.email,
      selection_id: input.selection_id,
      confirmed_order_ids: input.confirmed_order_ids,
      source: input.source,
      reason: input.reason,
      overrideBlocks: input.override_blocks,
      graceHours: input.grace_hours,
      requestedBy: input.requested_by,
      ...runOptions(container),
    })
    return new StepResponse({ erasure_id: erasure?.id ?? null, already_erased: alreadyErased })
  }
)
