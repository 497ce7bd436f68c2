import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"

const invoiceSchema = z.strictObject({
  mode: z.enum(["own", "off"]).default("own"),
  /** Month (1-12) the financial year starts in. */
  financialYearStartsIn: z.number().int().min(1).max(12).default(1),
})

export type InvoiceSettings = CommonSettings & z.infer<typeof invoiceSchema>

const snippet = `invoice: { mode: "own", financialYearStartsIn: 1 },`

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parseInvoiceOptions = (options?: Record<string, unknown>): InvoiceSettings => ({
  ...parseCommonOptions(options),
  ...parseSection(options, "invoice", invoiceSchema, snippet),
})
