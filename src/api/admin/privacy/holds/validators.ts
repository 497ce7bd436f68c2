import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const holdBody = lazy(() =>
  z
    .strictObject({
      customer_id: z.string().min(1).max(64).optional(),
      order_id: z.string().min(1).max(64).optional(),
      kind: z.enum(["legal_claim", "dispute", "authority", "other"]),
      /** What it is about; shown to staff, and erased with the person once the hold is over. */
      reason: z.string().trim().min(1).max(500),
      /** The last day it is in force, in Denmark; until it is lifted when left out. */
      ends_on: z.iso.date().optional(),
    })
    .refine((body) => (body.customer_id === undefined) !== (body.order_id === undefined), {
      path: ["customer_id"],
      message: "give either customer_id or order_id",
    })
)

export type HoldBody = z.infer<ReturnType<typeof holdBody>>

export const holdListQuery = lazy(() =>
  z.object({
    customer_id: z.string().max(64).optional(),
    order_id: z.string().max(64).optional(),
    active: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type HoldListQuery = z.infer<ReturnType<typeof holdListQuery>>
