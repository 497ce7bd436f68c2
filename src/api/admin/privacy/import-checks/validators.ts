import { z } from "@medusajs/framework/zod"

export const importCheckBody = z.strictObject({
  emails: z.array(z.string().trim().min(1).max(254)).min(1).max(5_000),
})

export type ImportCheckBody = z.infer<typeof importCheckBody>
