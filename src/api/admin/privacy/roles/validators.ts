import { z } from "@medusajs/framework/zod"
import { ROLES } from "../../../../modules/access"

export const roleBody = z.strictObject({
  user_id: z.string().min(1).max(64),
  /** Null takes the role away. */
  role: z.enum(ROLES).nullable(),
})

export type RoleBody = z.infer<typeof roleBody>
