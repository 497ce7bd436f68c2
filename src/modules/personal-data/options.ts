import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

const personalDataSchema = z.strictObject({
  /** Hours an erasure started by staff can be called off; 0 erases at once. */
  graceHours: z.number().min(0).max(720).default(24),
})

// The invoice section is checked by its own domain; only the start of the year matters here.
const financialYearSchema = z.object({
  financialYearStartsIn: z.number().int().min(1).max(12).default(1),
})

export type PersonalDataSettings = CommonSettings &
  z.infer<typeof personalDataSchema> &
  z.infer<typeof financialYearSchema>

const snippet = `personalData: { graceHours: 24 },`
const financialYearSnippet = `invoice: { financialYearStartsIn: 1 },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parsePersonalDataOptions = (
  options?: Record<string, unknown>
): PersonalDataSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "personalData", personalDataSchema, snippet),
  ...parseSection(options, "invoice", financialYearSchema, financialYearSnippet),
})
