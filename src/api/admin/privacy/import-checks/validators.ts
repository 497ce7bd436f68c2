import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const importCheckBody = lazy(() =>
  z.strictObject({
    emails: z.array(z.string().trim().min(1).max(254)).min(1).max(5_000),
  })
)

export type ImportCheckBody = z.infer<ReturnType<typeof importCheckBody>>
