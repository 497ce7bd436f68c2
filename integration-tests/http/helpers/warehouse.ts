import type { Headers } from "./shop"
import type { Suite } from "./suite"

type OrderAnswer = { order: { items: { id: string; quantity: number }[] } }
type FulfilledAnswer = { order: { fulfillments: { id: string }[] } }

/** Packs and ships everything of an order, as staff does in Admin. */
export const shipOrder = async (suite: Suite, orderId: string, headers: Headers): Promise<void> => {
  const { body } = await suite.call<OrderAnswer>(
    "GET",
    `/admin/orders/${orderId}?fields=id,*items,*items.detail`,
    { headers }
  )
  const items = body.order.items.map(({ id, quantity }) => ({ id, quantity }))
  const packed = await suite.call<FulfilledAnswer>(
    "POST",
    `/admin/orders/${orderId}/fulfillments?fields=id,fulfillments.id`,
    { headers, body: { items } }
  )
  if (packed.status >= 300) throw new Error(`fulfil: ${packed.text}`)
  for (const { id } of packed.body.order.fulfillments) {
    const shipped = await suite.call(
      "POST",
      `/admin/orders/${orderId}/fulfillments/${id}/shipments`,
      { headers, body: { items, labels: [] } }
    )
    if (shipped.status >= 300) throw new Error(`ship: ${shipped.text}`)
  }
}
