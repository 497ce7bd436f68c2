import { variantOf } from "../shop"
import type { Caller, Diary } from "./diary"

type Preview = { order_preview: { items: { actions?: { id: string; action: string }[] }[] } }
type Items = { order: { items: { id: string; variant_id: string | null }[] } }

const note = (diary: Diary, place: string) => ({
  description: diary.type(`${place}description`),
  internal_note: diary.type(`${place}internal`, "hidden"),
})

/** Lines of an order, as staff sees them. */
export const linesOf = async (staff: Caller, orderId: string): Promise<string[]> =>
  (await staff.get<Items>(`/admin/orders/${orderId}?fields=id,*items`)).order.items.map(
    ({ id }) => id
  )

const actionOf = ({ order_preview }: Preview, kind: string): string =>
  order_preview.items.flatMap(({ actions }) => actions ?? []).find(({ action }) => action === kind)
    ?.id ?? ""

/** An edit that is confirmed: a line changed, one added and changed again. Before it, one that is dropped. */
export const editOrder = async (diary: Diary, staff: Caller, orderId: string): Promise<void> => {
  const [line = ""] = await linesOf(staff, orderId)
  const edit = `/admin/order-edits/${orderId}`
  await staff.post("/admin/order-edits", { order_id: orderId, ...note(diary, "drop") })
  await staff.post(`${edit}/items/item/${line}`, {
    quantity: 5,
    internal_note: diary.type("dropiteminternal", "hidden"),
  })
  await staff.remove(edit)

  await staff.post("/admin/order-edits", { order_id: orderId, ...note(diary, "edit") })
  await staff.post(`${edit}/items/item/${line}`, {
    quantity: 5,
    internal_note: diary.type("editqtyinternal", "hidden"),
  })
  const added = await staff.post<Preview>(`${edit}/items`, {
    items: [
      {
        variant_id: await variantOf(diary.suite, "skolehaefte-a5"),
        quantity: 1,
        internal_note: diary.type("edititeminternal", "replaced"),
        metadata: { engraving: diary.type("edititemmeta") },
      },
    ],
  })
  await staff.post(`${edit}/items/${actionOf(added, "ITEM_ADD")}`, {
    quantity: 2,
    internal_note: diary.type("edititemtwointernal", "hidden"),
  })
  await staff.get(`/admin/orders/${orderId}/preview`)
  await staff.post(`${edit}/request`)
  await staff.post(`${edit}/confirm`)
}

/** A return from request to receipt, with notes at each step, and one that is taken back. */
export const returnGoods = async (
  diary: Diary,
  staff: Caller,
  { orderId, reasonId }: { orderId: string; reasonId: string }
): Promise<void> => {
  const [line = ""] = await linesOf(staff, orderId)
  const begin = (place: string) =>
    staff.post<{ return: { id: string } }>("/admin/returns", {
      order_id: orderId,
      ...note(diary, place),
      metadata: { why: diary.type(`${place}meta`) },
    })
  const dropped = await begin("noreturn")
  await staff.remove(`/admin/returns/${dropped.return.id}/request`)

  const path = `/admin/returns/${(await begin("return")).return.id}`
  await staff.post(`${path}/request-items`, {
    items: [
      {
        id: line,
        quantity: 1,
        reason_id: reasonId,
        description: diary.type("returnitemdescription", "unstored"),
        internal_note: diary.type("returniteminternal"),
        metadata: { photo: diary.type("returnitemmeta") },
      },
    ],
  })
  await staff.post(`${path}/request`)
  await staff.get(path)
  await staff.post(`${path}/receive`, note(diary, "receive"))
  await staff.post(`${path}/receive-items`, {
    items: [{ id: line, quantity: 1, internal_note: diary.type("receiveiteminternal", "hidden") }],
  })
  await staff.post(`${path}/receive/confirm`)
}

/** A return the person asks for in the storefront, and staff receives. */
export const returnFromHome = async (
  diary: Diary,
  { me, staff }: { me: Caller; staff: Caller },
  { orderId, reasonId }: { orderId: string; reasonId: string }
): Promise<void> => {
  const [line = ""] = await linesOf(staff, orderId)
  const { shipping_options } = await staff.get<{ shipping_options: { id: string }[] }>(
    "/admin/shipping-options"
  )
  const asked = await me.post<{ return: { id: string } }>("/store/returns", {
    order_id: orderId,
    items: [{ id: line, quantity: 1, reason_id: reasonId, note: diary.type("homeitemnote") }],
    return_shipping: { option_id: shipping_options[0]?.id },
    note: diary.type("homenote", "unstored"),
  })
  const path = `/admin/returns/${asked.return.id}`
  await staff.get(path)
  await staff.post(`${path}/receive`, {})
  await staff.post(`${path}/receive-items`, { items: [{ id: line, quantity: 1 }] })
  await staff.post(`${path}/receive/confirm`)
}

/** A claim for a replacement: what was wrong, what comes back and what is sent instead. */
export const claimGoods = async (diary: Diary, staff: Caller, orderId: string): Promise<void> => {
  const [line = ""] = await linesOf(staff, orderId)
  const begun = await staff.post<{ claim: { id: string } }>("/admin/claims", {
    order_id: orderId,
    type: "replace",
    ...note(diary, "claim"),
    metadata: { case: diary.type("claimmeta") },
  })
  const path = `/admin/claims/${begun.claim.id}`
  await staff.post(`${path}/claim-items`, {
    items: [
      {
        id: line,
        quantity: 1,
        reason: "production_failure",
        internal_note: diary.type("claimiteminternal"),
        metadata: { photo: diary.type("claimitemmeta") },
      },
    ],
  })
  await staff.post(`${path}/inbound/items`, {
    items: [
      {
        id: line,
        quantity: 1,
        internal_note: diary.type("claiminboundinternal"),
        metadata: { box: diary.type("claiminboundmeta") },
      },
    ],
  })
  await staff.post(`${path}/outbound/items`, {
    items: [
      {
        variant_id: await variantOf(diary.suite, "notesbog-havblik"),
        quantity: 1,
        internal_note: diary.type("claimoutinternal"),
        metadata: { engraving: diary.type("claimoutmeta") },
      },
    ],
  })
  await staff.post(`${path}/request`)
  await staff.get(path)
}

/** An exchange: one thing back, another one out. Before it, one that is dropped. */
export const exchangeGoods = async (
  diary: Diary,
  staff: Caller,
  orderId: string
): Promise<void> => {
  const [line = ""] = await linesOf(staff, orderId)
  const begin = async (place: string): Promise<string> => {
    const { exchange } = await staff.post<{ exchange: { id: string } }>("/admin/exchanges", {
      order_id: orderId,
      ...note(diary, place),
      metadata: { why: diary.type(`${place}meta`) },
    })
    return `/admin/exchanges/${exchange.id}`
  }
  await staff.remove(`${await begin("noexchange")}/request`)
  const path = await begin("exchange")
  await staff.post(`${path}/inbound/items`, {
    items: [
      {
        id: line,
        quantity: 1,
        internal_note: diary.type("exchangeininternal"),
        metadata: { box: diary.type("exchangeinmeta") },
      },
    ],
  })
  await staff.post(`${path}/outbound/items`, {
    items: [
      {
        variant_id: await variantOf(diary.suite, "skolehaefte-a5"),
        quantity: 1,
        internal_note: diary.type("exchangeoutinternal"),
        metadata: { engraving: diary.type("exchangeoutmeta") },
      },
    ],
  })
  await staff.post(`${path}/request`)
  await staff.get(path)
}
