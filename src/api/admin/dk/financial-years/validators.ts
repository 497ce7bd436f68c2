import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

const year = lazy(() => z.strictObject({ start: z.iso.date(), end: z.iso.date() }))

export const financialYearsBody = lazy(() =>
  z.strictObject({
    /** The whole table, both days of each year included. */
    financial_years: z.array(year()).max(200),
    /** Only tell what would move. */
    preview: z.boolean().default(false),
  })
)

export type FinancialYearsBody = z.infer<ReturnType<typeof financialYearsBody>>
