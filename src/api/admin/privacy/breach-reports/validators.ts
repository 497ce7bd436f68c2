import { z } from "@medusajs/framework/zod"
import { idSchema } from "../../../../modules/breach/domain/ids"
import { TIP_STATES } from "../../../../modules/breach/domain/kinds"
import { lazy } from "../../../../shared/lazy"

export const tipListQuery = lazy(() =>
  z.object({
    state: z.enum(TIP_STATES).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type TipListQuery = z.infer<ReturnType<typeof tipListQuery>>

export const linkBody = lazy(() => z.strictObject({ breach_id: idSchema() }))

export type LinkBody = z.infer<ReturnType<typeof linkBody>>
