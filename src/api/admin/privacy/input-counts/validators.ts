import { z } from "@medusajs/framework/zod"

export const inputCountQuery = z.object({
  /** How many days, today among them. */
  days: z.coerce.number().int().min(1).max(366).default(30),
})

export type InputCountQuery = z.infer<typeof inputCountQuery>
