import type {
  DkInvoice,
  StoreBuyer,
  StoreNotice,
  StoreSetBuyer,
} from "medusa-plugin-denmark/storefront"

/** Where the store is, e.g. `https://api.example.dk`, and its publishable key. */
export type Store = { url: string; key: string }

/** What the store says when it refuses: a word such as `check_digit`, and `cvr: The check digit is wrong.` */
export type Refusal = { code?: string; message: string }

const call = async <Answer>(
  { url, key }: Store,
  path: string,
  { body, headers }: { body?: object; headers?: Record<string, string> } = {}
): Promise<Answer | { refused: Refusal }> => {
  const answer = await fetch(url + path, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json", "x-publishable-api-key": key, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
  return answer.ok
    ? ((await answer.json()) as Answer)
    : { refused: (await answer.json()) as Refusal }
}

/** Who buys: a person, a company with CVR, or an authority with EAN. The refusal names the field. */
export const sayWhoBuys = (store: Store, cartId: string, buyer: StoreSetBuyer) =>
  call<{ buyer: StoreBuyer }>(store, `/store/carts/${cartId}/buyer`, { body: buyer })

/** Show the text, then say that it was shown. Showing is no consent. */
export const showPrivacyNotice = async (store: Store, cartId: string, locale: string) => {
  const query = `kind=privacy&current=true&locale=${locale}`
  const found = await call<{ notices: StoreNotice[] }>(store, `/store/privacy/notices?${query}`)
  const notice = "notices" in found ? found.notices[0] : undefined
  if (notice === undefined) return null
  await call(store, `/store/carts/${cartId}/consents`, { body: { notices: [notice.id] } })
  return notice
}

/** Starts a payment. With Nets' hosted page the shopper goes to `hosted_url`; null when there is no page. */
export const startPayment = async (store: Store, cartId: string, provider: string) => {
  type Opened = { payment_collection: { id: string } }
  type Started = { payment_collection: { payment_sessions: { data: { hosted_url?: string } }[] } }
  const opened = await call<Opened>(store, "/store/payment-collections", {
    body: { cart_id: cartId },
  })
  if ("refused" in opened) return opened
  const started = await call<Started>(
    store,
    `/store/payment-collections/${opened.payment_collection.id}/payment-sessions`,
    { body: { provider_id: provider, data: { language: "da-DK" } } }
  )
  if ("refused" in started) return started
  return { page: started.payment_collection.payment_sessions[0]?.data.hosted_url ?? null }
}

/** When the shopper is back, and again whenever in doubt: the same cart answers the same order. */
export const finish = (store: Store, cartId: string) =>
  call<{ type: "order"; order: { id: string } } | { type: "cart"; error: { message: string } }>(
    store,
    `/store/carts/${cartId}/complete`,
    { body: {} }
  )

/** A guest's key to the order and its invoices. Keep it in the browser that bought, never in an address. */
export const receiptToken = (store: Store, orderId: string, cartId: string) =>
  call<{ token: string }>(store, `/store/orders/${orderId}/dk-invoice-token`, {
    body: { cart_id: cartId },
  })

/** Invoices and credit notes of the order, the oldest first. */
export const invoices = (store: Store, orderId: string, token: string) =>
  call<{ invoices: DkInvoice[] }>(store, `/store/orders/${orderId}/dk-invoices`, {
    headers: { "x-dk-invoice-token": token },
  })
