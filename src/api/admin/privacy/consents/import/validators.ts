import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../shared/lazy"

/** A file as text (or the file itself as `text/csv`), or rows. What is wrong with a row is answered row by row. */
export const consentImportBody = lazy(() =>
  z.union(
    [
      z.strictObject({ csv: z.string().min(1).max(1_000_000) }),
      z.strictObject({ rows: z.array(z.unknown()).min(1).max(5_000) }),
    ],
    "must be { csv } or { rows } with 1 to 5,000 rows"
  )
)

export type ConsentImportBody = z.infer<ReturnType<typeof consentImportBody>>
