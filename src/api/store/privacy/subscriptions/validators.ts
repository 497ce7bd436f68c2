import { z } from "@medusajs/framework/zod"
import { purposeSchema } from "../../../../modules/consent"
import { lazy } from "../../../../shared/lazy"

/** A mailbox is entered for one purpose; only mail can prove whose it is. */
export const subscriptionBody = lazy(() =>
  z.strictObject({
    email: z.string().trim().max(254).pipe(z.email("must be an e-mail")),
    purpose: purposeSchema(),
    channel: z.literal("email"),
    notice_id: z.string().max(64),
    locale: z
      .string()
      .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, "must be a language tag")
      .max(20)
      .optional(),
  })
)

export type SubscriptionBody = z.infer<ReturnType<typeof subscriptionBody>>

/** What stands behind `#token=` in the mailed link. */
export const confirmationBody = lazy(() => z.strictObject({ token: z.string().max(200) }))

export type ConfirmationBody = z.infer<ReturnType<typeof confirmationBody>>
