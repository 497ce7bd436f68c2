import { z } from "@medusajs/framework/zod"
import { CHANNELS, purposeSchema } from "../../../../modules/consent"
import { lazy } from "../../../../shared/lazy"

export const audienceQuery = lazy(() =>
  z.object({ purpose: purposeSchema(), channel: z.enum(CHANNELS) })
)

export type AudienceQuery = z.infer<ReturnType<typeof audienceQuery>>
