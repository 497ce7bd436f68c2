import { z } from "@medusajs/framework/zod"

/** Language of the record's words. */
export const recordQuery = z.object({ locale: z.enum(["da", "en"]).default("da") })

export type RecordQuery = z.infer<typeof recordQuery>

/** The store's own description of its security (GDPR Art. 30(1)(g)); plain text. */
export const recordBody = z.strictObject({ security: z.string().trim().min(1).max(10_000) })

export type RecordBody = z.infer<typeof recordBody>
