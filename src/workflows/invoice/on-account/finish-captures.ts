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

/** Whether money that came in stands behind every capture. One that a machine began was to be refused: staff looks. */
const areRegistered = async (
  container: MedusaContainer,
  { captures }: CutPayment
): Promise<boolean> => {
  let areAll = true
  for (const { id, created_at: at } of captures) {
    if (await registerCapture(postgres(container), id, new Date(at))) continue
    areAll = false
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`dk-invoice: nobody registered money for the capture ${id}; look at its order`)
  }
  return areAll
}

const finish = (container: MedusaContainer, cut: CutPayment): Promise<void> => {
  const connection = postgres(container)
  const { order_id: orderId, payment_id: paymentId } = cut
  return whileLocked(connection, orderLock(orderId), async () => {
    if (!(await areRegistered(container, cut))) return
    const isWritten = await connection.transaction((transaction) => sumUp(transaction, paymentId))
    // The order comes last, since by it the payment is found again.
    if (isWritten) await alignOrderTransactions(container, orderId, paymentId)
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
