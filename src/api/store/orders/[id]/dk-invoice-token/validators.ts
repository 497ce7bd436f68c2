import { z } from "@medusajs/framework/zod"

/** The cart the order came from: only the browser that checked out knows its id. */
export const invoiceTokenBody = z.strictObject({ cart_id: z.string().max(64) })

export type InvoiceTokenBody = z.infer<typeof invoiceTokenBody>
