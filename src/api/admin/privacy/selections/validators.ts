import { z } from "@medusajs/framework/zod"
import { textField } from "../../../_shared/text-field"
import { lazy } from "../../../../shared/lazy"

const text = lazy(() => textField(100).optional())

/** How many of the ways are used; name and postal code are one. */
const countWays = (body: Partial<Record<string, unknown>>): number =>
  [body.order_number, body.invoice_number, body.phone, body.name ?? body.postal_code].filter(
    (value) => value !== undefined
  ).length

export const createSelectionBody = lazy(() =>
  z
    .strictObject({
      /** As it stands on the order confirmation, with or without `#`. */
      order_number: text(),
      invoice_number: text(),
      /** In any spelling; Danish without country code. */
      phone: text(),
      /** First, last or company name, together with the postal code. */
      name: text(),
      postal_code: text(),
    })
    .refine((body) => countWays(body) === 1, {
      path: ["order_number"],
      message: "give exactly one of order_number, invoice_number, phone, and name with postal_code",
    })
    .refine(({ name, postal_code }) => (name === undefined) === (postal_code === undefined), {
      path: ["postal_code"],
      message: "give name and postal_code together",
    })
)

export type CreateSelectionBody = z.infer<ReturnType<typeof createSelectionBody>>

export const confirmSelectionBody = lazy(() =>
  z.strictObject({
    /** Customers, and single orders and carts. */
    confirmed_ids: z.array(z.string().min(1).max(64)).min(1).max(200),
  })
)

export type ConfirmSelectionBody = z.infer<ReturnType<typeof confirmSelectionBody>>
