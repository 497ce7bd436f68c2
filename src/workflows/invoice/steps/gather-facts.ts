import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderFacts } from "../../../modules/invoice/domain/order-facts"
import { notFound } from "../../../shared/errors"
import { findBuyerOfOrder } from "../../buyer"
import { ORDER_FIELDS, orderRow } from "./order-row"
import { toOrderFacts } from "./to-order-facts"

/** Reads what decides about an order's invoices. Throws not_found for an unknown order. */
export const gatherFacts = async (
  container: MedusaContainer,
  orderId: string
): Promise<OrderFacts> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id: orderId },
  })
  const [order] = data as unknown[]
  if (!order) throw notFound("The order was not found.")
  return toOrderFacts(orderRow.parse(order), await findBuyerOfOrder(container, orderId))
}

export const dkGatherInvoiceFactsStep = createStep(
  "dk-gather-invoice-facts",
  async ({ order_id }: { order_id: string }, { container }: { container: MedusaContainer }) => {
    const seen = await findBuyerOfOrder(container, order_id)
    return new StepResponse({ facts: await gatherFacts(container, order_id), seen })
  }
)
