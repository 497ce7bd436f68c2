import { z } from "@medusajs/framework/zod"
import { CHANNELS, purposeSchema } from "../../../../../modules/consent"
import { lazy } from "../../../../../shared/lazy"

/**
 * What a checkout showed, and what is chosen beside it now: a list replaces what was chosen before, without one it stays.
 * Without a choice nothing is agreed to.
 */
export const cartConsentsBody = lazy(() =>
  z.strictObject({
    notices: z.array(z.string().max(64)).max(20),
    consents: z
      .array(
        z.strictObject({
          purpose: purposeSchema(),
          channel: z.enum(CHANNELS),
          state: z.enum(["given", "refused"]),
        })
      )
      .max(20)
      .optional(),
  })
)

export type CartConsentsBody = z.infer<ReturnType<typeof cartConsentsBody>>
