import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../shared/lazy"

/** A year of a busy account fits. */
const LARGEST_FILE = 2_000_000

export const paymentImportBody = lazy(() =>
  z.strictObject({
    /** The bank's file as text, its header first. */
    csv: z.string().min(1).max(LARGEST_FILE),
    /** Tells what would be booked and books nothing. */
    dry_run: z.boolean().default(false),
  })
)

export type PaymentImportBody = z.infer<ReturnType<typeof paymentImportBody>>
