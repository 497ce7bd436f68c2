import { emitEventStep } from "@medusajs/medusa/core-flows"
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
import { conflict, notFound } from "../../../shared/errors"
import { postgres, selectRows, withLock } from "../../../shared/postgres"
import { checkOrder } from "../check-order"

export type SetOrderBuyerInput = {
  order_id: string
  fields: BuyerFields
}

const dkStoreOrderBuyerStep = createStep(
  "dk-store-order-buyer",
  async ({ order_id, fields }: SetOrderBuyerInput, { container }) => {
    const connection = postgres(container)
    const buyer = await withLock(connection, `dk_buyer:${order_id}`, async () => {
      const orders = await selectRows(connection, `SELECT 1 FROM "order" WHERE id = ?`, [order_id])
      if (orders.length === 0) throw notFound("The order was not found.")
      if (await container.resolve<InvoiceModuleService>(INVOICE_MODULE).hasIssued(order_id)) {
        throw conflict(
          "invoice_issued",
          "The order is invoiced. Correct it by a credit note and a new invoice."
        )
      }
      return container.resolve<BuyerModuleService>(BUYER_MODULE).replaceBuyer({ order_id }, fields)
    })
    await checkOrder(container, order_id)
    return new StepResponse(buyer)
  }
)

/**
 * Staff sets who bought an order or draft order, until it is invoiced.
 * Throws not_found, and the conflict `invoice_issued`. Emits `dk_buyer.order_buyer_set`.
 */
export const dkSetOrderBuyerWorkflow = createWorkflow(
  "dk-set-order-buyer",
  (input: SetOrderBuyerInput) => {
    const buyer = dkStoreOrderBuyerStep(input)
    emitEventStep({ eventName: "dk_buyer.order_buyer_set", data: { id: input.order_id } })
    return new WorkflowResponse(buyer)
  }
)
