import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../../shared/lazy"

/** The cart the order came from: only the browser that checked out knows its id. */
export const invoiceTokenBody = lazy(() => z.strictObject({ cart_id: z.string().max(64) }))

export type InvoiceTokenBody = z.infer<ReturnType<typeof invoiceTokenBody>>
