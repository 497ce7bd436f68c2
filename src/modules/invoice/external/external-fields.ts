import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../shared/lazy"

/** Letters, digits and the signs that stand in numbers and names; no line breaks. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._/+-]{0,39}$/u
const WORDS = "must be at most 40 letters, digits, spaces and the signs . _ / + -"

/** An invoice or credit note of the shop's bookkeeping system, as staff, an API client or a line of a file gives it. */
export const externalNumberFields = lazy(() =>
  z.strictObject({
    /** Name of the system, in any case. */
    system: z.string().trim().toLowerCase().regex(NAME, WORDS),
    number: z.string().trim().regex(NAME, WORDS),
    /** Day in Denmark. */
    issued_on: z.iso.date("must be a day, YYYY-MM-DD"),
    kind: z.enum(["invoice", "credit_note"]),
    /** Where staff sees the document. */
    url: z
      .url({ protocol: /^https$/, error: "must begin with https://" })
      .max(500)
      .nullish()
      .transform((url) => url ?? null),
  })
)

export type ExternalNumberFields = z.infer<ReturnType<typeof externalNumberFields>>
