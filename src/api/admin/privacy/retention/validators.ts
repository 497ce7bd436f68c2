import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const retentionBody = lazy(() =>
  z.strictObject({
    /** Name of a rule whose term is the shop's own choice. */
    rule: z.string().min(1).max(64),
    /** Days (at most 3,650) or months (at most 120), at least 1. */
    term: z.number().int().min(1).max(3_650),
    unit: z.enum(["days", "months"]),
    /** Why it is kept so long; evidence, so it names nobody. */
    reason: z.string().trim().min(1).max(500),
  })
)

export type RetentionBody = z.infer<ReturnType<typeof retentionBody>>

/** A page of a list. */
export const retentionPageQuery = lazy(() =>
  z.object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type RetentionPageQuery = z.infer<ReturnType<typeof retentionPageQuery>>

export const retentionChangesQuery = lazy(() =>
  retentionPageQuery().extend({
    /** Changes of one rule. */
    rule: z.string().max(64).optional(),
  })
)

export type RetentionChangesQuery = z.infer<ReturnType<typeof retentionChangesQuery>>
