import { variantOf } from "./shop"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

type Staff = { suite: Suite; headers: Headers }
type Items = { id: string; quantity: number }[]

const post = async <Body>(
  { suite, headers }: Staff,
  path: string,
  body: object = {}
): Promise<Body> => {
  const answer = await suite.call<Body>("POST", path, { headers, body })
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status.toString()} ${answer.text}`)
  return answer.body
}

/** Ids of an order's lines by title, the first of each title. */
export const itemsOf = async (
  { suite, headers }: Staff,
  orderId: string
): Promise<{ id: string; title: string; quantity: number }[]> => {
  const { body } = await suite.call<{
    order: { items: { id: string; product_title: string; quantity: number }[] }
  }>("GET", `/admin/orders/${orderId}?fields=id,*items,*items.detail`, { headers })
  return body.order.items.map(({ id, product_title: title, quantity }) => ({ id, title, quantity }))
}

/** Goods come back and are taken in, as staff does in Admin. Nothing is paid back by it. */
export const takeBack = async (staff: Staff, orderId: string, items: Items): Promise<void> => {
  const opened = await post<{ return: { id: string } }>(staff, "/admin/returns", {
    order_id: orderId,
  })
  const path = `/admin/returns/${opened.return.id}`
  await post(staff, `${path}/request-items`, { items })
  await post(staff, `${path}/request`)
  await post(staff, `${path}/receive`)
  await post(staff, `${path}/receive-items`, { items })
  await post(staff, `${path}/receive/confirm`)
}

/** Adds one of a product to a placed order. */
export const addToOrder = async (staff: Staff, orderId: string, handle: string): Promise<void> => {
  await post(staff, "/admin/order-edits", { order_id: orderId })
  const path = `/admin/order-edits/${orderId}`
  const variant_id = await variantOf(staff.suite, handle)
  await post(staff, `${path}/items`, { items: [{ variant_id, quantity: 1 }] })
  await post(staff, `${path}/request`)
  await post(staff, `${path}/confirm`)
}

const changeLine = async (
  staff: Staff,
  orderId: string,
  { id, ...change }: { id: string; quantity: number; unit_price?: number }
): Promise<void> => {
  await post(staff, "/admin/order-edits", { order_id: orderId })
  const path = `/admin/order-edits/${orderId}`
  await post(staff, `${path}/items/item/${id}`, change)
  await post(staff, `${path}/request`)
  await post(staff, `${path}/confirm`)
}

/** Changes how many of a line are ordered. */
export const changeQuantity = (staff: Staff, orderId: string, line: Items[number]): Promise<void> =>
  changeLine(staff, orderId, line)

/** Changes the price of a line with one article. */
export const changePrice = (
  staff: Staff,
  orderId: string,
  line: { id: string; unit_price: number }
): Promise<void> => changeLine(staff, orderId, { ...line, quantity: 1 })

/** Exchanges goods for one of another product; what comes back is taken in at once. */
export const exchange = async (
  staff: Staff,
  orderId: string,
  { items, handle }: { items: Items; handle: string }
): Promise<void> => {
  const opened = await post<{ exchange: { id: string; return_id: string } }>(
    staff,
    "/admin/exchanges",
    { order_id: orderId }
  )
  const path = `/admin/exchanges/${opened.exchange.id}`
  const inbound = await post<{ return: { id: string } }>(staff, `${path}/inbound/items`, { items })
  const variant_id = await variantOf(staff.suite, handle)
  await post(staff, `${path}/outbound/items`, { items: [{ variant_id, quantity: 1 }] })
  await post(staff, `${path}/request`)
  const returned = `/admin/returns/${inbound.return.id}`
  await post(staff, `${returned}/receive`)
  await post(staff, `${returned}/receive-items`, { items })
  await post(staff, `${returned}/receive/confirm`)
}
