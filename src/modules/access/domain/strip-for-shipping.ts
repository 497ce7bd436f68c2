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

/**
 * An order as the warehouse sees it: lines, and the name, address and phone it is sent to. Left-out fields stay, empty, so
 * that screens which read them go on working.
 */
export const stripForShipping = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(stripForShipping)
  if (typeof body !== "object" || body === null || body instanceof Date) return body
  // Amounts and dates know themselves how they are written.
  if ("toJSON" in body && typeof body.toJSON === "function") return body
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      NOT_FOR_SHIPPING.has(name) ? emptyLike(value) : stripForShipping(value),
    ])
  )
}
