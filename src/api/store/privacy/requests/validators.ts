import { z } from "@medusajs/framework/zod"
import { REQUEST_KINDS } from "../../../../modules/subject-request/domain/kinds"
import { textField } from "../../../_shared/text-field"
import { lazy } from "../../../../shared/lazy"

export const askBody = lazy(() =>
  z.strictObject({
    kind: z.enum(REQUEST_KINDS),
    email: z.string().trim().max(254).pipe(z.email("must be an e-mail")).optional(),
    message: textField(5_000).optional(),
    locale: z
      .string()
      .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, "must be a language tag")
      .max(20)
      .optional(),
  })
)

export type AskBody = z.infer<ReturnType<typeof askBody>>

export const tokenBody = lazy(() => z.strictObject({ token: z.string().max(200) }))

export type TokenBody = z.infer<ReturnType<typeof tokenBody>>
