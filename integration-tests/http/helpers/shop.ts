import { STAFF, store } from "./store"
import type { Suite } from "./suite"

export type Headers = Record<string, string>

/** Headers of a shopper without login. */
export const shopper = (token?: string): Headers => ({
  "x-publishable-api-key": store().publishableKey,
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
})

const expectStatus = <Body>(
  answer: { status: number; text: string; body: Body },
  what: string
): Body => {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status.toString()} ${answer.text}`)
  return answer.body
}

/** Headers of a staff user who is logged in. */
export const staff = async (suite: Suite, user = STAFF): Promise<Headers> => {
  const answer = await suite.call<{ token: string }>("POST", "/auth/user/emailpass", { body: user })
  return { authorization: `Bearer ${expectStatus(answer, "staff login").token}` }
}

export type Account = { customerId: string; token: string; email: string; password: string }

/** Registers a customer and logs in. */
export const register = async (
  suite: Suite,
  person: {
    email: string
    first_name?: string
    last_name?: string
    phone?: string
    company_name?: string
  }
): Promise<Account> => {
  const login = { email: person.email, password: "a-customers-password" }
  const path = "/auth/customer/emailpass"
  const registration = await suite.call<{ token: string }>("POST", `${path}/register`, {
    body: login,
  })
  const customer = await suite.call<{ customer: { id: string } }>("POST", "/store/customers", {
    headers: shopper(expectStatus(registration, "register").token),
    body: person,
  })
  const customerId = expectStatus(customer, "create customer").customer.id
  const session = await suite.call<{ token: string }>("POST", path, { body: login })
  return { customerId, token: expectStatus(session, "login").token, ...login }
}

export type Address = {
  first_name?: string
  last_name?: string
  company?: string
  address_1?: string
  address_2?: string
  postal_code?: string
  city?: string
  country_code?: string
  phone?: string
}

export const ADDRESS = {
  first_name: "Karen",
  last_name: "Prøve",
  address_1: "Testvej 7",
  postal_code: "8000",
  city: "Aarhus C",
  country_code: "dk",
} satisfies Address

type CartOptions = {
  token?: string
  email?: string
  /** Handles of products, as often as they are bought. */
  items?: string[]
  shipping_address?: Address
  billing_address?: Address
  /** False leaves delivery out. */
  delivery?: boolean
  locale?: string
}

/** Id of the only variant of a product. */
export const variantOf = async (suite: Suite, handle: string): Promise<string> => {
  const known = store().variantIds[handle]
  if (known !== undefined) return known
  const answer = await suite.call<{ products: { variants: { id: string }[] }[] }>(
    "GET",
    `/store/products?handle=${handle}&fields=id,variants.id`,
    { headers: shopper() }
  )
  return expectStatus(answer, "product").products[0]?.variants[0]?.id ?? ""
}

/** A cart with e-mail, addresses, items and home delivery, ready for a buyer and a payment. */
export const createCart = async (
  suite: Suite,
  {
    token,
    email = "karen@kunde.example",
    items = ["notesbog-havblik"],
    shipping_address = ADDRESS,
    billing_address = shipping_address,
    delivery = true,
    locale,
  }: CartOptions = {}
): Promise<string> => {
  const headers = shopper(token)
  const goods = await Promise.all(
    [...new Set(items)].map(async (handle) => ({
      variant_id: await variantOf(suite, handle),
      quantity: items.filter((item) => item === handle).length,
    }))
  )
  const created = await suite.call<{ cart: { id: string } }>("POST", "/store/carts", {
    headers,
    body: {
      region_id: store().regionId,
      email,
      shipping_address,
      billing_address,
      items: goods,
      ...(locale && { locale }),
    },
  })
  const cartId = expectStatus(created, "create cart").cart.id
  if (delivery) {
    const chosen = await suite.call("POST", `/store/carts/${cartId}/shipping-methods`, {
      headers,
      body: { option_id: store().shippingOptionId },
    })
    expectStatus(chosen, "shipping method")
  }
  return cartId
}

/** Opens the payment collection of a cart. */
export const openPayment = async (
  suite: Suite,
  cartId: string,
  token?: string
): Promise<string> => {
  const answer = await suite.call<{ payment_collection: { id: string } }>(
    "POST",
    "/store/payment-collections",
    { headers: shopper(token), body: { cart_id: cartId } }
  )
  return expectStatus(answer, "payment collection").payment_collection.id
}

export type PaymentSession = {
  id: string
  status: string
  amount: number
  data: Record<string, unknown>
}

/** Starts a payment session with a provider; the answer may be a refusal. */
export const startPayment = async (
  suite: Suite,
  cartId: string,
  {
    provider = "pp_system_default",
    token,
    data,
  }: { provider?: string; token?: string; data?: object } = {}
) => {
  const collectionId = await openPayment(suite, cartId, token)
  return suite.call<{ payment_collection: { id: string; payment_sessions: PaymentSession[] } }>(
    "POST",
    `/store/payment-collections/${collectionId}/payment-sessions`,
    { headers: shopper(token), body: { provider_id: provider, ...(data && { data }) } }
  )
}

/** Completes a cart and gives the order's id. */
export const completeCart = async (
  suite: Suite,
  cartId: string,
  token?: string
): Promise<string> => {
  const answer = await suite.call<{ type: string; order?: { id: string } }>(
    "POST",
    `/store/carts/${cartId}/complete`,
    { headers: shopper(token) }
  )
  const { order } = expectStatus(answer, "complete cart")
  if (!order) throw new Error(`complete cart: ${answer.text}`)
  return order.id
}

/** Buys a ready cart with the system provider, which authorises everything. */
export const buy = async (suite: Suite, cartId: string, token?: string): Promise<string> => {
  const session = await startPayment(suite, cartId, { ...(token !== undefined && { token }) })
  expectStatus(session, "payment session")
  return completeCart(suite, cartId, token)
}

/** Captures all payments of an order as staff does in Admin. */
export const captureOrder = async (
  suite: Suite,
  orderId: string,
  headers: Headers
): Promise<void> => {
  const answer = await suite.call<{
    order: { payment_collections: { payments: { id: string }[] }[] }
  }>("GET", `/admin/orders/${orderId}?fields=payment_collections.payments.id`, { headers })
  const collections = expectStatus(answer, "order").order.payment_collections
  for (const { id } of collections.flatMap(({ payments }) => payments)) {
    expectStatus(
      await suite.call("POST", `/admin/payments/${id}/capture`, { headers, body: {} }),
      "capture"
    )
  }
}

/** Polls every so many milliseconds until `read` gives a value: for effects that follow an event. Fails after ten seconds. */
export const eventually = async <Value>(
  read: () => Promise<Value | null | undefined | false>,
  every = 50
): Promise<Value> => {
  const deadline = Date.now() + 10_000
  for (;;) {
    const value = await read()
    if (value !== null && value !== undefined && value !== false) return value
    if (Date.now() > deadline) throw new Error("It did not happen within ten seconds")
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}
