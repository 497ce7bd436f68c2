import { z } from "@medusajs/framework/zod"
import {
  CHANNELS,
  NOTICE_KINDS,
  noticeDataSchemas,
  purposeSchema,
} from "../../../../modules/consent"
import { LANGUAGE_TAG } from "../../../../shared/options"
import { lazy } from "../../../../shared/lazy"

const localeSchema = lazy(() =>
  z.string().regex(LANGUAGE_TAG, "must be a language tag such as da or en-GB")
)

export const adminNoticeListQuery = lazy(() =>
  z.object({
    kind: z.enum(NOTICE_KINDS).optional(),
    purpose: purposeSchema().optional(),
    channel: z.enum(CHANNELS).optional(),
    locale: localeSchema().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

const common = lazy(() => ({
  locale: localeSchema(),
  /** Plain text, with an empty line between paragraphs. */
  body: z.string().trim().min(1).max(50_000),
  /** People are asked again when it comes into force. */
  material: z.boolean().default(false),
}))

const ofAll = lazy(() => ({ purpose: z.null().default(null), channel: z.null().default(null) }))

/** A draft. What belongs to the text beside its words depends on the kind. */
export const createNoticeBody = lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({
      ...common(),
      ...ofAll(),
      kind: z.literal("privacy"),
      data: noticeDataSchemas().privacy.default(null),
    }),
    z.strictObject({
      ...common(),
      ...ofAll(),
      kind: z.enum(["terms", "staff"]),
      data: z.null().default(null),
    }),
    z.strictObject({
      ...common(),
      ...ofAll(),
      kind: z.literal("cookies"),
      data: noticeDataSchemas().cookies,
    }),
    z.strictObject({
      ...common(),
      kind: z.literal("marketing"),
      purpose: purposeSchema(),
      channel: z.enum(CHANNELS),
      data: noticeDataSchemas().marketing,
    }),
  ])
)

const sha256Schema = lazy(() => z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hex digits"))

/** What of a draft is changed; what `data` may be depends on its kind. */
export const changeNoticeBody = lazy(() =>
  z.strictObject({
    body: common().body.optional(),
    data: z.unknown(),
    material: z.boolean().optional(),
    /** SHA-256 of the draft as it was read: 409 `changed_meanwhile` when it is another by now. */
    replaces: sha256Schema().optional(),
  })
)

/** When it comes into force: ISO 8601 with offset; at once when left out. `sha256`: only this very text. */
export const publishNoticeBody = lazy(() =>
  z.strictObject({
    effective_from: z.iso.datetime({ offset: true }).optional(),
    sha256: sha256Schema().optional(),
  })
)

export const noticeHintsBody = lazy(() => z.strictObject({ body: z.string().max(50_000) }))

export const starterNoticeQuery = lazy(() =>
  z.object({
    kind: z.enum(NOTICE_KINDS).default("staff"),
    locale: z.enum(["da", "en"]).default("da"),
    /** Of a marketing text. */
    purpose: purposeSchema().nullable().default(null),
    channel: z.enum(CHANNELS).nullable().default(null),
    basis: z.enum(["consent", "soft_opt_in"]).default("consent"),
  })
)

export type StarterNoticeQuery = z.infer<ReturnType<typeof starterNoticeQuery>>
export type AdminNoticeListQuery = z.infer<ReturnType<typeof adminNoticeListQuery>>
export type CreateNoticeBody = z.infer<ReturnType<typeof createNoticeBody>>
export type ChangeNoticeBody = z.infer<ReturnType<typeof changeNoticeBody>>
export type NoticeHintsBody = z.infer<ReturnType<typeof noticeHintsBody>>
export type PublishNoticeBody = z.infer<ReturnType<typeof publishNoticeBody>>
