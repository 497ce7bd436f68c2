import { store } from "../store"
import { variantOf } from "../shop"
import { typeAddress } from "./diary"
import type { Caller, Diary } from "./diary"

type Draft = { draft_order: { id: string } }
type Preview = { draft_order_preview: { items: { id: string; title: string }[] } }

const draft = async (
  diary: Diary,
  staff: Caller,
  { place, email }: { place: string; email: string }
): Promise<string> => {
  const { draft_order } = await staff.post<Draft>("/admin/draft-orders", {
    email,
    region_id: store().regionId,
    sales_channel_id: store().salesChannelId,
    shipping_address: typeAddress(diary, `${place}ship`),
    billing_address: typeAddress(diary, `${place}bill`),
    items: [
      {
        variant_id: await variantOf(diary.suite, "notesbog-havblik"),
        quantity: 1,
        metadata: { engraving: diary.type(`${place}engraving`) },
      },
      { title: diary.type(`${place}title`), quantity: 1, unit_price: 100 },
    ],
    metadata: { memo: diary.type(`${place}memo`) },
  })
  return draft_order.id
}

/** A phone order: written, edited, given a buyer and made an order. */
export const orderByPhone = async (diary: Diary, staff: Caller, email: string): Promise<string> => {
  const id = await draft(diary, staff, { place: "draft", email })
  const path = `/admin/draft-orders/${id}`
  await staff.get(path)
  await staff.post(`${path}/edit`)
  await staff.post<Preview>(`${path}/edit/items`, {
    items: [
      {
        title: diary.type("drafthandmade"),
        quantity: 1,
        unit_price: 50,
        internal_note: diary.type("draftiteminternal", "hidden"),
        metadata: { engraving: diary.type("drafthandmademeta") },
      },
    ],
  })
  await staff.post(`${path}/edit/request`)
  await staff.post(`${path}/edit/confirm`)
  await staff.post(path, { shipping_address: typeAddress(diary, "draftmoved") })
  await staff.refused(409, `${path}/convert-to-order`, {})
  await staff.post(`${path}/buyer`, { later: true })
  await staff.post(`${path}/convert-to-order`, {})
  await staff.post(`/admin/orders/${id}/buyer`, {
    type: "business",
    cvr: "14277137",
    company_name: diary.type("phonecompany"),
    person_reference: diary.type("phonereference"),
  })
  return id
}

/** A draft that is thrown away: Medusa removes its rows. */
export const throwDraftAway = async (diary: Diary, staff: Caller, email: string): Promise<void> => {
  const id = await draft(diary, staff, { place: "waste", email })
  await staff.remove(`/admin/draft-orders/${id}`)
  for (const { text, kind } of diary.canaries) {
    if (text.startsWith(`zq${diary.who}waste`) && kind === "shown") diary.recast(text, "replaced")
  }
}
