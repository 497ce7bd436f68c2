import { AUTHORITY } from "../../http/helpers/deliveries"
import { ERASURES } from "../../http/helpers/erasures"
import { EXPORTS } from "../../http/helpers/exports"
import { setBuyer } from "../../http/helpers/invoices"
import { callNets, payAtNets, startNetsPayment } from "../../http/helpers/nets"
import { rowsOf } from "../../http/helpers/nets-sales"
import { chooseInvoice, receive } from "../../http/helpers/on-account"
import { createCart, register, shopper } from "../../http/helpers/shop"
import type { Headers } from "../../http/helpers/shop"
import type { Suite } from "../../http/helpers/suite"
import { shipOrder } from "../../http/helpers/warehouse"
import { copenhagenDay } from "../../../src/rules"
import type { AdminErasureResponse } from "../../../src/types/http"
import type { Person } from "./person"
import { attempt, persist } from "./shop"

/** What every purchase costs, in øre. */
const ORE = 13_800

type Trade = { shop: Suite; headers: Headers; chance: () => number }

/** A school's street is not about whoever orders for it: it is kept when they are erased, and has no mark. */
const addressOf = ({ mark, kind }: Person) => ({
  ...{ first_name: `${mark}first`, last_name: `${mark}last` },
  address_1: kind === "on_account" ? "Skolevej 7" : `${mark}street 7`,
  ...{ postal_code: "8000", city: "Aarhus C", country_code: "dk" },
})

/** An account where one is wanted: registering is begun anew under the same address only when nothing came of it. */
const open = async (shop: Suite, person: Person): Promise<void> => {
  const { email, mark } = person
  const account = await attempt(register(shop, { email, first_name: `${mark}first` }))
  if (account) Object.assign(person, { customerId: account.customerId, token: account.token })
}

const fillCart = (shop: Suite, person: Person) =>
  createCart(shop, {
    ...(person.token !== undefined && { token: person.token }),
    ...{ email: person.email, shipping_address: addressOf(person) },
  })

const complete = async (shop: Suite, person: Person): Promise<void> => {
  const path = `/store/carts/${person.cartId ?? ""}/complete`
  const headers = shopper(person.token)
  const answer = await shop.call<{ order?: { id: string } }>("POST", path, { headers })
  if (answer.status >= 500) throw new Error(answer.text)
  const { order } = answer.body
  if (order && !person.orderIds.includes(order.id)) person.orderIds.push(order.id)
}

const payByNets = async ({ shop, chance }: Trade, person: Person): Promise<void> => {
  // Drawn before anything is tried: how often it must be tried changes nobody's mind.
  const [method, drawn] = [chance() < 0.3 ? "mobilepay" : "card", chance()] as const
  const session = await persist(() => startNetsPayment(shop, person.cartId ?? ""))
  person.paymentId = session.paymentId
  await persist(() => payAtNets(session.paymentId, method))
  // Every fourth closes the page before the shop's comes back; others press twice.
  if (drawn < 0.25) return
  const presses = drawn < 0.4 ? 2 : 1
  await Promise.all(Array.from({ length: presses }, () => attempt(complete(shop, person))))
}

const payOnInvoice = async ({ shop }: Trade, person: Person): Promise<void> => {
  const cartId = person.cartId ?? ""
  await persist(() =>
    setBuyer(shop, `/store/carts/${cartId}`, shopper(person.token), {
      ...AUTHORITY,
      person_reference: person.mark.slice(-12),
    })
  )
  await persist(async () => {
    const answer = await chooseInvoice(shop, cartId, person.token)
    if (answer.status >= 300 && answer.status !== 409) throw new Error(answer.text)
  })
  await persist(() => complete(shop, person))
}

/** Somebody comes, fills a cart, and pays or leaves. */
export const visit = async (trade: Trade, person: Person): Promise<void> => {
  const { shop, chance } = trade
  if (person.kind === "leaver" || chance() < 0.5) await open(shop, person)
  person.cartId = await persist(() => fillCart(shop, person))
  if (person.kind === "nets") await payByNets(trade, person)
  if (person.kind === "on_account") await payOnInvoice(trade, person)
}

/** The orders of a cart as they stand: the shopper may not have heard of it. */
const ordersOf = async (shop: Suite, { cartId }: Person): Promise<string[]> => {
  const sql = "SELECT order_id FROM order_cart WHERE cart_id = ? AND deleted_at IS NULL"
  const rows = await rowsOf<{ order_id: string }>(shop, sql, cartId ?? "")
  return rows.map(({ order_id: id }) => id)
}

const refund = async ({ shop, headers }: Trade, orderId: string): Promise<void> => {
  const sql = `SELECT p.id FROM payment p JOIN order_payment_collection o ON o.payment_collection_id = p.payment_collection_id
    WHERE o.order_id = ? AND p.captured_at IS NOT NULL AND p.deleted_at IS NULL`
  for (const { id } of await rowsOf<{ id: string }>(shop, sql, orderId)) {
    const body = { amount: 20 }
    await shop.call("POST", `/admin/payments/${id}/refund`, { headers, body })
  }
}

/** The bank's money comes in; the form is sent again when no answer came, under the same key. */
const payInvoice = ({ shop, headers }: Trade, orderId: string): Promise<void> =>
  persist(async () => {
    const received_on = copenhagenDay(new Date())
    const money = { amount: ORE, received_on, key: `form-${orderId}` }
    const answer = await receive(shop, orderId, { headers, ...money })
    if (answer.status >= 500) throw new Error(answer.text)
  })

/** Staff packs and sends what was bought, and gives some of the money back now and then. */
export const handle = async (trade: Trade, person: Person): Promise<void> => {
  const { shop, headers, chance } = trade
  const [sends, givesBack, again] = [chance() < 0.85, chance() < 0.2, chance() < 0.2]
  const pays = chance() < 0.7
  for (const orderId of (await attempt(ordersOf(shop, person))) ?? []) {
    if (sends) await attempt(shipOrder(shop, orderId, headers))
    if (sends && pays && person.kind === "on_account") await payInvoice(trade, orderId)
    if (givesBack && person.kind === "nets") await attempt(refund(trade, orderId))
  }
  if (again && person.paymentId !== undefined) {
    await attempt(callNets("POST", `/emulator/payments/${person.paymentId}/redeliver`))
  }
}

const subject = ({ customerId, email }: Person) =>
  customerId === undefined ? { email } : { customer_id: customerId }

/** Staff hands out what the shop has of somebody. */
export const exportOf = async ({ shop, headers }: Trade, person: Person): Promise<void> => {
  const body = { ...subject(person), profile: "access" }
  const answer = await attempt(shop.call("POST", EXPORTS, { headers, body }))
  if (answer?.status !== 200) return
  if (person.cartId && !answer.text.includes(person.mark)) {
    throw new Error("An export was answered that lacks the person it is about")
  }
  person.exports += 1
}

/** Staff erases somebody at once; what an order still needs waits. */
export const erase = async ({ shop, headers }: Trade, person: Person): Promise<void> => {
  await persist(async () => {
    const body = { ...subject(person), grace_hours: 0 }
    const answer = await shop.call<AdminErasureResponse>("POST", ERASURES, { headers, body })
    if (answer.status >= 500) throw new Error(answer.text)
    if (answer.status === 200 && answer.body.erasure) {
      person.erasureIds.push(answer.body.erasure.id)
    }
  })
}
