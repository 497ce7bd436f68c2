import { z } from "@medusajs/framework/zod"
import { CHANNELS, NOTICE_KINDS, purposeSchema } from "../../../../modules/consent"
import { lazy } from "../../../../shared/lazy"

const SHOPPER_KINDS = NOTICE_KINDS.filter((kind) => kind !== "staff")

/** Filters of the list; a locale such as `da-DK` finds its language too. */
export const storeNoticeListQuery = lazy(() =>
  z.object({
    kind: z.enum(SHOPPER_KINDS).optional(),
    purpose: purposeSchema().optional(),
    channel: z.enum(CHANNELS).optional(),
    locale: z.string().max(20).optional(),
    current: z
      .enum(["true", "false"])
      .transform((value) => value === "true")
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type StoreNoticeListQuery = z.infer<ReturnType<typeof storeNoticeListQuery>>
