import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { readClaim, readSettledOrders } from "../../../modules/invoice/on-account/claims"
import { readOpenPayments } from "../../../modules/invoice/on-account/payments-received"
import { errorName } from "../../../shared/errors"
import { orderLock, postgres } from "../../../shared/postgres"
import { whileLocked } from "../../../shared/session-locks"

const closeOrder = (container: MedusaContainer, orderId: string): Promise<void> =>
  whileLocked(postgres(container), orderLock(orderId), async () => {
    const claim = await readClaim(postgres(container), orderId)
    if (!claim || claim.invoice_id === null || claim.owed > 0) return
    for (const { id } of await readOpenPayments(postgres(container), orderId)) {
      await container.resolve(Modules.PAYMENT).cancelPayment(id)
    }
  })

/**
 * Closes payments of which nothing is owed any more because the rest was credited; for the job. While they are open,
 * an erasure of the buyer waits for them. Captures and refunds of them stay as they are.
 */
export const closeSettledOnAccount = async (container: MedusaContainer): Promise<void> => {
  for (const orderId of await readSettledOrders(postgres(container))) {
    try {
      await closeOrder(container, orderId)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`dk-invoice: the settled order ${orderId} was not closed: ${errorName(error)}`)
    }
  }
}
