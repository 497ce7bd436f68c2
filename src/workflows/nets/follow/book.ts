import { Modules } from "@medusajs/framework/utils"
import { ELSEWHERE } from "../../../modules/nets/booked-rows"
import type { BookedPayment, FollowFacts } from "../../../modules/nets/domain/follow-up"
import { errorName } from "../../../shared/errors"
import { toMajorUnits } from "../../../shared/money"
import { tell } from "./context"
import { coreFlows } from "../../../shared/core-flows"
import type { Follow } from "./context"

type Booking = { booked: BookedPayment; facts: FollowFacts; currency: string; amount: number }

/** Another server booked the same, or staff moves money now: the row is gone again, and the next check decides. */
const unlessNotShown = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work
    return true
  } catch (error) {
    if (errorName(error) === "nets_not_shown") return false
    throw error
  }
}

/** Books what is charged at Nets and not captured in Medusa. The provider charges nothing for such a row. */
export const bookCharge = async (
  follow: Follow,
  { booked, facts, currency, amount }: Booking
): Promise<void> => {
  const input = {
    payment_id: booked.id,
    amount: toMajorUnits(amount, currency),
    captured_by: ELSEWHERE,
  }
  const isBooked = await unlessNotShown(
    coreFlows.capturePaymentWorkflow(follow.container).run({ input })
  )
  if (isBooked && !facts.auto_charge) await tell(follow, "charged_elsewhere")
}

/** The same for a refund; credit notes follow from Medusa's own event. */
export const bookRefund = async (
  follow: Follow,
  { booked, currency, amount }: Booking
): Promise<void> => {
  const input = {
    payment_id: booked.id,
    amount: toMajorUnits(amount, currency),
    created_by: ELSEWHERE,
  }
  const isBooked = await unlessNotShown(
    coreFlows.refundPaymentWorkflow(follow.container).run({ input })
  )
  if (isBooked) await tell(follow, "refunded_elsewhere")
}

const SHOP_IS_AT_WORK_MS = 120_000

/** Books a reservation that was released outside Medusa; the provider finds it released and calls nothing. */
export const bookCancel = async (
  follow: Follow,
  { booked, facts }: Pick<Booking, "booked" | "facts">
): Promise<void> => {
  const { release_asked_at: asked } = facts
  // Medusa notes its own cancellation only after Nets has answered.
  if (asked !== null && Date.now() - asked < SHOP_IS_AT_WORK_MS) return
  await follow.container.resolve(Modules.PAYMENT).cancelPayment(booked.id)
  if (asked === null) await tell(follow, "cancelled_elsewhere")
}
