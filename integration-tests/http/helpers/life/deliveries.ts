import { typeAddress } from "./diary"
import type { Caller, Diary } from "./diary"

type Item = {
  id: string
  quantity: number
  requires_shipping: boolean
  detail: { fulfilled_quantity: number }
}
type Order = { order: { items: Item[]; fulfillments: { id: string; shipped_at: string | null }[] } }

const readOrder = async (staff: Caller, orderId: string): Promise<Order["order"]> =>
  (
    await staff.get<Order>(
      `/admin/orders/${orderId}?fields=id,*items,*items.detail,fulfillments.id,fulfillments.shipped_at`
    )
  ).order

/** What of an order still lies in the warehouse. Lines that an edit added need no shipping, by Medusa's reckoning. */
const unpacked = (items: readonly Item[], isShipped: boolean) =>
  items
    .filter(({ requires_shipping: needsShipping }) => needsShipping === isShipped)
    .map(({ id, quantity, detail }) => ({ id, quantity: quantity - detail.fulfilled_quantity }))
    .filter(({ quantity }) => quantity > 0)

/** Packs all that is left, to an address of its own if asked, and ships it with a label. */
export const shipAll = async (
  diary: Diary,
  staff: Caller,
  { orderId, place, toOther = false }: { orderId: string; place: string; toOther?: boolean }
): Promise<void> => {
  const order = await readOrder(staff, orderId)
  const items = unpacked(order.items, true)
  const path = `/admin/orders/${orderId}/fulfillments`
  await staff.post(path, {
    items,
    metadata: { packer: diary.type(`${place}packmeta`) },
    ...(toOther && { delivery_address: typeAddress(diary, `${place}other`) }),
  })
  const { fulfillments } = await readOrder(staff, orderId)
  const fulfillment = fulfillments.find(({ shipped_at: shippedAt }) => shippedAt === null)?.id ?? ""
  await staff.post(`${path}/${fulfillment}/shipments`, {
    items,
    labels: [
      {
        tracking_number: diary.type(`${place}tracknumber`),
        tracking_url: `https://fragt.example/${diary.type(`${place}trackurl`)}`,
        label_url: `https://fragt.example/${diary.type(`${place}labelurl`)}`,
      },
    ],
    metadata: { carrier: diary.type(`${place}shipmeta`, "unstored") },
  })
  await staff.post(`${path}/${fulfillment}/mark-as-delivered`, {})
  const rest = unpacked(order.items, false)
  if (rest.length > 0) await staff.post(path, { items: rest })
}

/** Sets one thing of an order aside, with a note. */
export const reserve = async (
  { diary, shop }: { diary: Diary; shop: Diary },
  staff: Caller,
  lineId: string
): Promise<void> => {
  const { stock_locations } = await staff.get<{ stock_locations: { id: string }[] }>(
    "/admin/stock-locations"
  )
  const location = stock_locations[0]?.id ?? ""
  const { inventory_item } = await staff.post<{ inventory_item: { id: string } }>(
    "/admin/inventory-items",
    {
      sku: shop.type(`${diary.who}sku`, "shop"),
      location_levels: [{ location_id: location, stocked_quantity: 10 }],
    }
  )
  const { reservation } = await staff.post<{ reservation: { id: string } }>("/admin/reservations", {
    line_item_id: lineId,
    location_id: location,
    inventory_item_id: inventory_item.id,
    quantity: 1,
    description: diary.type("reservedescription", "replaced"),
    metadata: { shelf: diary.type("reservemeta") },
  })
  await staff.post(`/admin/reservations/${reservation.id}`, {
    description: diary.type("reservedescriptiontwo"),
  })
}
