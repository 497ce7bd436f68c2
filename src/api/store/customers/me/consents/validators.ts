import { z } from "@medusajs/framework/zod"
import { CHANNELS, purposeSchema } from "../../../../../modules/consent"
import { lazy } from "../../../../../shared/lazy"

const about = lazy(() => ({ purpose: purposeSchema(), channel: z.enum(CHANNELS) }))

/** What an account holder says. A consent names the text it was given beside; an objection is about all marketing. */
export const customerConsentsBody = lazy(() =>
  z.strictObject({
    consents: z
      .array(
        z.discriminatedUnion("state", [
          z.strictObject({ ...about(), state: z.literal("given"), notice_id: z.string().max(64) }),
          z.strictObject({ ...about(), state: z.enum(["refused", "withdrawn"]) }),
          z.strictObject({ state: z.literal("objected") }),
        ])
      )
      .min(1)
      .max(20),
  })
)

export type CustomerConsentsBody = z.infer<ReturnType<typeof customerConsentsBody>>

/** `html` for the page to read; the locale is Medusa's own. */
export const sheetQuery = lazy(() =>
  z.object({
    format: z.enum(["json", "html"]).optional(),
    locale: z.string().max(20).optional(),
  })
)

export type SheetQuery = z.infer<ReturnType<typeof sheetQuery>>
