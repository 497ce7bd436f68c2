/** What a warehouse does not need: who pays, how to write to them, and what was agreed. */
const NOT_FOR_SHIPPING = new Set([
  "email",
  "customer",
  "customer_id",
  "billing_address",
  "billing_address_id",
  "payment_collections",
  "payment_sessions",
  "payments",
  "transactions",
  "credit_lines",
  "gift_cards",
  "promotions",
  "metadata",
  "internal_note",
  "cart",
  "order_change",
  "ip_address",
])

const emptyLike = (value: unknown): unknown => {
  if (Array.isArray(value)) return []
  return typeof value === "string" ? "" : null
}

/** Relations that lead from an order to other orders and people, and what a buyer typed. */
const TO_OTHERS = /^(orders?|carts?|customers?|promotion|usages|dk_.*|.*_link)$/

const isLeftOut = (name: string, depth: number): boolean =>
  NOT_FOR_SHIPPING.has(name) || (depth > 0 && TO_OTHERS.test(name))

const strip = (value: unknown, depth: number): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => strip(item, depth))
  if (typeof value !== "object" || value === null || value instanceof Date) return value
  // Amounts and dates know themselves how they are written.
  if ("toJSON" in value && typeof value.toJSON === "function") return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      isLeftOut(name, depth) ? emptyLike(inner) : strip(inner, depth + 1),
    ])
  )
}

/**
 * An order as the warehouse sees it: lines, and the name, address and phone it is sent to. Left-out fields stay, empty, so
 * that screens which read them go on working.
 */
export const stripForShipping = (body: unknown): unknown => strip(body, 0)
