import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const restrictionBody = lazy(() =>
  z
    .strictObject({
      customer_id: z.string().min(1).max(64).optional(),
      order_id: z.string().min(1).max(64).optional(),
      email: z.string().trim().max(320).pipe(z.email()).optional(),
      ground: z.enum(["accuracy_contested", "unlawful", "legal_claim", "objection"]),
      from_on: z.iso.date().optional(),
      ends_on: z.iso.date().optional(),
    })
    .refine(
      ({ customer_id, order_id, email }) =>
        [customer_id, order_id, email].filter((value) => value !== undefined).length === 1,
      { path: ["customer_id"], message: "give exactly one of customer_id, order_id and email" }
    )
)

export type RestrictionBody = z.infer<ReturnType<typeof restrictionBody>>

export const liftBody = lazy(() =>
  z.strictObject({
    /** Why it ends; erased with the person. */
    reason: z.string().trim().min(1).max(500),
    told_at: z.iso.datetime({ offset: true }),
  })
)

export type LiftBody = z.infer<ReturnType<typeof liftBody>>

export const tellBody = lazy(() =>
  z.strictObject({
    /** Why it will be lifted, in words for the person. */
    reason: z.string().trim().min(1).max(500),
    /** The store's first language when left out. */
    locale: z.enum(["da", "en"]).optional(),
  })
)

export type TellBody = z.infer<ReturnType<typeof tellBody>>

export const restrictionListQuery = lazy(() =>
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

export type RestrictionListQuery = z.infer<ReturnType<typeof restrictionListQuery>>
