import { z } from "@medusajs/framework/zod"
import { idSchema } from "./ids"
import { lazy } from "../../../shared/lazy"

const ids = lazy(() => z.array(idSchema()).min(1).max(5_000))

/** No shop has older rows, and the database does not know every day that ISO 8601 can say. */
const FLOOR = "1900-01-01"
const TOO_OLD = `is before ${FLOOR}`

const day = lazy(() => z.iso.date().refine((typed) => typed >= FLOOR, TOO_OLD))

const instant = lazy(() =>
  z.iso
    .datetime({ offset: true })
    .transform((typed) => new Date(typed).toISOString())
    .refine((typed) => typed >= FLOOR, TOO_OLD)
)

const isForward = ({ from, to }: { from: string; to: string }): boolean => from <= to

const BACKWARD = { path: ["to"], message: "is before the beginning" }

/**
 * Who is affected, as a query: everybody that any part finds. Days are Danish and inclusive. Queries add to each other, and
 * finding somebody twice is finding them once.
 */
export const affectedSchema = lazy(() =>
  z
    .strictObject({
      /** Everybody with an account; everybody who bought without one. */
      customers: z.boolean().optional(),
      guests: z.boolean().optional(),
      /** Who placed orders in a time; only those of these buyers when `buyer_types` is given. */
      orders: z
        .strictObject({
          from: day(),
          to: day(),
          buyer_types: z
            .array(z.enum(["private", "business", "public"]))
            .min(1)
            .max(3)
            .optional(),
        })
        .refine(isForward, BACKWARD)
        .optional(),
      customer_ids: ids().optional(),
      order_ids: ids().optional(),
      /** Whose data a member of staff, or whoever used their login, has read by the access log. */
      read_by: z
        .strictObject({ actor_id: idSchema(), from: instant(), to: instant() })
        .refine(isForward, BACKWARD)
        .optional(),
      /** Whose account and order data have been erased, but whose invoices of a time are kept. */
      kept_invoices: z
        .strictObject({ from: day(), to: day() })
        .refine(isForward, BACKWARD)
        .optional(),
    })
    .refine((query) => Object.values(query).some((part) => part !== undefined && part !== false), {
      message: "say who is affected",
    })
)

export type AffectedQuery = z.infer<ReturnType<typeof affectedSchema>>

/** A query as it is written down: ids of people are counted, for the register holds nothing that leads to somebody. */
export const withoutIds = (query: AffectedQuery): Record<string, unknown> => ({
  ...query,
  ...(query.customer_ids && { customer_ids: query.customer_ids.length }),
  ...(query.order_ids && { order_ids: query.order_ids.length }),
})
