import type { DemoDescription } from "./demo"

type Json = Record<string, unknown>

/** Calls Medusa's admin API as the demo's staff user. */
export const createAdminApi = async ({ url, admin }: DemoDescription) => {
  const call = async <Answer>(method: string, path: string, body?: Json, token?: string) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status.toString()} ${text}`)
    return JSON.parse(text) as Answer
  }
  const { token } = await call<{ token: string }>("POST", "/auth/user/emailpass", admin)
  return {
    /** Captures what an order reserved, as the button in Admin does. */
    capture: async (displayId: string): Promise<string> => {
      const fields = "id,display_id,payment_collections.payments.id"
      const { orders } = await call<{
        orders: {
          id: string
          display_id: number
          payment_collections: { payments: { id: string }[] }[]
        }[]
      }>("GET", `/admin/orders?limit=20&order=-created_at&fields=${fields}`, undefined, token)
      const order = orders.find(({ display_id: number }) => number.toString() === displayId)
      if (!order) throw new Error("The order is not there")
      for (const { id } of order.payment_collections.flatMap(({ payments }) => payments)) {
        await call("POST", `/admin/payments/${id}/capture`, {}, token)
      }
      return order.id
    },
    /** The sealed documents of an order. */
    invoices: async (orderId: string): Promise<{ kind: string; document: unknown }[]> => {
      const path = `/admin/orders/${orderId}/dk-invoices`
      const answer = await call<{ invoices: { kind: string; document: unknown }[] }>(
        "GET",
        path,
        undefined,
        token
      )
      return answer.invoices
    },
  }
}
