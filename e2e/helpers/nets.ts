import { adminToken } from "./admin"
import type { RunningDemo } from "./demo"
import { call, fillCart } from "./sale"

/** Calls the emulator's own JSON surface. */
export const callEmulator = async <Body>(
  { nets_url: url }: Pick<RunningDemo, "nets_url">,
  path: string,
  body?: object
): Promise<Body> => {
  const response = await fetch(`${url}/emulator${path}`, {
    method: body ? "POST" : "GET",
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  const text = await response.text()
  return (text === "" ? {} : JSON.parse(text)) as Body
}

export type NetsSale = { orderId: string; sessionId: string; paymentId: string }

/** Buys two notebooks and pays by card at the emulator. */
export const payByNets = async (demo: RunningDemo, email: string): Promise<NetsSale> => {
  const cartId = await fillCart(demo, email)
  const { payment_collection: collection } = await call<{ payment_collection: { id: string } }>(
    demo,
    "/store/payment-collections",
    { body: { cart_id: cartId } }
  )
  type Opened = {
    payment_collection: { payment_sessions: { id: string; data: { payment_id: string } }[] }
  }
  const opened = await call<Opened>(
    demo,
    `/store/payment-collections/${collection.id}/payment-sessions`,
    { body: { provider_id: "pp_nets_nets" } }
  )
  const [session] = opened.payment_collection.payment_sessions
  if (!session) throw new Error("No payment session was opened")
  const { payment_id: paymentId } = session.data
  await callEmulator(demo, `/payments/${paymentId}/pay`, { method: "card" })
  const { order } = await call<{ order: { id: string } }>(demo, `/store/carts/${cartId}/complete`, {
    body: {},
  })
  return { orderId: order.id, sessionId: session.id, paymentId }
}

/** Moves the money of an order in Medusa as staff does. Amounts are kroner. */
export const moveMoney = async (
  demo: RunningDemo,
  orderId: string,
  { kind, amount }: { kind: "capture" | "refund"; amount?: number }
): Promise<void> => {
  const token = await adminToken(demo)
  type Read = { order: { payment_collections: { payments: { id: string }[] }[] } }
  const fields = "fields=payment_collections.payments.id"
  const { order } = await call<Read>(demo, `/admin/orders/${orderId}?${fields}`, { token })
  const [payment] = order.payment_collections.flatMap(({ payments }) => payments)
  const body = amount === undefined ? {} : { amount }
  await call(demo, `/admin/payments/${payment?.id ?? ""}/${kind}`, { token, body })
}

/** Nets works as it should again. */
export const forgetFaults = async ({ nets_url: url }: Pick<RunningDemo, "nets_url">) => {
  await fetch(`${url}/emulator/faults`, { method: "DELETE" })
}
