import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { dkGatherInvoiceFactsStep } from "../steps/gather-facts"
import { dkSealInvoiceDocumentsStep } from "../steps/seal-documents"

export type IssueInvoicesInput = { order_id: string }

/**
 * Issues the invoice and credit notes that the facts of an order call for and that have not been issued. For an order that is
 * invoiced elsewhere it writes down what to ask for and emits `dk_invoice.requested`.
 * Idempotent: run it from any event, a job or a route, any number of times.
 *
 * @returns ids of what was issued or asked for now, and the fields that stand in the way of what is due
 */
export const dkIssueInvoicesWorkflow = createWorkflow(
  "dk-issue-invoices",
  (input: IssueInvoicesInput) =>
    new WorkflowResponse(dkSealInvoiceDocumentsStep(dkGatherInvoiceFactsStep(input)))
)
