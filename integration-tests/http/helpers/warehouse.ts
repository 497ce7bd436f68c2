import type { Headers } from "./shop"
import type { Suite } from "./suite"

type Item = { id: string; quantity: number; detail: { fulfilled_quantity: number } }
type OrderAnswer = { order: { items: Item[] } }
type FulfilledAnswer = { order: { fulfillments: { id: string; shipped_at: string | null }[] } }

/** Packs and ships what of an order has not been, as staff does in Admin: everything, or of its first lines. */
export const shipOrder = async (
  suite: Suite,
  orderId: string,
  headers: Headers,
  lines?: number
): Promise<void> => {
  const { body } = await suite.call<OrderAnswer>(
    "GET",
    `/admin/orders/${orderId}?fields=id,*items,*items.detail`,
    { headers }
  )
  const items = body.order.items
    .slice(0, lines)
    .flatMap(({ id, quantity, detail }) =>
      quantity > detail.fulfilled_quantity
        ? [{ id, quantity: quantity - detail.fulfilled_quantity }]
        : []
    )
  const packed = await suite.call<FulfilledAnswer>(
    "POST",
    `/admin/orders/${orderId}/fulfillments?fields=id,*fulfillments`,
    { headers, body: { items } }
  )
  if (packed.status >= 300) throw new Error(`fulfil: ${packed.text}`)
  for (const { id, shipped_at: shippedAt } of packed.body.order.fulfillments) {
    if (shippedAt) continue
    const shipped = await suite.call(
      "POST",
      `/admin/orders/${orderId}/fulfillments/${id}/shipments`,
      { headers, body: { items, labels: [] } }
    )
    if (shipped.status >= 300) throw new Error(`ship: ${shipped.text}`)
  }
}
