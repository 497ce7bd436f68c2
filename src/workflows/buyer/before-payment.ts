import type { MedusaContainer } from "@medusajs/framework/types"
import { BUYER_MODULE, findAddressProblems, findBuyerProblems } from "../../modules/buyer"
import type { BillingAddress, BuyerModuleService } from "../../modules/buyer"
import { invalidField } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { NO_BUYER } from "./check-order"

type CartRow = BillingAddress & { cart_id: string; has_address: boolean }

/**
 * Refuses a payment session when the cart's buyer could not be invoiced: the numbers and references, and
 * for companies and authorities the billing address. The last point where a buyer can be refused.
 *
 * @throws MedusaError naming the field, e.g. `billing_address.city`
 */
export const requireBuyerBeforePayment = async (
  container: MedusaContainer,
  paymentCollectionId: string
): Promise<void> => {
  const [cart] = await selectRows<CartRow>(
    postgres(container),
    `SELECT c.id AS cart_id, a.address_1, a.postal_code, a.city, a.country_code, a.id IS NOT NULL AS has_address
       FROM cart_payment_collection l JOIN cart c ON c.id = l.cart_id
       LEFT JOIN cart_address a ON a.id = c.billing_address_id
      WHERE l.payment_collection_id = ? AND l.deleted_at IS NULL`,
    [paymentCollectionId]
  )
  if (!cart) return
  const buyer = await container
    .resolve<BuyerModuleService>(BUYER_MODULE)
    .findBuyer({ cart_id: cart.cart_id })
  if (!buyer) return
  const [first] = [
    ...findBuyerProblems(buyer),
    ...findAddressProblems(buyer, cart.has_address ? cart : null),
  ]
  if (first) throw invalidField(first.field, first.code, first.message)
}

/** Whether staff has said who buys a draft order, or has chosen to go on without (`dk-postpone-order-buyer`). */
export const hasBuyerOrPromise = async (
  container: MedusaContainer,
  orderId: string
): Promise<boolean> => {
  const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
  if (await service.findBuyer({ order_id: orderId })) return true
  const findings = await service.listFindings(orderId)
  return findings.some(({ code }) => code === NO_BUYER.code)
}
