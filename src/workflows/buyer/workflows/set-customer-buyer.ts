import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { BUYER_MODULE } from "../../../modules/buyer"
import type { BuyerFields, BuyerModuleService } from "../../../modules/buyer"
import { notFound } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"

export type SetCustomerBuyerInput = { customer_id: string; fields: BuyerFields }

// No compensation: it is the workflow's only step, and one statement.
const dkStoreCustomerBuyerStep = createStep(
  "dk-store-customer-buyer",
  async ({ customer_id, fields }: SetCustomerBuyerInput, { container }) => {
    const customers = await selectRows(
      postgres(container),
      "SELECT 1 FROM customer WHERE id = ? AND deleted_at IS NULL",
      [customer_id]
    )
    if (customers.length === 0) throw notFound("The customer was not found.")
    const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
    return new StepResponse(await service.replaceBuyer({ customer_id }, fields))
  }
)

/**
 * Saves the default buyer of a customer. Throws not_found for an unknown or deleted one.
 *
 * @returns the buyer
 */
export const dkSetCustomerBuyerWorkflow = createWorkflow(
  "dk-set-customer-buyer",
  (input: SetCustomerBuyerInput) => new WorkflowResponse(dkStoreCustomerBuyerStep(input))
)
