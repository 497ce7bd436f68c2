import { awaitInvoices } from "../invoices"
import type { Headers } from "../shop"
import type { Suite } from "../suite"
import {
  keepAccount,
  newEmail,
  registerAccount,
  rememberBuyers,
  secureAccount,
  typeErasedRow,
  writeOnCustomer,
} from "./account"
import type { LivingAccount } from "./account"
import { fillCart, leaveBasket, pay, startPaying } from "./checkout"
import { reserve, shipAll } from "./deliveries"
import { openDiary, typeAddress, typeEmail } from "./diary"
import type { Caller, Diary } from "./diary"
import { orderByPhone, throwDraftAway } from "./drafts"
import { giveCredit, makeGiftCard, spendCredit } from "./loyalty"
import {
  claimGoods,
  editOrder,
  exchangeGoods,
  linesOf,
  returnFromHome,
  returnGoods,
} from "./order-changes"
import { captureAll, credit, refund, settle } from "./payments"
import { hireStaff, openCampaign, publishNotice, sendMessages, wordReasons } from "./traces"
import { failToTakeOver, takeOver } from "./transfers"

/** The shop everybody lives with. */
export type Shop = {
  suite: Suite
  diary: Diary
  headers: Headers
  code: string
  noticeId: string
  returnReasonId: string
  refundReasonId: string
}

export type Orders = { guest: string; main: string; open: string; cancelled: string; phone: string }

export type Life = {
  diary: Diary
  /** Somebody whose order the person once asked for in vain. */
  bystander: Diary
  bystanderOrder: string
  account: LivingAccount
  orders: Orders
}

export const openShop = async (suite: Suite, headers: Headers, who = "shoplo"): Promise<Shop> => {
  const diary = openDiary(suite, who)
  const staff = diary.as(headers)
  await hireStaff(diary, staff)
  const code = await openCampaign(diary, staff)
  const noticeId = await publishNotice(diary, staff)
  return { suite, diary, headers, code, noticeId, ...(await wordReasons(diary, staff)) }
}

/** Before there is an account: a row by phone that was deleted, a cart that was left, an order as a guest. */
const liveAsGuest = async (diary: Diary, shop: Shop, email: string): Promise<string> => {
  const staff = diary.as(shop.headers)
  await typeErasedRow(diary, staff, email)
  const left = await fillCart(diary, "left", { email: email.toLowerCase() })
  await startPaying(diary, left, "left")
  const cartId = await fillCart(diary, "guest", { email, codes: [shop.code] })
  const orderId = await pay(diary, cartId, "guest")
  await captureAll(staff, orderId)
  await shipAll(diary, staff, { orderId, place: "guest" })
  return orderId
}

/** The order that has everything: a company buyer, credit, an edit, a new address and e-mail, a return, a claim, an exchange. */
const buyInEarnest = async (diary: Diary, shop: Shop, account: LivingAccount): Promise<string> => {
  const staff = diary.as(shop.headers)
  const { me, email } = account
  const goods = "notesbog-havblik"
  const cartId = await fillCart(diary, "main", { caller: me, email, goods, codes: [shop.code] })
  await me.post(`/store/carts/${cartId}/consents`, { notices: [shop.noticeId], consents: [] })
  await me.post(`/store/carts/${cartId}/buyer`, {
    type: "business",
    cvr: "14277137",
    company_name: diary.type("buyercompany"),
    person_reference: diary.type("buyerperson"),
    order_reference: diary.type("buyerorder"),
    accounting_reference: diary.type("buyeraccount"),
  })
  const code = await makeGiftCard(diary, staff)
  await giveCredit(diary, staff, account)
  await spendCredit(diary, account, { cartId, code })
  const orderId = await pay(diary, cartId, "main", me)
  await me.get(`/store/orders/${orderId}`)
  await captureAll(staff, orderId)
  await editOrder(diary, staff, orderId)
  await staff.post(`/admin/orders/${orderId}`, {
    shipping_address: typeAddress(diary, "moved"),
    metadata: { memo: diary.type("ordermemo") },
  })
  await credit(diary, staff, { orderId, place: "main" })
  await settle(staff, orderId)
  await shipAll(diary, staff, { orderId, place: "main", toOther: true })
  const [line = ""] = await linesOf(staff, orderId)
  await reserve({ diary, shop: shop.diary }, staff, line)
  await returnGoods(diary, staff, { orderId, reasonId: shop.returnReasonId })
  await refund(diary, staff, { orderId, amount: 3, reasonId: shop.refundReasonId })
  await claimGoods(diary, staff, orderId)
  await exchangeGoods(diary, staff, orderId)
  await sendMessages(diary, { account, staff, orderId })
  return orderId
}

const buyAndCancel = async (diary: Diary, shop: Shop, { me, email }: LivingAccount) => {
  const cartId = await fillCart(diary, "cancelled", { caller: me, email })
  const orderId = await pay(diary, cartId, "cancelled", me)
  await diary.as(shop.headers).post(`/admin/orders/${orderId}/cancel`)
  return orderId
}

/** An order that is neither paid nor sent, whose e-mail staff corrected. */
const buyAndWait = async (diary: Diary, shop: Shop, { me, email }: LivingAccount) => {
  const cartId = await fillCart(diary, "open", { caller: me, email })
  const orderId = await pay(diary, cartId, "open", me)
  await diary.as(shop.headers).post(`/admin/orders/${orderId}`, {
    email: typeEmail(diary, "correctedmail"),
    billing_address: typeAddress(diary, "rebilled"),
  })
  return orderId
}

const meetBystander = async (
  diary: Diary,
  staff: Caller,
  account: LivingAccount
): Promise<{ bystander: Diary; bystanderOrder: string }> => {
  const bystander = openDiary(diary.suite, `by${diary.who}`)
  const email = typeEmail(bystander, "mail")
  const cartId = await fillCart(bystander, "own", { email })
  const bystanderOrder = await pay(bystander, cartId, "own")
  await failToTakeOver(diary, { account, staff, bystander }, bystanderOrder)
  return { bystander, bystanderOrder }
}

/** One person's whole life in the shop, over HTTP. */
export const live = async (shop: Shop, who: string): Promise<Life> => {
  const diary = openDiary(shop.suite, who)
  const staff = diary.as(shop.headers)
  const email = newEmail(diary)
  const guest = await liveAsGuest(diary, shop, email)
  const account = await registerAccount(diary, email)
  await keepAccount(diary, account)
  await secureAccount(diary, account)
  await writeOnCustomer({ diary, shop: shop.diary }, staff, account.customerId)
  await rememberBuyers(diary, account)
  await takeOver(diary, account, guest)
  await returnFromHome(
    diary,
    { me: account.me, staff },
    { orderId: guest, reasonId: shop.returnReasonId }
  )
  const main = await buyInEarnest(diary, shop, account)
  const cancelled = await buyAndCancel(diary, shop, account)
  const open = await buyAndWait(diary, shop, account)
  const phone = await orderByPhone(diary, staff, email)
  await credit(diary, staff, { orderId: phone, place: "phone" })
  await settle(staff, phone)
  await throwDraftAway(diary, staff, email)
  await leaveBasket(diary, account, shop.noticeId)
  const { bystander, bystanderOrder } = await meetBystander(diary, staff, account)
  for (const orderId of [guest, main]) await awaitInvoices(shop.suite, orderId, shop.headers)
  const orders = { guest, main, open, cancelled, phone }
  return { diary, bystander, bystanderOrder, account, orders }
}
