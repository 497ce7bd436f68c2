import { z } from "@medusajs/framework/zod"

const year = z.strictObject({ start: z.iso.date(), end: z.iso.date() })

export const financialYearsBody = z.strictObject({
  /** The whole table, both days of each year included. */
  financial_years: z.array(year).max(200),
  /** Only tell what would move. */
  preview: z.boolean().default(false),
})

export type FinancialYearsBody = z.infer<typeof financialYearsBody>
