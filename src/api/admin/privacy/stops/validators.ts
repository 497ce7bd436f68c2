import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const stopBody = lazy(() =>
  z.strictObject({
    kind: z.enum(["tax_audit", "court", "authority", "other"]),
    /** Who asks and about what; it stays as proof, so it names no customer. */
    reason: z.string().trim().min(1).max(500),
    /** Last day in Denmark. A stop without end would be no stop but keeping everything. */
    ends_on: z.iso.date(),
  })
)

export type StopBody = z.infer<ReturnType<typeof stopBody>>

export const liftStopBody = lazy(() =>
  z.strictObject({ reason: z.string().trim().min(1).max(500) })
)

export type LiftStopBody = z.infer<ReturnType<typeof liftStopBody>>

export const stopListQuery = lazy(() =>
  z.object({
    active: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type StopListQuery = z.infer<ReturnType<typeof stopListQuery>>
