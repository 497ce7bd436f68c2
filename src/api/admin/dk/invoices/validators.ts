import { z } from "@medusajs/framework/zod"
import { INVOICE_SORTS } from "../../../../modules/invoice"
import { lazy } from "../../../../shared/lazy"

/** Filters of the list: part of the number, kind, series, order; sorted by number or day of issue. */
export const invoiceListQuery = lazy(() =>
  z.object({
    q: z.string().max(40).optional(),
    kind: z.enum(["invoice", "credit_note"]).optional(),
    series: z.enum(["test", "live"]).optional(),
    order_id: z.string().max(64).optional(),
    order: z.enum(INVOICE_SORTS).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type InvoiceListQuery = z.infer<ReturnType<typeof invoiceListQuery>>

/** Language of a rendering. */
export const renderingQuery = lazy(() => z.object({ locale: z.enum(["da", "en"]).default("da") }))

export type RenderingQuery = z.infer<ReturnType<typeof renderingQuery>>
