import { z } from "@medusajs/framework/zod"
import { lazy } from "../../shared/lazy"

/** Whom a privacy route is about. */
export const subjectFields = lazy(() => ({
  customer_id: z.string().min(1).max(64).optional(),
  email: z.string().trim().max(320).pipe(z.email()).optional(),
  /** What staff confirmed of a letter or call. */
  selection_id: z.string().min(1).max(64).optional(),
  confirmed_order_ids: z.array(z.string().min(1).max(64)).max(1000).optional(),
}))

type Subject = {
  customer_id?: string | undefined
  email?: string | undefined
  selection_id?: string | undefined
}

export const isOneSubject = ({ customer_id, email, selection_id }: Subject): boolean =>
  [customer_id, email, selection_id].filter((value) => value !== undefined).length === 1

export const ONE_SUBJECT = {
  path: ["customer_id"],
  message: "give exactly one of customer_id, email and selection_id",
}
