import { z } from "@medusajs/framework/zod"
import { CHOICE_METHODS } from "../../../../modules/consent"
import { lazy } from "../../../../shared/lazy"

/** At least 128 random bits as lower-case hex digits. */
const visitorId = lazy(() =>
  z.string().regex(/^[0-9a-f]{32,64}$/, "must be 32 to 64 lower-case hex digits")
)

/** What a visitor chose, and beside which text. */
export const cookieChoiceBody = lazy(() =>
  z.strictObject({
    visitor_id: visitorId(),
    notice_id: z.string().min(1).max(64),
    choices: z.strictObject({
      functional: z.boolean(),
      statistics: z.boolean(),
      marketing: z.boolean(),
    }),
    method: z.enum(CHOICE_METHODS),
  })
)

export type CookieChoiceBody = z.infer<ReturnType<typeof cookieChoiceBody>>

/** Who asks, and which language they read now. */
export const cookieLookupBody = lazy(() =>
  z.strictObject({
    visitor_id: visitorId(),
    locale: z.string().max(20).optional(),
  })
)

export type CookieLookupBody = z.infer<ReturnType<typeof cookieLookupBody>>
