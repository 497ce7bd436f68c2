import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { dkAmendInvoicesStep } from "../steps/amend-invoices"
import type { AmendInvoicesInput } from "../steps/amend-invoices"

/**
 * Credits something of an order's invoice, or corrects the invoice: credits the rest of it and puts a new one in its
 * place, in one transaction.
 *
 * @returns the order's id
 * @throws not_found, invalid_data naming the field, and the conflicts `already_corrected`, `exceeds_invoice`,
 *   `credits_exceed_invoice` and `invoicing_off`
 */
export const dkAmendInvoicesWorkflow = createWorkflow(
  "dk-amend-invoices",
  (input: AmendInvoicesInput) => new WorkflowResponse(dkAmendInvoicesStep(input))
)
