import type { Switches } from "./switches"

/** One happening, before it is written the way the switches say. */
export type Happening = {
  id: string
  event: string
  timestamp: string
  data: Record<string, unknown>
}

const MERCHANT = 100_000_001
const V2_FAMILY = /\.v2$/

const merchantOf = (event: string, { webhook_merchant: style }: Switches): object => {
  if (style === "both") return { merchantId: MERCHANT, merchantNumber: 0 }
  const value = style === "text" ? MERCHANT.toString() : MERCHANT
  return V2_FAMILY.test(event) ? { merchantNumber: value } : { merchantId: value }
}

/** Numbers that an older page of the documentation shows as texts. */
const AMOUNT_FIELDS = new Set([
  "amount",
  "grossTotalAmount",
  "netTotalAmount",
  "taxAmount",
  "taxRate",
  "unitPrice",
  "quantity",
])

/** The body of a webhook. */
export const webhookBody = (
  { id, event, timestamp, data }: Happening,
  switches: Switches
): string => {
  const asText = switches.webhook_amounts === "strings"
  const write = (key: string, value: unknown): unknown =>
    asText && typeof value === "number" && AMOUNT_FIELDS.has(key) ? value.toString() : value
  return JSON.stringify({ id, timestamp, ...merchantOf(event, switches), event, data }, write)
}
