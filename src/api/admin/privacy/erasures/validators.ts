import { z } from "@medusajs/framework/zod"
import { isOneSubject, ONE_SUBJECT, subjectFields } from "../../../_shared/personal-data-subject"
import { lazy } from "../../../../shared/lazy"

export const erasureBody = lazy(() =>
  z
    .strictObject({
      ...subjectFields(),
      /** Why it is erased; kept with the proof, so without names. */
      reason: z.string().trim().max(500).optional(),
      /** Erase although orders are unpaid, unshipped or returning; recorded in the certificate. */
      override_blocks: z.boolean().default(false),
      /** Hours in which it can be cancelled; 0 erases at once. */
      grace_hours: z.number().min(0).max(720).optional(),
    })
    .refine(isOneSubject, ONE_SUBJECT)
)

export type ErasureBody = z.infer<ReturnType<typeof erasureBody>>

export const erasureListQuery = lazy(() =>
  z.object({
    status: z.enum(["proposed", "planned", "running", "done", "cancelled"]).optional(),
    customer_id: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type ErasureListQuery = z.infer<ReturnType<typeof erasureListQuery>>

export const certificatePageQuery = lazy(() =>
  z.object({ locale: z.enum(["da", "en"]).default("da") })
)

export type CertificatePageQuery = z.infer<ReturnType<typeof certificatePageQuery>>
