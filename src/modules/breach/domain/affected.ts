import { z } from "@medusajs/framework/zod"

const ids = z.array(z.string().min(1).max(64)).min(1).max(5_000)
const day = z.iso.date()
const instant = z.iso.datetime({ offset: true })

/**
 * Who is affected, as a query: everybody that any part finds. Days are Danish and inclusive. Queries add to each other, and
 * finding somebody twice is finding them once.
 */
export const affectedSchema = z
  .strictObject({
    /** Everybody with an account; everybody who bought without one. */
    customers: z.boolean().optional(),
    guests: z.boolean().optional(),
    /** Who placed orders in a time; only those of these buyers when `buyer_types` is given. */
    orders: z
      .strictObject({
        from: day,
        to: day,
        buyer_types: z
          .array(z.enum(["private", "business", "public"]))
          .min(1)
          .max(3)
          .optional(),
      })
      .optional(),
    customer_ids: ids.optional(),
    order_ids: ids.optional(),
    /** Whose data a member of staff, or whoever used their login, has read by the access log. */
    read_by: z
      .strictObject({ actor_id: z.string().min(1).max(64), from: instant, to: instant })
      .optional(),
    /** Whose account and order data have been erased, but whose invoices of a time are kept. */
    kept_invoices: z.strictObject({ from: day, to: day }).optional(),
  })
  .refine((query) => Object.values(query).some((part) => part !== undefined && part !== false), {
    message: "say who is affected",
  })

export type AffectedQuery = z.infer<typeof affectedSchema>

/** A query as it is written down: ids of people are counted, for the register holds nothing that leads to somebody. */
export const withoutIds = (query: AffectedQuery): Record<string, unknown> => ({
  ...query,
  ...(query.customer_ids && { customer_ids: query.customer_ids.length }),
  ...(query.order_ids && { order_ids: query.order_ids.length }),
})
