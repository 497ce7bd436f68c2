import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { dkGatherRegistrationStep } from "../steps/gather-registration"
import { dkWriteRegistrationStep } from "../steps/write-registration"

export type RecordRegistrationInput = { customer_id: string }

/**
 * Records which notices making an account showed. Idempotent: the account decides, not the event. An account that staff made
 * counts as sent, and registering never gives a consent.
 *
 * @returns `{ recorded }`: false when it had been recorded, the customer is a guest, or no notice was in force
 */
export const dkRecordRegistrationWorkflow = createWorkflow(
  "dk-record-registration",
  (input: RecordRegistrationInput) =>
    new WorkflowResponse(dkWriteRegistrationStep(dkGatherRegistrationStep(input)))
)
