import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { BUYER_MODULE } from "../../../modules/buyer"
import type { BuyerFields, BuyerModuleService } from "../../../modules/buyer"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import { conflict } from "../../../shared/errors"
import { orderLock, postgres, withLock } from "../../../shared/postgres"
import { checkOrder } from "../check-order"
import { requireOrder } from "../require-order"
import { coreFlows } from "../../../shared/core-flows"

export type SetOrderBuyerInput = {
  order_id: string
  /** `draft` accepts only an order that is still a draft. */
  kind?: "any" | "draft"
  fields: BuyerFields
}

const dkStoreOrderBuyerStep = createStep(
  "dk-store-order-buyer",
  async ({ order_id, kind, fields }: SetOrderBuyerInput, { container }) => {
    const lock = orderLock(order_id)
    const buyer = await withLock(postgres(container), lock, async (transaction) => {
      await requireOrder(container, order_id, kind, transaction)
      const invoices = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
      if (await invoices.hasIssued(order_id, transaction)) {
        throw conflict(
          "invoice_issued",
          "The order is invoiced. Correct it by a credit note and a new invoice."
        )
      }
      const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
      return service.replaceBuyer({ order_id }, fields, transaction)
    })
    await checkOrder(container, order_id)
    return new StepResponse(buyer)
  }
)

/**
 * Staff sets who bought an order or draft order, until it is invoiced.
 * Throws not_found, and the conflict `invoice_issued`. Emits `dk_buyer.order_buyer_set`.
 *
 * @returns the buyer
 */
export const dkSetOrderBuyerWorkflow = createWorkflow(
  "dk-set-order-buyer",
  (input: SetOrderBuyerInput) => {
    const buyer = dkStoreOrderBuyerStep(input)
    coreFlows.emitEventStep({ eventName: "dk_buyer.order_buyer_set", data: { id: input.order_id } })
    return new WorkflowResponse(buyer)
  }
)
