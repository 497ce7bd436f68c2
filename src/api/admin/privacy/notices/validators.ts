import { z } from "@medusajs/framework/zod"

/** What shoppers are told about their data, and what staff is told about the log of what they read. */
const NOTICE_KINDS = ["privacy", "staff"] as const

export const adminNoticeListQuery = z.object({
  kind: z.enum(NOTICE_KINDS).optional(),
  locale: z.enum(["da", "en"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

/** A draft. The body is plain text, with an empty line between paragraphs. */
export const createNoticeBody = z.strictObject({
  kind: z.enum(NOTICE_KINDS).default("privacy"),
  locale: z.enum(["da", "en"]),
  body: z.string().trim().min(1).max(50_000),
})

/** When it comes into force: ISO 8601 with offset; at once when left out. */
export const publishNoticeBody = z.strictObject({
  effective_from: z.iso.datetime({ offset: true }).optional(),
})

export const starterNoticeQuery = z.object({
  kind: z.literal("staff").default("staff"),
  locale: z.enum(["da", "en"]).default("da"),
})

export type StarterNoticeQuery = z.infer<typeof starterNoticeQuery>
export type AdminNoticeListQuery = z.infer<typeof adminNoticeListQuery>
export type CreateNoticeBody = z.infer<typeof createNoticeBody>
export type PublishNoticeBody = z.infer<typeof publishNoticeBody>
