import { z } from "@medusajs/framework/zod"
import { CHANNELS, purposeSchema } from "../../../../modules/consent"

export const audienceQuery = z.object({ purpose: purposeSchema, channel: z.enum(CHANNELS) })

export type AudienceQuery = z.infer<typeof audienceQuery>
