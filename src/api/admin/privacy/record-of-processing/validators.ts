import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

/** Language of the record's words. */
export const recordQuery = lazy(() => z.object({ locale: z.enum(["da", "en"]).default("da") }))

export type RecordQuery = z.infer<ReturnType<typeof recordQuery>>

/** The store's own description of its security (GDPR Art. 30(1)(g)); plain text. */
export const recordBody = lazy(() =>
  z.strictObject({ security: z.string().trim().min(1).max(10_000) })
)

export type RecordBody = z.infer<ReturnType<typeof recordBody>>
