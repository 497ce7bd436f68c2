import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const invoiceRequestListQuery = lazy(() =>
  z.object({
    status: z.enum(["waiting", "answered"]).optional(),
    kind: z.enum(["invoice", "credit_note"]).optional(),
    order_id: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type InvoiceRequestListQuery = z.infer<ReturnType<typeof invoiceRequestListQuery>>
