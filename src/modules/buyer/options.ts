import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

export const buyerSchema = z.strictObject({
  /** Register look-up of companies: off by default, so nothing leaves the store. */
  lookup: z.literal(false).default(false),
})

export type BuyerSettings = CommonSettings & z.infer<typeof buyerSchema>

const snippet = `buyer: { lookup: false },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseBuyerOptions = (options?: Record<string, unknown>): BuyerSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "buyer", buyerSchema, snippet),
})
