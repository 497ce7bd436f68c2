import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../../shared/lazy"

/** `format` belongs to an e-invoice, `email` to a mail: an address typed once, which is stored nowhere. */
export const deliveryBody = lazy(() =>
  z.discriminatedUnion("channel", [
    z.strictObject({
      channel: z.literal("einvoice"),
      format: z.enum(["peppol", "oioubl"]).optional(),
    }),
    z.strictObject({ channel: z.literal("email"), email: z.email().max(254).optional() }),
  ])
)

export type DeliveryBody = z.infer<ReturnType<typeof deliveryBody>>

/** `note` may say how it was sent; it goes when the buyer is erased. */
export const deliveryOutcomeBody = lazy(() =>
  z.strictObject({
    outcome: z.enum(["delivered", "failed"]),
    note: z.string().trim().min(1).max(500).optional(),
  })
)

export type DeliveryOutcomeBody = z.infer<ReturnType<typeof deliveryOutcomeBody>>
