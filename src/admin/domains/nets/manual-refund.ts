import type { AdminNetsPayment } from "../../../types/http"

/** Problems after which staff pays a refund another way and registers it. */
const PROBLEMS = ["refund_failed", "refund_unreachable"]

export const mayRegisterRefund = ({ problem }: AdminNetsPayment): boolean =>
  PROBLEMS.includes(problem ?? "")

const CAME_TO_NOTHING = /^(failed|expired|cancell?ed)$/i

/** The amount that most likely waits for the customer, in minor units: the failed refund's, else what is left. */
export const amountToRegister = ({ refunds, charged, refunded }: AdminNetsPayment): number => {
  const failed = refunds.filter(({ state }) => CAME_TO_NOTHING.test(state)).at(-1)
  const left = Math.max(0, charged - refunded)
  return failed ? Math.min(failed.amount, left) : left
}
