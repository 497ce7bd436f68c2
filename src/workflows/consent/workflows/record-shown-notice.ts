import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { dkGatherPurchaseStep } from "../steps/gather-purchase"
import { dkWriteShownNoticeStep } from "../steps/write-shown-notice"

export type RecordShownNoticeInput = { order_id: string }

/**
 * Records which privacy notice a purchase showed. Idempotent: the order decides, not the event.
 *
 * @returns `{ recorded }`: false when it had been recorded, or no notice was in force
 */
export const dkRecordShownNoticeWorkflow = createWorkflow(
  "dk-record-shown-notice",
  (input: RecordShownNoticeInput) =>
    new WorkflowResponse(dkWriteShownNoticeStep(dkGatherPurchaseStep(input)))
)
