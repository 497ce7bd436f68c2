import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../shared/lazy"

/** Filters of the inbox: session, event, and where a webhook stands. */
export const netsReceiptListQuery = lazy(() =>
  z.object({
    session_id: z.string().max(64).optional(),
    event: z.string().max(80).optional(),
    state: z.enum(["waiting", "failed", "open", "done"]).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type NetsReceiptListQuery = z.infer<ReturnType<typeof netsReceiptListQuery>>
