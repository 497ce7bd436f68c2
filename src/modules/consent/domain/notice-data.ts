import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../shared/lazy"

/**
 * `privacy`: the policy. `terms`: of sale. `cookies`: the policy with its list. `marketing`: what stands beside the box of one
 * purpose and channel. `staff`: what staff is told.
 */
export const NOTICE_KINDS = ["privacy", "terms", "cookies", "marketing", "staff"] as const

export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** How marketing reaches somebody (markedsføringsloven § 10); one consent for each. */
export const CHANNELS = ["email", "sms"] as const

export type Channel = (typeof CHANNELS)[number]

/** A shop's own word for a purpose of marketing, such as `newsletter`. */
export const purposeSchema = lazy(() =>
  z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be lower-case letters, digits and _, at most 40")
)

/** Purposes of cookies; *necessary* ones need no consent and cannot be refused. */
export const COOKIE_PURPOSES = ["necessary", "functional", "statistics", "marketing"] as const

const words = lazy(() => z.string().trim().min(1).max(200))

/** One cookie, or an entry of the browser's storage, as the person is told of it. */
const cookieSchema = lazy(() =>
  z.strictObject({
    /** As the browser names it; `*` at the end stands for what differs. */
    name: words(),
    provider: words(),
    purpose: z.enum(COOKIE_PURPOSES),
    /** What it is for, in a sentence. */
    description: words(),
    /** How long it stays, in words. */
    lifetime: words(),
  })
)

/** The list of a cookie policy: what can be set and by whom. */
const cookieDataSchema = lazy(() => z.strictObject({ cookies: z.array(cookieSchema()).max(200) }))

/** What a privacy policy declares, so that it can be held against the map of personal data. */
const privacyDataSchema = lazy(() =>
  z.strictObject({
    declares: z.strictObject({
      /** Categories of the map, such as `contact`. */
      categories: z.array(z.string().max(60)).max(100),
      /** Who receives data, as the record of processing names them. */
      recipients: z.array(words()).max(100),
      /** How long a category is kept, in the policy's words. */
      deadlines: z.record(z.string().max(60), words()),
    }),
  })
)

/** On what marketing rests: a consent, or the sale itself with a refusal offered (markedsføringsloven § 10, stk. 1 and 2). */
const marketingDataSchema = lazy(() =>
  z.strictObject({ basis: z.enum(["consent", "soft_opt_in"]) })
)

type CookieList = z.infer<ReturnType<typeof cookieDataSchema>>
type PrivacyDeclaration = z.infer<ReturnType<typeof privacyDataSchema>>
type MarketingTerms = z.infer<ReturnType<typeof marketingDataSchema>>
export type NoticeData = CookieList | PrivacyDeclaration | MarketingTerms

/** What a notice of a kind carries beside its text; terms and what staff is told carry nothing. */
export const noticeDataSchemas = lazy(() => ({
  privacy: privacyDataSchema().nullable(),
  cookies: cookieDataSchema(),
  marketing: marketingDataSchema(),
}))
