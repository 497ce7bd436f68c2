import { allocate } from "../../../shared/money"

/** A line of an order. Amounts are minor units with tax, after discounts. */
export type ShippedLine = {
  total: number
  quantity: number
  /** How many have left the shop, or were handed over. */
  sent: number
  /** False for what is never sent, such as a download. */
  needs_shipping: boolean
}

export type ShippedOrder = {
  lines: readonly ShippedLine[]
  /** Delivery, with tax, after discounts. */
  shipping: number
  /** What the payments have to cover: after gift cards and store credit. */
  total: number
}

/**
 * How much of an order may be charged because of what has been sent, in minor units: nothing before the first parcel,
 * each part's share with delivery in the first, and everything with the last. What is never sent counts with the
 * first parcel.
 */
export const shippedAmount = ({ lines, shipping, total }: ShippedOrder): number => {
  const goods = lines.filter((line) => line.needs_shipping && line.quantity > 0)
  if (goods.every(({ sent }) => sent <= 0)) return 0
  if (goods.every(({ sent, quantity }) => sent >= quantity)) return total
  const parts = lines.map((line) => {
    if (!line.needs_shipping) return line.total
    const sent = Math.min(Math.max(line.sent, 0), line.quantity)
    return allocate(line.total, [sent, line.quantity - sent])[0] ?? 0
  })
  const value = parts.reduce((sum, part) => sum + part, shipping)
  return Math.max(0, Math.min(value, total))
}

/** A payment of the order that can still be charged. Amounts are minor units. */
export type OpenPayment = { payment_id: string; amount: number; captured: number }

/**
 * The captures that bring what is charged up to `wanted`, oldest payment first.
 *
 * @param captured of all payments of the order, whoever made them
 */
export const capturesDue = (
  payments: readonly OpenPayment[],
  { wanted, captured }: { wanted: number; captured: number }
): { payment_id: string; amount: number }[] => {
  let missing = wanted - captured
  return payments.flatMap(({ payment_id, amount, captured: own }) => {
    const part = Math.min(missing, amount - own)
    if (part <= 0) return []
    missing -= part
    return [{ payment_id, amount: part }]
  })
}
