import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { registerCapture } from "../../../modules/invoice/on-account/captures"
import { readCut } from "../../../modules/invoice/on-account/cut"
import type { CutPayment } from "../../../modules/invoice/on-account/cut"
import { errorName } from "../../../shared/errors"
import { alignOrderTransactions } from "../../../shared/order-transactions"
import { sumUp } from "../../../shared/payment-sums"
import { orderLock, postgres } from "../../../shared/postgres"
import { whileLocked } from "../../../shared/session-locks"

const finish = (
  container: MedusaContainer,
  { order_id: orderId, payment_id: paymentId, captures }: CutPayment
): Promise<void> => {
  const connection = postgres(container)
  return whileLocked(connection, orderLock(orderId), async () => {
    for (const { id, created_at: at } of captures) {
      if (await registerCapture(connection, id, new Date(at))) continue
      // Nobody registered money, so it was to be refused, and Medusa takes back what is refused.
      await connection("capture").where({ id }).update({ deleted_at: new Date() })
    }
    await connection.transaction((transaction) => sumUp(transaction, paymentId))
    await alignOrderTransactions(container, orderId, paymentId)
  })
}

/**
 * Finishes captures and refunds of payments on invoice that a killed process began, for the job: what came in is registered, and the
 * payment, its collection and the order say so. One whose process may still be at work is left alone.
 */
export const finishCaptures = async (container: MedusaContainer): Promise<void> => {
  for (const cut of await readCut(postgres(container))) {
    try {
      await finish(container, cut)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`dk-invoice: the payment ${cut.payment_id} was not finished: ${errorName(error)}`)
    }
  }
}
