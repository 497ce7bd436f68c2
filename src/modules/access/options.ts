import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

const accessSchema = z.strictObject({
  /** E-mails of the staff who may export and erase personal data. Nobody else may. */
  operators: z.array(z.email()).default([]),
})

export type AccessSettings = CommonSettings & z.infer<typeof accessSchema>

const snippet = `access: { operators: ["dpo@example.dk"] },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseAccessOptions = (options?: Record<string, unknown>): AccessSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "access", accessSchema, snippet),
})
