import { z } from "@medusajs/framework/zod"
import {
  CHANNELS,
  NOTICE_KINDS,
  noticeDataSchemas,
  purposeSchema,
} from "../../../../modules/consent"

/** BCP 47: `da`, `en-GB`. */
const localeSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as da or en-GB")

export const adminNoticeListQuery = z.object({
  kind: z.enum(NOTICE_KINDS).optional(),
  purpose: purposeSchema.optional(),
  channel: z.enum(CHANNELS).optional(),
  locale: localeSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

const common = {
  locale: localeSchema,
  /** Plain text, with an empty line between paragraphs. */
  body: z.string().trim().min(1).max(50_000),
  /** People are asked again when it comes into force. */
  material: z.boolean().default(false),
}

const ofAll = { purpose: z.null().default(null), channel: z.null().default(null) }

/** A draft. What belongs to the text beside its words depends on the kind. */
export const createNoticeBody = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    ...ofAll,
    kind: z.literal("privacy"),
    data: noticeDataSchemas.privacy.default(null),
  }),
  z.strictObject({
    ...common,
    ...ofAll,
    kind: z.enum(["terms", "staff"]),
    data: z.null().default(null),
  }),
  z.strictObject({
    ...common,
    ...ofAll,
    kind: z.literal("cookies"),
    data: noticeDataSchemas.cookies,
  }),
  z.strictObject({
    ...common,
    kind: z.literal("marketing"),
    purpose: purposeSchema,
    channel: z.enum(CHANNELS),
    data: noticeDataSchemas.marketing,
  }),
])

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
