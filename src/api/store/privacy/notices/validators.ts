import { z } from "@medusajs/framework/zod"
import { languageOf } from "../../../../modules/consent"

/** Filters of the list; a locale such as `da-DK` means its language. */
export const storeNoticeListQuery = z.object({
  kind: z.enum(["privacy"]).optional(),
  locale: z
    .string()
    .max(20)
    .transform((value) => languageOf(value))
    .optional(),
  current: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

export type StoreNoticeListQuery = z.infer<typeof storeNoticeListQuery>
