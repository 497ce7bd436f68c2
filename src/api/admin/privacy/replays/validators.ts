import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const replayListQuery = lazy(() =>
  z.object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type ReplayListQuery = z.infer<ReturnType<typeof replayListQuery>>
