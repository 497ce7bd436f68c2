import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { BUYER_MODULE } from "../../../modules/buyer"
import type { BuyerModuleService, BuyerPlaceFields } from "../../../modules/buyer"
import { notFound } from "../../../shared/errors"

export type SaveBuyerPlaceInput = { customer_id: string; place: BuyerPlaceFields }
export type RemoveBuyerPlaceInput = { customer_id: string; id: string }

// No compensation in either: each is its workflow's only step, and one statement.
const dkSavePlaceStep = createStep(
  "dk-save-place",
  async ({ customer_id, place }: SaveBuyerPlaceInput, { container }) => {
    const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
    return new StepResponse(await service.savePlace(customer_id, place))
  }
)

const dkRemovePlaceStep = createStep(
  "dk-remove-place",
  async ({ customer_id, id }: RemoveBuyerPlaceInput, { container }) => {
    const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
    if (!(await service.removePlace(customer_id, id))) throw notFound("The place was not found.")
    return new StepResponse(true)
  }
)

/**
 * Saves an EAN place of an account.
 *
 * @returns the place as it is stored
 */
export const dkSaveBuyerPlaceWorkflow = createWorkflow(
  "dk-save-buyer-place",
  (input: SaveBuyerPlaceInput) => new WorkflowResponse(dkSavePlaceStep(input))
)

/**
 * Removes a saved EAN place. Throws not_found for another account's.
 *
 * @returns true
 */
export const dkRemoveBuyerPlaceWorkflow = createWorkflow(
  "dk-remove-buyer-place",
  (input: RemoveBuyerPlaceInput) => new WorkflowResponse(dkRemovePlaceStep(input))
)
