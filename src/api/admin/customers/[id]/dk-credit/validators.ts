import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../shared/lazy"

/** Above it a limit would not fit the table. */
const LARGEST = 2_000_000_000

export const creditBody = lazy(() =>
  z.strictObject({
    /** Most that may be unpaid at once, in whole øre (DKK). */
    limit: z.number().int("must be whole øre").min(1).max(LARGEST),
    /** Days from issue to the last day of payment. */
    terms_days: z.number().int().min(0).max(60),
  })
)

export type CreditBody = z.infer<ReturnType<typeof creditBody>>
