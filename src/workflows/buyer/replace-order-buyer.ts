import type { MedusaContainer } from "@medusajs/framework/types"
import { BUYER_MODULE } from "../../modules/buyer"
import type { BuyerFields, BuyerModuleService } from "../../modules/buyer"
import type { Knex } from "../../shared/postgres"

/** Gives an order another buyer, in the transaction of who holds its lock: with the invoice that a correction issues. */
export const replaceOrderBuyer = async (
  container: MedusaContainer,
  orderId: string,
  fields: BuyerFields,
  transaction: Knex.Transaction
): Promise<void> => {
  const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
  await service.replaceBuyer({ order_id: orderId }, fields, transaction)
}
