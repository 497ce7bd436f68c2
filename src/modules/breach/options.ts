import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"
import { LAW } from "./domain/clock"

export const breachSchema = z.strictObject({
  /**
   * Hours from awareness in which the authority is told, by the moment they apply from (ISO 8601 with offset). 72 since
   * GDPR Art. 33 applied; add a line when the law changes, and breaches of before keep their own.
   */
  clock: z
    .array(
      z.strictObject({
        /** Breaches that the shop became aware of from this moment on. */
        from: z.iso.datetime({ offset: true }),
        /** Elapsed hours, weekends too. */
        hours: z.number().int().min(1).max(720),
      })
    )
    .min(1)
    .default([LAW]),
  /** Mails the shop's own address (`controller.email`) when the deadline is near or past, beside the note in Admin's feed. */
  remindByMail: z.boolean().default(false),
})

export type BreachSettings = CommonSettings & z.infer<typeof breachSchema>

const snippet = `breach: { clock: [{ from: "${LAW.from}", hours: ${LAW.hours.toString()} }] },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseBreachOptions = (options?: Record<string, unknown>): BreachSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "breach", breachSchema, snippet),
})
