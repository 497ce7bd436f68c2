import { z } from "@medusajs/framework/zod"
import { BREACH_SORTS } from "../../../../workflows/breach"
import { breachFactsSchema } from "../../../../modules/breach/domain/facts"
import {
  BREACH_RISKS,
  BREACH_SOURCES,
  NOTICE_EXEMPTIONS,
  QUICK_STARTS,
} from "../../../../modules/breach/domain/kinds"
import { textField } from "../../../_shared/text-field"
import { lazy } from "../../../../shared/lazy"

const words = lazy(() => textField(5_000))

export const openBreachBody = lazy(() =>
  z
    .strictObject({
      source: z.enum(BREACH_SOURCES),
      quick_start: z.enum(QUICK_STARTS).nullable().default(null),
      is_drill: z.boolean().default(false),
      facts: breachFactsSchema(),
      report_id: textField(64).optional(),
    })
    .refine(({ source, report_id: report }) => report === undefined || source === "customer", {
      path: ["source"],
      message: "is customer for what a customer reported",
    })
)
export type OpenBreachBody = z.infer<ReturnType<typeof openBreachBody>>

/** `facts_version`: the description that it was changed from. */
export const factsBody = lazy(() =>
  breachFactsSchema().extend({ facts_version: textField(64).optional() })
)
export type FactsBody = z.infer<ReturnType<typeof factsBody>>

export const assessBody = lazy(() =>
  z
    .strictObject({
      risk: z.enum(BREACH_RISKS),
      reasoning: words(),
      exemption: z.enum(NOTICE_EXEMPTIONS).nullable().default(null),
      exemption_reason: words().nullable().default(null),
    })
    .refine(({ risk, exemption }) => exemption === null || risk === "high", {
      path: ["exemption"],
      message: "is for high risk only: otherwise nobody has to be told (GDPR Art. 34(1))",
    })
    .refine(
      ({ exemption, exemption_reason: reason }) => (exemption === null) === (reason === null),
      {
        path: ["exemption_reason"],
        message: "is given with an exemption, and only with one (GDPR Art. 34(3))",
      }
    )
)
export type AssessBody = z.infer<ReturnType<typeof assessBody>>

export const reasoningBody = lazy(() => z.strictObject({ reasoning: words() }))
export type ReasoningBody = z.infer<ReturnType<typeof reasoningBody>>

export const phaseBody = lazy(() =>
  z.strictObject({
    reported_at: z.iso.datetime({ offset: true }),
    receipt: textField(200),
    is_final: z.boolean(),
    delay_reasons: words().nullable().default(null),
  })
)
export type PhaseBody = z.infer<ReturnType<typeof phaseBody>>

export const noteBody = lazy(() => z.strictObject({ text: words() }))
export type NoteBody = z.infer<ReturnType<typeof noteBody>>

export const closeBody = lazy(() => z.strictObject({ cause: words(), lessons: words() }))
export type CloseBody = z.infer<ReturnType<typeof closeBody>>

export const publicNoticeBody = lazy(() => z.strictObject({ place: textField(500), text: words() }))
export type PublicNoticeBody = z.infer<ReturnType<typeof publicNoticeBody>>

export const breachListQuery = lazy(() =>
  z.object({
    state: z.enum(["open", "closed"]).optional(),
    is_drill: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
    /** Part of a title, or the whole id. */
    q: textField(200).optional(),
    /** By the time to tell the authority by, or by when it was opened. */
    order: z.enum(BREACH_SORTS).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)
export type BreachListQuery = z.infer<ReturnType<typeof breachListQuery>>

export const localeQuery = lazy(() => z.object({ locale: z.enum(["da", "en"]).default("da") }))
export type LocaleQuery = z.infer<ReturnType<typeof localeQuery>>
