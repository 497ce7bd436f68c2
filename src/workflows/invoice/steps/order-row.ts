import { z } from "@medusajs/framework/zod"
import { listOf } from "../../../shared/medusa-rows"
import { lazy } from "../../../shared/lazy"

/** Medusa gives amounts as numbers, decimal objects or raw values; all of them print as decimals. */
const decimal = lazy(() =>
  z.unknown().transform((value): string => {
    if (typeof value === "number" || typeof value === "string") return String(value)
    if (value instanceof Object && "numeric" in value) return String(value.numeric)
    if (value instanceof Object && "value" in value) return String(value.value)
    return "0"
  })
)

const instant = lazy(() =>
  z.union([z.date(), z.string()]).transform((value) => new Date(value).toISOString())
)
const text = lazy(() => z.string().nullish().default(null))
const taxLine = lazy(() => z.object({ rate: decimal(), code: text(), description: text() }))
const adjustment = lazy(() =>
  z.object({ amount: decimal(), is_tax_inclusive: z.boolean().nullish() })
)
const priced = lazy(() => ({
  is_tax_inclusive: z.boolean().nullish(),
  tax_lines: listOf(taxLine()),
  adjustments: listOf(adjustment()),
}))

const count = lazy(() =>
  decimal()
    .optional()
    .transform((value) => value ?? "0")
)

const item = lazy(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    product_title: text(),
    variant_title: text(),
    variant_sku: text(),
    product_id: text(),
    is_giftcard: z.boolean().nullish(),
    quantity: decimal(),
    unit_price: decimal(),
    detail: z
      .object({
        return_received_quantity: count(),
        return_dismissed_quantity: count(),
        shipped_quantity: count(),
        delivered_quantity: count(),
      })
      .nullish(),
    ...priced(),
  })
)

const payment = lazy(() =>
  z.object({
    id: z.string(),
    provider_id: z.string(),
    amount: decimal(),
    canceled_at: instant().nullish(),
    captures: listOf(z.object({ id: z.string(), amount: decimal(), created_at: instant() })),
    refunds: listOf(
      z.object({
        id: z.string(),
        amount: decimal(),
        created_at: instant(),
        refund_reason: z.object({ label: text() }).nullish(),
      })
    ),
  })
)

const address = lazy(() =>
  z.object({
    first_name: text(),
    last_name: text(),
    address_1: text(),
    address_2: text(),
    postal_code: text(),
    city: text(),
    country_code: text(),
  })
)

/** What is read of an order. Nothing else leaves the query. */
export const orderRow = lazy(() =>
  z.object({
    id: z.string(),
    display_id: z.union([z.string(), z.number()]).transform(String),
    currency_code: z.string(),
    status: z.string(),
    is_draft_order: z.boolean().nullish(),
    created_at: instant(),
    total: decimal(),
    credit_lines: listOf(
      z.object({
        amount: decimal(),
        created_at: instant(),
        version: z.number().nullish(),
        reference: text(),
      })
    ),
    items: listOf(item()),
    shipping_methods: listOf(
      z.object({ id: z.string(), name: z.string(), amount: decimal(), ...priced() })
    ),
    payment_collections: listOf(
      z.object({
        captured_amount: decimal(),
        refunded_amount: decimal(),
        payments: listOf(payment()),
      })
    ),
    fulfillments: listOf(
      z.object({
        shipped_at: instant().nullish(),
        delivered_at: instant().nullish(),
        canceled_at: instant().nullish(),
      })
    ),
    billing_address: address().nullish(),
    shipping_address: z.object({ country_code: text() }).nullish(),
  })
)

export type OrderRow = z.infer<ReturnType<typeof orderRow>>

export const ORDER_FIELDS = [
  "id",
  "display_id",
  "currency_code",
  "status",
  "is_draft_order",
  "created_at",
  "total",
  "credit_lines.*",
  "items.*",
  "items.detail.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
  "payment_collections.payments.*",
  "payment_collections.payments.captures.*",
  "payment_collections.payments.refunds.*",
  "payment_collections.payments.refunds.refund_reason.label",
  "fulfillments.*",
  "billing_address.*",
  "shipping_address.country_code",
]
