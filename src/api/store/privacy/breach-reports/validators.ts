import { z } from "@medusajs/framework/zod"
import { textField } from "../../../_shared/text-field"
import { lazy } from "../../../../shared/lazy"

export const breachReportBody = lazy(() =>
  z.strictObject({
    message: textField(5_000),
    email: z.string().trim().max(254).pipe(z.email("must be an e-mail")).optional(),
    locale: z
      .string()
      .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, "must be a language tag")
      .max(20)
      .optional(),
  })
)

export type BreachReportBody = z.infer<ReturnType<typeof breachReportBody>>
