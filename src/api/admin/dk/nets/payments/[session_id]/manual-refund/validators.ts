import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../../../shared/lazy"

/** A refund that staff paid another way: `amount` in kroner as Medusa counts, and why or how. */
export const netsManualRefundBody = lazy(() =>
  z.strictObject({
    amount: z.number().positive().max(10_000_000),
    reason: z.string().trim().min(1).max(500),
  })
)

export type NetsManualRefundBody = z.infer<ReturnType<typeof netsManualRefundBody>>
