import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../shared/lazy"

/** Filters of the list: the payments of an order, and those with or without a problem. */
export const netsPaymentListQuery = lazy(() =>
  z.object({
    order_id: z.string().max(64).optional(),
    problem: z
      .enum(["true", "false"])
      .transform((value) => value === "true")
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type NetsPaymentListQuery = z.infer<ReturnType<typeof netsPaymentListQuery>>
