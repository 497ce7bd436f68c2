import { z } from "@medusajs/framework/zod"

export const overviewQuery = z.object({ locale: z.enum(["da", "en"]).default("da") })

export type OverviewQuery = z.infer<typeof overviewQuery>
