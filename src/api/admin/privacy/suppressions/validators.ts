import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

/** One address: an e-mail, or a phone, Danish without a country code. */
export const suppressionBody = lazy(() =>
  z.union(
    [
      z.strictObject({ email: z.string().trim().max(254).pipe(z.email("must be an e-mail")) }),
      z.strictObject({ phone: z.string().trim().min(6).max(40) }),
    ],
    "must be { email } or { phone }"
  )
)

export type SuppressionBody = z.infer<ReturnType<typeof suppressionBody>>
