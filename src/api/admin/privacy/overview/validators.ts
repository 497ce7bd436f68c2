import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const overviewQuery = lazy(() =>
  z.object({
    locale: z.enum(["da", "en"]).default("da"),
    fresh: z
      .enum(["true", "false"])
      .default("false")
      .transform((text) => text === "true"),
  })
)

export type OverviewQuery = z.infer<ReturnType<typeof overviewQuery>>
