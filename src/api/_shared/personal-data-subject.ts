import { z } from "@medusajs/framework/zod"

/** Whom a privacy route is about. */
export const subjectFields = {
  customer_id: z.string().min(1).max(64).optional(),
  email: z.string().trim().max(320).pipe(z.email()).optional(),
  confirmed_order_ids: z.array(z.string().min(1).max(64)).max(1000).optional(),
}

export const isOneSubject = (body: {
  customer_id?: string | undefined
  email?: string | undefined
}): boolean => (body.customer_id === undefined) !== (body.email === undefined)

export const ONE_SUBJECT = {
  path: ["customer_id"],
  message: "give either customer_id or email",
}
