import { z } from "@medusajs/framework/zod"

export const overviewQuery = z.object({
  locale: z.enum(["da", "en"]).default("da"),
  fresh: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
})

export type OverviewQuery = z.infer<typeof overviewQuery>
