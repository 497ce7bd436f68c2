import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

const personalDataSchema = z.strictObject({
  /** Hours an erasure started by staff can be called off; 0 erases at once. */
  graceHours: z.number().min(0).max(720).default(24),
})

export type PersonalDataSettings = CommonSettings & z.infer<typeof personalDataSchema>

const snippet = `personalData: { graceHours: 24 },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parsePersonalDataOptions = (
  options?: Record<string, unknown>
): PersonalDataSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "personalData", personalDataSchema, snippet),
})
