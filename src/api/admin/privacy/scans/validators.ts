import { z } from "@medusajs/framework/zod"

export const scanListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

export type ScanListQuery = z.infer<typeof scanListQuery>

/** A scan is for all who were erased since the last: there is nothing to say. */
export const noScanBody = z.strictObject({}).default({})
