import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

const yesOrNo = lazy(() => z.enum(["true", "false"]).transform((text) => text === "true"))

export const earlierOrderQuery = lazy(() =>
  z.object({
    is_captured: yesOrNo().optional(),
    is_covered: yesOrNo().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  })
)

export type EarlierOrderQuery = z.infer<ReturnType<typeof earlierOrderQuery>>

export const archiveBody = lazy(() =>
  z.strictObject({
    /** Only tell what would be kept. */
    dry_run: z.boolean().default(false),
    /** Where the batch before ended. */
    after: z.string().max(64).default(""),
    limit: z.number().int().min(1).max(200).default(50),
  })
)

export type ArchiveBody = z.infer<ReturnType<typeof archiveBody>>
