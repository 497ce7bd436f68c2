import type { LivingAccount } from "./account"
import type { Caller, Diary } from "./diary"

type Credit = { store_credit_account: { id: string } }
type GiftCard = { gift_card: { id: string; code: string } }

/** Store credit with notes, and a gift card of the person's. */
export const giveCredit = async (
  diary: Diary,
  staff: Caller,
  { customerId }: LivingAccount
): Promise<void> => {
  const { store_credit_account } = await staff.post<Credit>("/admin/store-credit-accounts", {
    currency_code: "dkk",
    customer_id: customerId,
    metadata: { why: diary.type("creditaccountmeta") },
  })
  const path = `/admin/store-credit-accounts/${store_credit_account.id}`
  await staff.post(`${path}/credit`, { amount: 20, note: diary.type("creditnote") })
  await staff.post(`${path}/debit`, { amount: 5, note: diary.type("debitnote") })
  await staff.get(path)
  await staff.get(`${path}/transactions`)
}

/** A gift card with a note, ready to be spent by its code. */
export const makeGiftCard = async (diary: Diary, staff: Caller): Promise<string> => {
  const { gift_card } = await staff.post<GiftCard>("/admin/gift-cards", {
    currency_code: "dkk",
    value: 30,
    note: diary.type("giftnote", "replaced"),
    metadata: { from: diary.type("giftmeta") },
  })
  await staff.post(`/admin/gift-cards/${gift_card.id}`, { note: diary.type("giftnotetwo") })
  await staff.get(`/admin/gift-cards/${gift_card.id}`)
  return gift_card.code
}

/** Pays a part of a cart with a gift card and store credit. */
export const spendCredit = async (
  { visitor }: Diary,
  { me }: LivingAccount,
  { cartId, code }: { cartId: string; code: string }
): Promise<void> => {
  await visitor.get(`/store/gift-cards/${code}`)
  await me.get("/store/store-credit-accounts?currency_code=dkk")
  await me.post(`/store/carts/${cartId}/gift-cards`, { code })
  await me.post(`/store/carts/${cartId}/store-credits`, { amount: 10 })
}
