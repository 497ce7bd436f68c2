import { z } from "@medusajs/framework/zod"
import { isOneSubject, ONE_SUBJECT, subjectFields } from "../../../_shared/personal-data-subject"
import { lazy } from "../../../../shared/lazy"

export const exportBody = lazy(() =>
  z
    .strictObject({
      ...subjectFields(),
      /** `access` is the copy of Art. 15, `portability` the narrower one of Art. 20. */
      profile: z.enum(["access", "portability"]).default("access"),
      /** Language of the texts and of the readable page. */
      locale: z.enum(["da", "en"]).default("da"),
      /** Answer with a ticket for a browser's download instead of the document. */
      deliver: z.literal("ticket").optional(),
    })
    .refine(isOneSubject, ONE_SUBJECT)
)

export type ExportBody = z.infer<ReturnType<typeof exportBody>>
