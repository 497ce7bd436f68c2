import { ADDRESS, buy, createCart } from "./shop"
import type { Address } from "./shop"
import type { Suite } from "./suite"

/** A visitor's order without login; the street says whose it is. */
export const guestBuys = async (suite: Suite, email: string, address: Address): Promise<string> => {
  const shipping_address = { ...ADDRESS, ...address }
  return buy(suite, await createCart(suite, { email, shipping_address }))
}

/** A visitor's cart that never becomes an order. */
export const guestLeaves = (suite: Suite, email: string, address: Address): Promise<string> =>
  createCart(suite, { email, shipping_address: { ...ADDRESS, ...address }, delivery: false })
