import { z } from "@medusajs/framework/zod"
import { copenhagenDay } from "../../../../../rules"
import { lazy } from "../../../../../shared/lazy"

/** Above it an amount would not fit the table. */
const LARGEST = 2_000_000_000

export const paymentReceivedBody = lazy(() =>
  z.strictObject({
    /** In whole minor units (øre), as on the invoice. */
    amount: z.number().int("must be whole øre").min(1).max(LARGEST),
    /** Day in Denmark the money came in, today at the latest. */
    received_on: z.iso
      .date()
      .refine((day) => day <= copenhagenDay(new Date()), "has not come yet")
      .refine((day) => day >= "2000-01-01", "is too long ago"),
    reference: z
      .string()
      .trim()
      .max(140)
      .transform((text) => (text === "" ? null : text))
      .nullish()
      .default(null),
    /** Made by the form: the same one is registered once. */
    key: z
      .string()
      .regex(/^[\w-]{8,64}$/)
      .optional(),
  })
)

export type PaymentReceivedBody = z.infer<ReturnType<typeof paymentReceivedBody>>
