import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

/** A file of numbers as JSON; the file itself is sent as `text/csv`. */
export const importBody = lazy(() =>
  z.strictObject({
    csv: z.string().min(1).max(1_000_000),
    /** Only tell what would come of each line. */
    dry_run: z.boolean().default(false),
  })
)

export type ImportBody = z.infer<ReturnType<typeof importBody>>

/** Of a file that is sent as it is. */
export const importQuery = lazy(() =>
  z.object({ dry_run: z.enum(["true", "false"]).default("false") })
)

export type ImportQuery = z.infer<ReturnType<typeof importQuery>>
