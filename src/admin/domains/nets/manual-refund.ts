import type { AdminNetsPayment } from "../../../types/http"

/** Problems after which staff pays a refund another way and registers it. */
const PROBLEMS = ["refund_failed", "refund_unreachable"]

export const mayRegisterRefund = ({ problem }: AdminNetsPayment): boolean =>
  PROBLEMS.includes(problem ?? "")

const CAME_TO_NOTHING = /^(failed|expired|cancell?ed)$/i

/** Charged and not paid back in any way, in minor units. */
export const leftToRefund = ({
  charged,
  refunded,
  refunded_by_hand: byHand,
}: AdminNetsPayment): number => Math.max(0, charged - refunded - byHand)

/** The amount that most likely waits for the customer, in minor units: the failed refund's, else what is left. */
export const amountToRegister = (payment: AdminNetsPayment): number => {
  const failed = payment.refunds.filter(({ state }) => CAME_TO_NOTHING.test(state)).at(-1)
  const left = leftToRefund(payment)
  return failed ? Math.min(failed.amount, left) : left
}
