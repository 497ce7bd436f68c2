import { store } from "../store"
import { variantOf } from "../shop"
import { typeAddress } from "./diary"
import type { Caller, Diary } from "./diary"

type Cart = { cart: { id: string; items: { id: string; variant_id: string }[] } }
type Options = { shipping_options: { id: string }[] }
type Collection = { payment_collection: { id: string } }

export type CartOptions = { caller?: Caller; email: string; goods?: string; codes?: string[] }

/** A cart filled by hand: two addresses, of which one is replaced, a line with texts, a delivery with a door code. */
export const fillCart = async (
  diary: Diary,
  place: string,
  { caller = diary.visitor, email, goods = "notesbog-havblik", codes }: CartOptions
): Promise<string> => {
  const { cart } = await caller.post<Cart>("/store/carts", {
    region_id: store().regionId,
    email,
    shipping_address: typeAddress(diary, `${place}old`),
    billing_address: typeAddress(diary, `${place}bill`),
    metadata: { note: diary.type(`${place}cartnote`) },
    locale: "da-DK",
  })
  const path = `/store/carts/${cart.id}`
  await caller.post(`${path}/line-items`, {
    variant_id: await variantOf(diary.suite, goods),
    quantity: 4,
    metadata: { engraving: diary.type(`${place}engraving`) },
  })
  await caller.post(path, { shipping_address: typeAddress(diary, `${place}ship`) })
  const options = await caller.get<Options>(`/store/shipping-options?cart_id=${cart.id}`)
  await caller.post(`${path}/shipping-methods`, {
    option_id: options.shipping_options[0]?.id,
    data: { parcel_shop: diary.type(`${place}parcelshop`), code: diary.type(`${place}doorcode`) },
  })
  if (codes) await caller.post(`${path}/promotions`, { promo_codes: codes })
  return cart.id
}

/** Opens a payment with the provider that authorises everything, with data of the storefront's. */
export const startPaying = async (
  diary: Diary,
  cartId: string,
  place: string,
  caller: Caller = diary.visitor
): Promise<void> => {
  const { payment_collection } = await caller.post<Collection>("/store/payment-collections", {
    cart_id: cartId,
  })
  await caller.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: "pp_system_default",
    data: { payer: diary.type(`${place}payer`) },
  })
}

/** A basket begun without login that its person takes into the account, and leaves at the payment. */
export const leaveBasket = async (
  diary: Diary,
  { me, email }: { me: Caller; email: string },
  noticeId: string
): Promise<void> => {
  const basket = await fillCart(diary, "basket", { email })
  await me.post(`/store/carts/${basket}/customer`)
  await me.post(`/store/carts/${basket}/consents`, { notices: [noticeId], consents: [] })
  await startPaying(diary, basket, "basket", me)
}

/** Pays a cart and gives the order's id. */
export const pay = async (
  diary: Diary,
  cartId: string,
  place: string,
  caller: Caller = diary.visitor
): Promise<string> => {
  await startPaying(diary, cartId, place, caller)
  const { order } = await caller.post<{ order?: { id: string } }>(`/store/carts/${cartId}/complete`)
  if (!order) throw new Error(`${diary.who}: the cart ${place} did not become an order`)
  return order.id
}
