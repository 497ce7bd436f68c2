import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

const subjectRequestSchema = z.strictObject({
  /**
   * True: while the shop has asked who somebody is, the clock stands still (a practice of the Berlin authority; the Danish
   * one has not said). False: it runs on, which is never wrong.
   */
  mayPause: z.boolean().default(false),
})

export type SubjectRequestSettings = CommonSettings & z.infer<typeof subjectRequestSchema>

const snippet = `subjectRequest: { mayPause: false },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseSubjectRequestOptions = (
  options?: Record<string, unknown>
): SubjectRequestSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "subjectRequest", subjectRequestSchema, snippet),
})
