import { z } from "@medusajs/framework/zod"

export const adminNoticeListQuery = z.object({
  kind: z.enum(["privacy"]).optional(),
  locale: z.enum(["da", "en"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

/** A draft. The body is plain text, with an empty line between paragraphs. */
export const createNoticeBody = z.strictObject({
  kind: z.enum(["privacy"]).default("privacy"),
  locale: z.enum(["da", "en"]),
  body: z.string().trim().min(1).max(50_000),
})

/** When it comes into force: ISO 8601 with offset; at once when left out. */
export const publishNoticeBody = z.strictObject({
  effective_from: z.iso.datetime({ offset: true }).optional(),
})

export type AdminNoticeListQuery = z.infer<typeof adminNoticeListQuery>
export type CreateNoticeBody = z.infer<typeof createNoticeBody>
export type PublishNoticeBody = z.infer<typeof publishNoticeBody>
