import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../../../shared/lazy"

/** The problem that staff has seen: a newer one must not be marked with it. */
export const netsProblemSeenBody = lazy(() =>
  z.strictObject({ problem: z.string().min(1).max(60) })
)

export type NetsProblemSeenBody = z.infer<ReturnType<typeof netsProblemSeenBody>>
