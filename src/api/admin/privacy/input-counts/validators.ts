import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const inputCountQuery = lazy(() =>
  z.object({
    /** How many days, today among them. */
    days: z.coerce.number().int().min(1).max(366).default(30),
  })
)

export type InputCountQuery = z.infer<ReturnType<typeof inputCountQuery>>
