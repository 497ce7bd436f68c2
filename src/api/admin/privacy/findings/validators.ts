import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const findingListQuery = lazy(() =>
  z.object({
    state: z.enum(["open", "dismissed", "resolved"]).optional(),
    kind: z.enum(["cpr", "card"]).optional(),
    table: z.string().min(1).max(63).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type FindingListQuery = z.infer<ReturnType<typeof findingListQuery>>

/** For what is said by the path alone. */
export const noBody = lazy(() => z.strictObject({}).default({}))
