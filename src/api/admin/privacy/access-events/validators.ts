import { z } from "@medusajs/framework/zod"
import { ACCESS_EVENT_SORTS } from "../../../../workflows/access"
import { lazy } from "../../../../shared/lazy"

const id = lazy(() => z.string().min(1).max(64).optional())
const instant = lazy(() => z.iso.datetime({ offset: true }).optional())

export const accessEventQuery = lazy(() =>
  z.object({
    /** A customer, with their orders and carts. */
    customer_id: id(),
    /** One order or cart. */
    subject_id: id(),
    /** A member of staff. */
    user_id: id(),
    since: instant(),
    until: instant(),
    order: z.enum(ACCESS_EVENT_SORTS).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type AccessEventQuery = z.infer<ReturnType<typeof accessEventQuery>>
