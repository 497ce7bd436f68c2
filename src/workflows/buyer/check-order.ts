import type { MedusaContainer } from "@medusajs/framework/types"
import { BUYER_MODULE, findAddressProblems, findBuyerProblems } from "../../modules/buyer"
import type { BillingAddress, BuyerModuleService, BuyerProblem } from "../../modules/buyer"
import { postgres, selectRows } from "../../shared/postgres"
import { readBuyerOfOrder } from "./find-buyer-of-order"

type OrderRow = {
  is_draft_order: boolean
  address_1: string | null
  postal_code: string | null
  city: string | null
  country_code: string | null
  has_address: boolean
}

/** Staff went on without saying who buys: the order lacks its buyer until somebody does. */
export const NO_BUYER: BuyerProblem = {
  field: "buyer",
  code: "buyer_missing",
  message: "Say who buys: private, business or public.",
}

const isListed = async (container: MedusaContainer, orderId: string): Promise<boolean> => {
  const findings = await container.resolve<BuyerModuleService>(BUYER_MODULE).listFindings(orderId)
  return findings.some(({ code }) => code === NO_BUYER.code)
}

/** A draft without a buyer is work in progress, not a breach, until staff chose to go on without. */
const problemsOf = async (container: MedusaContainer, orderId: string): Promise<BuyerProblem[]> => {
  const [order] = await selectRows<OrderRow>(
    postgres(container),
    `SELECT o.is_draft_order, a.address_1, a.postal_code, a.city, a.country_code, a.id IS NOT NULL AS has_address
       FROM "order" o LEFT JOIN order_address a ON a.id = o.billing_address_id WHERE o.id = ?`,
    [orderId]
  )
  if (!order) return []
  const { buyer, cartId } = await readBuyerOfOrder(container, orderId)
  if (!buyer) {
    const isStillOpen = order.is_draft_order && !(await isListed(container, orderId))
    return cartId !== null || isStillOpen ? [] : [NO_BUYER]
  }
  const address: BillingAddress | null = order.has_address ? order : null
  return [...findBuyerProblems(buyer), ...findAddressProblems(buyer, address)]
}

/**
 * Judges the buyer of an order by the rules and records what it breaks, once each; findings that no
 * longer hold are resolved. Refuses nothing: the order stands.
 */
export const checkOrder = async (container: MedusaContainer, orderId: string): Promise<void> => {
  const problems = await problemsOf(container, orderId)
  await container.resolve<BuyerModuleService>(BUYER_MODULE).recordFindings(orderId, problems)
}
