import { checkPayable, forcedDelay, payPayment } from "./checkout"
import type { Method } from "./methods"
import type { Payment } from "./state"
import type { World } from "./world"

/**
 * The shopper presses pay. A test amount may make the method take its time; meanwhile the payment can neither be
 * paid again nor changed.
 *
 * @returns the issuer's code when it refused
 */
export const pressPay = async (
  world: World,
  payment: Payment,
  wish: { method: Method; surcharge?: number }
): Promise<number | undefined> => {
  checkPayable(world, payment, wish.method)
  const delay = forcedDelay(world, payment)
  if (delay > 0) {
    payment.paying = true
    await new Promise((resolve) => setTimeout(resolve, delay))
    payment.paying = false
  }
  return payPayment(world, payment, wish)
}
