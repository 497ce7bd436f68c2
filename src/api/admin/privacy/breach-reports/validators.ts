import { z } from "@medusajs/framework/zod"
import { idSchema } from "../../../../modules/breach/domain/ids"
import { TIP_STATES } from "../../../../modules/breach/domain/kinds"

export const tipListQuery = z.object({
  state: z.enum(TIP_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

export type TipListQuery = z.infer<typeof tipListQuery>

export const linkBody = z.strictObject({ breach_id: idSchema })

export type LinkBody = z.infer<typeof linkBody>
