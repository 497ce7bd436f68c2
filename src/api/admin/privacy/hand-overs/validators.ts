import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const handOverBody = lazy(() =>
  z.strictObject({
    customer_id: z.string().min(1).max(64),
    /** Of the new contact, who then sets a password by "forgot password". */
    email: z.string().trim().max(320).pipe(z.email()),
    first_name: z.string().trim().min(1).max(200),
    last_name: z.string().trim().min(1).max(200),
    phone: z.string().trim().min(1).max(50).optional(),
  })
)

export type HandOverBody = z.infer<ReturnType<typeof handOverBody>>
