import { z } from "@medusajs/framework/zod"
import { externalNumberFields } from "../../../../../modules/invoice"
import { lazy } from "../../../../../shared/lazy"

export const externalInvoiceBody = lazy(() =>
  externalNumberFields().extend({
    /** Id of the number of the same order that this one corrects. */
    replaces: z.string().min(1).max(64).optional(),
    /** Id of the request of the same order that it is for. Needed where facts leave a doubt. */
    answers: z.string().min(1).max(64).optional(),
  })
)

export type ExternalInvoiceBody = z.infer<ReturnType<typeof externalInvoiceBody>>
