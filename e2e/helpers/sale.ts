import type { RunningDemo } from "./demo"

/** A public buyer with an EAN and a person to refer to. */
export const AUTHORITY = {
  type: "public",
  ean: "5798000420526",
  company_name: "Faxe Kommune, Åstrup Skole",
  person_reference: "LONE42",
}

type Store = Pick<RunningDemo, "url" | "publishable_key" | "region_id">

export const ADDRESS = {
  first_name: "Karen",
  last_name: "Prøve",
  address_1: "Testvej 7",
  postal_code: "8000",
  city: "Aarhus C",
  country_code: "dk",
  phone: "+4520123456",
}

/** Sends JSON to the store and gives the answer's body; throws what a refusal says. */
export const call = async <Body>(
  { url, publishable_key: key }: Store,
  path: string,
  { token, body }: { token?: string | undefined; body?: object } = {}
): Promise<Body> => {
  const response = await fetch(url + path, {
    method: body ? "POST" : "GET",
    headers: {
      "content-type": "application/json",
      "x-publishable-api-key": key,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return (await response.json()) as Body
}

export type Customer = { id: string; email: string; token: string }

/** Registers a customer with an address and logs in. */
export const registerCustomer = async (store: Store, email: string): Promise<Customer> => {
  const login = { email, password: "a-customers-password" }
  const path = "/auth/customer/emailpass"
  const registration = await call<{ token: string }>(store, `${path}/register`, { body: login })
  const { customer } = await call<{ customer: { id: string } }>(store, "/store/customers", {
    token: registration.token,
    body: { email, first_name: "Karen", last_name: "Prøve", phone: ADDRESS.phone },
  })
  const { token } = await call<{ token: string }>(store, path, { body: login })
  await call(store, "/store/customers/me/addresses", { token, body: ADDRESS })
  return { id: customer.id, email, token }
}

/** Two notebooks. */
export const notebooks = async (store: Store): Promise<object[]> => {
  const { products } = await call<{ products: { variants: { id: string }[] }[] }>(
    store,
    "/store/products?handle=notesbog-havblik&fields=id,variants.id"
  )
  return [{ variant_id: products[0]?.variants[0]?.id, quantity: 2 }]
}

type Filling = {
  token?: string | undefined
  items?: object[] | undefined
  /** Of the buyer; that of `ADDRESS` when left out. */
  address?: object | undefined
}

/** A cart with addresses and delivery; with two notebooks where no `items` are given. */
export const fillCart = async (
  store: Store,
  email: string,
  { token, items, address = ADDRESS }: Filling = {}
): Promise<string> => {
  const { cart } = await call<{ cart: { id: string } }>(store, "/store/carts", {
    token,
    body: {
      region_id: store.region_id,
      email,
      shipping_address: address,
      billing_address: address,
      items: items ?? (await notebooks(store)),
    },
  })
  const { shipping_options: options } = await call<{ shipping_options: { id: string }[] }>(
    store,
    `/store/shipping-options?cart_id=${cart.id}`
  )
  const body = { option_id: options[0]?.id }
  await call(store, `/store/carts/${cart.id}/shipping-methods`, { token, body })
  return cart.id
}

type Sale = {
  email: string
  token?: string
  buyer?: object
  items?: object[]
  address?: object
  /** Ids of the texts the checkout says it showed. */
  notices?: string[]
  /** Who is paid through; Medusa's manual provider when left out. */
  provider?: string
}

/** Buys, two notebooks where no `items` are given; the payment is authorised, staff captures it. Gives the order's id. */
export const placeOrder = async (
  store: Store,
  { email, token, buyer, items, address, notices, provider = "pp_system_default" }: Sale
): Promise<string> => {
  const cartId = await fillCart(store, email, { token, items, address })
  if (buyer) await call(store, `/store/carts/${cartId}/buyer`, { token, body: buyer })
  if (notices) await call(store, `/store/carts/${cartId}/consents`, { token, body: { notices } })
  const { payment_collection: collection } = await call<{ payment_collection: { id: string } }>(
    store,
    "/store/payment-collections",
    { token, body: { cart_id: cartId } }
  )
  await call(store, `/store/payment-collections/${collection.id}/payment-sessions`, {
    token,
    body: { provider_id: provider },
  })
  const { order } = await call<{ order: { id: string } }>(
    store,
    `/store/carts/${cartId}/complete`,
    { token, body: {} }
  )
  return order.id
}
