import type { Store } from "./store-process"

/** What a shopper needs of a store. */
export type Shop = Pick<Store, "call" | "shopper" | "seeded">

/** Texts of the template persons; each copy gets its own in their place. */
export const ACCOUNT = {
  email: "zqkonto@kunde.example",
  first_name: "Zqfornavn",
  last_name: "Zqefternavn",
  phone: "+4512345678",
  street: "Zqkontovej 11",
}
export const GUEST = { ...ACCOUNT, email: "zqgaest@kunde.example", street: "Zqgaestevej 22" }

const addressOf = ({ first_name, last_name, phone, street }: typeof ACCOUNT) => ({
  first_name,
  last_name,
  phone,
  address_1: street,
  postal_code: "8000",
  city: "Aarhus C",
  country_code: "dk",
})

type Id = { id: string }

const register = async (store: Store): Promise<string> => {
  const login = { email: ACCOUNT.email, password: "a-customers-password" }
  const path = "/auth/customer/emailpass"
  const { token } = await store.call<{ token: string }>("POST", `${path}/register`, { body: login })
  const { email, first_name, last_name, phone } = ACCOUNT
  await store.call("POST", "/store/customers", {
    headers: store.shopper(token),
    body: { email, first_name, last_name, phone },
  })
  const session = await store.call<{ token: string }>("POST", path, { body: login })
  await store.call("POST", "/store/customers/me/addresses", {
    headers: store.shopper(session.token),
    body: { address_name: "Hjem", ...addressOf(ACCOUNT) },
  })
  return session.token
}

/** Puts one product into a new cart, with address and delivery. Gives the cart's id. */
export const fill = async (
  store: Shop,
  person: typeof ACCOUNT,
  token?: string
): Promise<string> => {
  const headers = store.shopper(token)
  const address = addressOf(person)
  const { cart } = await store.call<{ cart: Id }>("POST", "/store/carts", {
    headers,
    body: {
      region_id: store.seeded.regionId,
      email: person.email,
      shipping_address: address,
      billing_address: address,
    },
  })
  const { products } = await store.call<{ products: { variants: Id[] }[] }>(
    "GET",
    "/store/products?limit=1&fields=id,variants.id",
    { headers }
  )
  for (const [variant] of products.map(({ variants }) => variants)) {
    const body = { variant_id: variant?.id, quantity: 1 }
    await store.call("POST", `/store/carts/${cart.id}/line-items`, { headers, body })
  }
  const { shipping_options: options } = await store.call<{ shipping_options: Id[] }>(
    "GET",
    `/store/shipping-options?cart_id=${cart.id}`,
    { headers }
  )
  await store.call("POST", `/store/carts/${cart.id}/shipping-methods`, {
    headers,
    body: { option_id: options[0]?.id, data: { door_code: "1234" } },
  })
  return cart.id
}

type Session = Id & { data: Record<string, unknown> }
type Payer = { token?: string; provider?: string }

/** Starts the cart's payment. */
export const pay = async (
  store: Shop,
  cartId: string,
  { token, provider = "pp_system_default" }: Payer = {}
): Promise<Session> => {
  const headers = store.shopper(token)
  const { payment_collection } = await store.call<{ payment_collection: Id }>(
    "POST",
    "/store/payment-collections",
    { headers, body: { cart_id: cartId } }
  )
  const started = await store.call<{ payment_collection: { payment_sessions: Session[] } }>(
    "POST",
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    { headers, body: { provider_id: provider } }
  )
  const [session] = started.payment_collection.payment_sessions
  if (!session) throw new Error(`No session of ${provider}`)
  return session
}

/** The cart becomes an order. Gives its id. */
export const complete = async (store: Shop, cartId: string, token?: string): Promise<string> => {
  const { order } = await store.call<{ order: Id }>("POST", `/store/carts/${cartId}/complete`, {
    headers: store.shopper(token),
  })
  return order.id
}

type Order = {
  items: { id: string; quantity: number }[]
  fulfillments: Id[]
  payment_collections: { payments: Id[] }[]
}

/** Captured, packed, shipped, delivered and closed, as staff does it in Admin. */
const fulfil = async (store: Store, orderId: string): Promise<void> => {
  const headers = store.staff
  const path = `/admin/orders/${orderId}`
  const { order } = await store.call<{ order: Order }>(
    "GET",
    `${path}?fields=id,*items,*items.detail,payment_collections.payments.id`,
    { headers }
  )
  for (const { id } of order.payment_collections.flatMap(({ payments }) => payments)) {
    await store.call("POST", `/admin/payments/${id}/capture`, { headers, body: {} })
  }
  const items = order.items.map(({ id, quantity }) => ({ id, quantity }))
  const packed = await store.call<{ order: Order }>(
    "POST",
    `${path}/fulfillments?fields=id,fulfillments.id`,
    { headers, body: { items } }
  )
  for (const { id } of packed.order.fulfillments) {
    const labels = [
      { tracking_number: "DK1", tracking_url: "https://fragt.example/DK1", label_url: "" },
    ]
    await store.call("POST", `${path}/fulfillments/${id}/shipments`, {
      headers,
      body: { items, labels },
    })
    await store.call("POST", `${path}/fulfillments/${id}/mark-as-delivered`, { headers, body: {} })
  }
  await store.call("POST", `${path}/complete`, { headers, body: {} })
}

/** An account buys once and everything about the order is done. */
export const liveAccountLife = async (store: Store): Promise<string> => {
  const token = await register(store)
  const cartId = await fill(store, ACCOUNT, token)
  await pay(store, cartId, { token })
  const orderId = await complete(store, cartId, token)
  await fulfil(store, orderId)
  return orderId
}

/** A guest fills a cart, corrects the address, which leaves the first row without an owner, and goes away. */
export const liveGuestLife = async (store: Store): Promise<void> => {
  const cartId = await fill(store, GUEST)
  await store.call("POST", `/store/carts/${cartId}`, {
    headers: store.shopper(),
    body: { shipping_address: addressOf(GUEST) },
  })
  await pay(store, cartId)
}
