import { adminToken } from "./admin"
import type { RunningDemo } from "./demo"
import { ADDRESS, call, notebooks } from "./sale"

type Order = {
  items: { id: string; quantity: number }[]
  fulfillments: { id: string }[]
  payment_collections: { payments: { id: string }[] }[]
}

const FIELDS = "fields=id,*items,*items.detail,fulfillments.id,payment_collections.payments.id"

type Staff = {
  post: <Body>(path: string, body?: object) => Promise<Body>
  order: () => Promise<Order>
}

const staffOn = async (demo: RunningDemo, orderId: string): Promise<Staff> => {
  const token = await adminToken(demo)
  return {
    post: (path, body = {}) => call(demo, path, { token, body }),
    order: async () =>
      (await call<{ order: Order }>(demo, `/admin/orders/${orderId}?${FIELDS}`, { token })).order,
  }
}

/** An order for two notebooks that staff typed in; nothing is paid. Gives its id. */
export const phoneOrder = async (demo: RunningDemo, email: string): Promise<string> => {
  const token = await adminToken(demo)
  const { sales_channels: channels } = await call<{ sales_channels: { id: string }[] }>(
    demo,
    "/admin/sales-channels?limit=1",
    { token }
  )
  const { draft_order: draft } = await call<{ draft_order: { id: string } }>(
    demo,
    "/admin/draft-orders",
    {
      token,
      body: {
        region_id: demo.region_id,
        sales_channel_id: channels[0]?.id,
        email,
        shipping_address: ADDRESS,
        billing_address: ADDRESS,
        items: await notebooks(demo),
      },
    }
  )
  const path = `/admin/draft-orders/${draft.id}`
  await call(demo, `${path}/buyer`, { token, body: { type: "private" } })
  await call(demo, `${path}/convert-to-order`, { token, body: {} })
  return draft.id
}

/** Takes the money, packs, ships and delivers, as staff does. Gives the payment's id. */
export const carryOut = async (demo: RunningDemo, orderId: string): Promise<string> => {
  const { post, order } = await staffOn(demo, orderId)
  const { items: lines, payment_collections: collections } = await order()
  const [payment] = collections.flatMap(({ payments }) => payments)
  if (!payment) throw new Error("The order has no payment")
  await post(`/admin/payments/${payment.id}/capture`)
  const items = lines.map(({ id, quantity }) => ({ id, quantity }))
  await post(`/admin/orders/${orderId}/fulfillments`, { items })
  for (const { id } of (await order()).fulfillments) {
    const path = `/admin/orders/${orderId}/fulfillments/${id}`
    await post(`${path}/shipments`, { items, labels: [] })
    await post(`${path}/mark-as-delivered`)
  }
  return payment.id
}

/** One piece comes back and is received. */
export const takeBack = async (demo: RunningDemo, orderId: string): Promise<void> => {
  const { post, order } = await staffOn(demo, orderId)
  const [line] = (await order()).items
  const items = [{ id: line?.id, quantity: 1 }]
  const { return: begun } = await post<{ return: { id: string } }>("/admin/returns", {
    order_id: orderId,
  })
  const path = `/admin/returns/${begun.id}`
  await post(`${path}/request-items`, { items })
  await post(`${path}/request`)
  await post(`${path}/receive`)
  await post(`${path}/receive-items`, { items })
  await post(`${path}/receive/confirm`)
}

/** A claim about one piece, which is to be sent back. */
export const claimOne = async (demo: RunningDemo, orderId: string): Promise<void> => {
  const { post, order } = await staffOn(demo, orderId)
  const [line] = (await order()).items
  const { claim } = await post<{ claim: { id: string } }>("/admin/claims", {
    order_id: orderId,
    type: "refund",
  })
  const path = `/admin/claims/${claim.id}`
  const piece = { id: line?.id, quantity: 1 }
  await post(`${path}/claim-items`, { items: [{ ...piece, reason: "production_failure" }] })
  await post(`${path}/inbound/items`, { items: [piece] })
  await post(`${path}/request`)
}

/** Waits for the newest document of an order. Gives its number. */
const invoiceOf = async (demo: RunningDemo, orderId: string): Promise<string> => {
  const token = await adminToken(demo)
  const path = `/admin/orders/${orderId}/dk-invoices`
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { invoices } = await call<{ invoices: { number: string }[] }>(demo, path, { token })
    if (invoices[0]) return invoices[0].number
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error("No invoice was issued")
}

/** Captures an order's payments as staff does. */
export const capture = async (demo: RunningDemo, orderId: string): Promise<void> => {
  const { post, order } = await staffOn(demo, orderId)
  for (const { id } of (await order()).payment_collections.flatMap(({ payments }) => payments)) {
    await post(`/admin/payments/${id}/capture`)
  }
}

/** Captures as staff does and waits for the invoice that comes of it. Gives its number. */
export const captureAndInvoice = async (demo: RunningDemo, orderId: string): Promise<string> => {
  await capture(demo, orderId)
  return invoiceOf(demo, orderId)
}

/** Packs and ships an order bought on invoice, and waits for its invoice. Gives its number. */
export const shipAndInvoice = async (demo: RunningDemo, orderId: string): Promise<string> => {
  const { post, order } = await staffOn(demo, orderId)
  const items = (await order()).items.map(({ id, quantity }) => ({ id, quantity }))
  await post(`/admin/orders/${orderId}/fulfillments`, { items })
  for (const { id } of (await order()).fulfillments) {
    await post(`/admin/orders/${orderId}/fulfillments/${id}/shipments`, { items, labels: [] })
  }
  return invoiceOf(demo, orderId)
}
