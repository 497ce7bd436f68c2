import { timeOf } from "./measure"
import type { Store } from "./store-process"

/** What the Admin API gives of an order that an export holds, too; without totals, which it would calculate. */
const FIELDS = [
  "id",
  "display_id",
  "status",
  "email",
  "locale",
  "currency_code",
  "metadata",
  "created_at",
  "customer_id",
  "*items",
  "*items.detail",
  "*items.tax_lines",
  "*shipping_address",
  "*billing_address",
  "*shipping_methods",
  "*transactions",
  "*payment_collections",
  "*payment_collections.payment_sessions",
  "*payment_collections.payments",
  "*payment_collections.payments.captures",
  "*fulfillments",
  "*fulfillments.items",
  "*fulfillments.labels",
  "*fulfillments.delivery_address",
].join(",")

type Page = { orders: { id: string }[]; count: number }

const readPage = (store: Store, customerId: string, limit: number, offset: number): Promise<Page> =>
  store.call<Page>(
    "GET",
    `/admin/orders?customer_id=${customerId}&fields=${encodeURIComponent(FIELDS)}&limit=${limit.toString()}&offset=${offset.toString()}`,
    { headers: store.staff }
  )

const PAGE_SIZES = [20, 50, 100, 200]
const SAMPLE = 200

/** The page size that is quickest per order: the client that asks for an export's data would choose it. */
const quickestPage = async (store: Store, customerId: string): Promise<number> => {
  let best = { limit: 0, time: Infinity }
  for (const limit of PAGE_SIZES) {
    const time = await timeOf(async () => {
      for (let offset = 0; offset < SAMPLE; offset += limit) {
        await readPage(store, customerId, limit, offset)
      }
    })
    if (time < best.time) best = { limit, time }
  }
  return best.limit
}

/** Reads a customer with addresses and every order over the Admin API. Gives milliseconds and the page size. */
export const pageThroughAdmin = async (
  store: Store,
  customerId: string
): Promise<{ time: number; limit: number; orders: number }> => {
  const limit = await quickestPage(store, customerId)
  let orders = 0
  const time = await timeOf(async () => {
    await store.call("GET", `/admin/customers/${customerId}?fields=*addresses`, {
      headers: store.staff,
    })
    for (;;) {
      const page = await readPage(store, customerId, limit, orders)
      orders += page.orders.length
      if (page.orders.length === 0 || orders >= page.count) break
    }
  })
  return { time, limit, orders }
}

const LIST_PAGE = 20
const DETAILS = 60

/**
 * What the same costs the way Admin itself shows it: pages of a list, and each order's own page for its payments,
 * addresses and fulfilments. Measured for some orders and multiplied. Milliseconds.
 */
export const estimateAdminPages = async (
  store: Store,
  customerId: string,
  orders: number
): Promise<number> => {
  const headers = store.staff
  const list = `/admin/orders?customer_id=${customerId}&limit=${LIST_PAGE.toString()}`
  const time = await timeOf(async () => {
    for (let offset = 0; offset < DETAILS; offset += LIST_PAGE) {
      const { orders: page } = await store.call<Page>(
        "GET",
        `${list}&offset=${offset.toString()}`,
        {
          headers,
        }
      )
      for (const { id } of page) await store.call("GET", `/admin/orders/${id}`, { headers })
    }
  })
  return (time / DETAILS) * orders
}
