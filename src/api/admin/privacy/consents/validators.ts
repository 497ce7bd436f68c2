import { z } from "@medusajs/framework/zod"
import { purposeSchema } from "../../../../modules/consent"
import { CONSENT_SORTS } from "../../../../workflows/consent"
import { lazy } from "../../../../shared/lazy"

const about = lazy(() => ({
  purpose: purposeSchema().optional(),
  channel: z.enum(["email", "sms", "cookies"]).optional(),
}))

export const consentListQuery = lazy(() =>
  z.object({
    ...about(),
    state: z.enum(["given", "refused", "withdrawn", "objected", "superseded"]).optional(),
    /** An e-mail, exactly, or the id of a customer. */
    q: z.string().trim().min(1).max(320).optional(),
    order: z.enum(CONSENT_SORTS).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export const consentNumbersQuery = lazy(() =>
  z.object({
    ...about(),
    months: z.coerce.number().int().min(1).max(60).default(12),
  })
)

export type ConsentListQuery = z.infer<ReturnType<typeof consentListQuery>>
export type ConsentNumbersQuery = z.infer<ReturnType<typeof consentNumbersQuery>>
