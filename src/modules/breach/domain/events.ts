import { z } from "@medusajs/framework/zod"
import { breachFactsSchema } from "./facts"
import { BREACH_RISKS, BREACH_SOURCES, NOTICE_EXEMPTIONS, QUICK_STARTS } from "./kinds"
import { lazy } from "../../../shared/lazy"

const kind = <Type extends string>(type: Type) => z.object({ type: z.literal(type) })

/** What the people are told, in one language. */
const noticeText = lazy(() => z.object({ subject: z.string(), text: z.string() }))

export type NoticeText = z.infer<ReturnType<typeof noticeText>>

const assessment = lazy(() => ({
  risk: z.enum(BREACH_RISKS),
  /** Why the risk is what it is; also of a breach that nobody is told of (GDPR Art. 33(5)). */
  reasoning: z.string(),
  exemption: z.enum(NOTICE_EXEMPTIONS).nullable(),
  exemption_reason: z.string().nullable(),
}))

const REMINDERS = ["24_hours", "48_hours", "66_hours", "overdue"] as const

/** What happens to a breach; each is one row of its timeline, which is only added to. */
const breachEventSchema = lazy(() =>
  z.discriminatedUnion("type", [
    kind("opened").extend({
      source: z.enum(BREACH_SOURCES),
      quick_start: z.enum(QUICK_STARTS).nullable(),
      is_drill: z.boolean(),
    }),
    kind("described").extend({ facts: breachFactsSchema() }),
    kind("assessed").extend(assessment()),
    /** Looked into, and no personal data breach after all. */
    kind("ruled_out").extend({ reasoning: z.string() }),
    kind("reported").extend({
      reported_at: z.iso.datetime({ offset: true }),
      /** The authority's number or receipt. */
      receipt: z.string(),
      /** False: the rest follows in another phase (Art. 33(4)). */
      is_final: z.boolean(),
      delay_reasons: z.string().nullable(),
      /** What was reported, as it was known then. */
      facts: breachFactsSchema(),
    }),
    kind("notice_written").extend({ texts: z.object({ da: noticeText(), en: noticeText() }) }),
    /** The query without ids of people: how many there were stands in their place. */
    kind("people_selected").extend({
      query: z.record(z.string(), z.unknown()),
      added: z.number().int(),
    }),
    /** The list was wrong, and is begun again before anybody is told. */
    kind("people_cleared").extend({ removed: z.number().int() }),
    kind("notices_started").extend({ people: z.number().int() }),
    kind("public_notice").extend({ place: z.string(), text: z.string() }),
    kind("noted").extend({ text: z.string() }),
    kind("reminded").extend({ kind: z.enum(REMINDERS) }),
    kind("closed").extend({ cause: z.string(), lessons: z.string() }),
    kind("reopened").extend({ reasoning: z.string() }),
  ])
)

export type BreachEvent = z.infer<ReturnType<typeof breachEventSchema>>
export type BreachAction = BreachEvent["type"]
export type TimedBreachEvent = BreachEvent & { at: Date }
export type ReminderKind = (typeof REMINDERS)[number]
export type BreachAssessment = z.infer<z.ZodObject<ReturnType<typeof assessment>>>

/** An event as it was stored; undefined when it is none that this version knows. */
export const parseBreachEvent = (
  type: string,
  data: Readonly<Record<string, unknown>>
): BreachEvent | undefined => breachEventSchema().safeParse({ ...data, type }).data
