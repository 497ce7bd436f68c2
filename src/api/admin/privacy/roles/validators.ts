import { z } from "@medusajs/framework/zod"
import { ROLES } from "../../../../modules/access"
import { lazy } from "../../../../shared/lazy"

export const roleBody = lazy(() =>
  z.strictObject({
    user_id: z.string().min(1).max(64),
    /** Null takes the role away. */
    role: z.enum(ROLES).nullable(),
  })
)

export type RoleBody = z.infer<ReturnType<typeof roleBody>>
