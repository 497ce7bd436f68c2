import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../shared/lazy"

/** Nets keeps a checkout open for 45 days at most. */
export const paymentLinkBody = lazy(() =>
  z.strictObject({
    provider_id: z
      .string()
      .regex(/^pp_nets_[\w-]{1,60}$/, "must be a provider of Nets, pp_nets_…")
      .default("pp_nets_nets"),
    days: z.number().int().min(1).max(44).default(14),
  })
)

export type PaymentLinkBody = z.infer<ReturnType<typeof paymentLinkBody>>
