import { captureAll, refund, settle, typeCreditLine } from "./payments"
import { shipAll } from "./deliveries"
import { openDiary } from "./diary"
import { claimGoods, editOrder, exchangeGoods, returnGoods } from "./order-changes"
import type { Life, Shop } from "./live"

const LISTS = [
  "/admin/orders",
  "/admin/orders?fields=id,email,*customer,*shipping_address,*billing_address,*items,*fulfillments",
  "/admin/orders?order=-created_at&limit=100",
  "/admin/draft-orders",
  "/admin/customers",
  "/admin/customers?fields=*addresses,*groups",
  "/admin/customer-groups?fields=*customers",
  "/admin/returns",
  "/admin/claims",
  "/admin/exchanges",
  "/admin/payments",
  "/admin/reservations",
  "/admin/notifications",
  "/admin/workflows-executions",
  "/admin/promotions",
  "/admin/campaigns",
  "/admin/gift-cards",
  "/admin/store-credit-accounts",
  "/admin/search?q=kunde&entity=order",
  "/admin/dk/invoices",
  "/admin/dk/buyer-findings",
]

/** Of each kind of id, how Admin reads one. */
const DETAILS: readonly (readonly [string, string])[] = [
  ["return_", "/admin/returns/"],
  ["claim_", "/admin/claims/"],
  ["oexc_", "/admin/exchanges/"],
  ["pay_", "/admin/payments/"],
  ["resitem_", "/admin/reservations/"],
  ["gcard_", "/admin/gift-cards/"],
  ["sc_acc_", "/admin/store-credit-accounts/"],
]

const OF_ORDER = [
  "",
  "?fields=*customer,*shipping_address,*billing_address,*payment_collections.payments.refunds,*transactions",
  "?version=1",
  "/preview",
  "/changes",
  "/line-items",
  "/shipping-options",
  "/dk-invoices",
  "/buyer",
]

/** What Admin reads of one life. */
const readPaths = ({ diary, orders, account }: Life): string[] => [
  ...LISTS,
  `/admin/orders?q=${diary.who}`,
  `/admin/orders?customer_id=${account.customerId}`,
  `/admin/customers?q=${diary.who}`,
  ...Object.values(orders).flatMap((id) => OF_ORDER.map((part) => `/admin/orders/${id}${part}`)),
  ...DETAILS.flatMap(([prefix, path]) =>
    [...diary.ids].filter((id) => id.startsWith(prefix)).map((id) => path + id)
  ),
]

/** The status of everything Admin reads of a life, by path. */
export const readAsAdmin = async (
  { suite, headers }: Shop,
  life: Life
): Promise<Record<string, number>> => {
  const answers: Record<string, number> = {}
  for (const path of readPaths(life)) {
    answers[path] = (await suite.call("GET", path, { headers })).status
  }
  return answers
}

/** Does with an order all that staff may still have to do; every call must succeed. Gives how many there were. */
export const workOn = async (shop: Shop, who: string, orderId: string): Promise<number> => {
  const diary = openDiary(shop.suite, who)
  const staff = diary.as(shop.headers)
  await captureAll(staff, orderId)
  await editOrder(diary, staff, orderId)
  // The loyalty plugin looks for the customer of a credit line; it does not find one that Medusa deleted either.
  await staff.refused(404, `/admin/orders/${orderId}/credit-lines`, typeCreditLine(diary, "later"))
  await settle(staff, orderId)
  await shipAll(diary, staff, { orderId, place: "later" })
  await returnGoods(diary, staff, { orderId, reasonId: shop.returnReasonId })
  await refund(diary, staff, { orderId, amount: 3, reasonId: shop.refundReasonId })
  await claimGoods(diary, staff, orderId)
  await exchangeGoods(diary, staff, orderId)
  await staff.post(`/admin/orders/${orderId}`, { metadata: { memo: diary.type("memo") } })
  await staff.post(`/admin/orders/${orderId}/complete`, {})
  await staff.post(`/admin/orders/${orderId}/archive`)
  return diary.calls.length
}
