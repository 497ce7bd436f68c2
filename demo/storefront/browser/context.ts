import { createStorefrontClient } from "../../../src/storefront"
import type { StorefrontCart, StorefrontClient } from "../../../src/storefront"
import { da } from "./words.da"
import type { Words } from "./words.da"
import { en } from "./words.en"

export type Language = "da" | "en"

export type Config = {
  medusaUrl: string
  publishableKey: string
  regionId: string
  thirdPartyUrl: string
}

/** What every page gets. */
export type Context = {
  client: StorefrontClient
  config: Config
  language: Language
  words: Words
  /** Goes to another page of the shop. */
  go: (path: string, replace?: boolean) => void
  /** Tells the number of things in the basket, and what happened, in the header. */
  showCart: (cart: StorefrontCart | null) => void
}

const CART = "cart"
const LANGUAGE = "language"
const CUSTOMER = "customer"
const PAYING = "paying"
const PAYMENTS = "payments"
const KEPT_PAYMENTS = 5

export const cartIdStore = {
  get: () => localStorage.getItem(CART),
  set: (id: string) => {
    localStorage.setItem(CART, id)
  },
  /** Forgets the basket, unless another one has taken its place. */
  clear: (id: string) => {
    if (localStorage.getItem(CART) === id) localStorage.removeItem(CART)
  },
}

/** The customer's login, as long as the window is open. */
export const loginStore = {
  get: () => sessionStorage.getItem(CUSTOMER),
  set: (token: string) => {
    sessionStorage.setItem(CUSTOMER, token)
  },
  clear: () => {
    sessionStorage.removeItem(CUSTOMER)
  },
}

const readPayments = (): [string, string][] =>
  JSON.parse(localStorage.getItem(PAYMENTS) ?? "[]") as [string, string][]

/**
 * Which basket a payment was started for. This window's latest says what happened when the shopper comes back;
 * by a payment's id the way back finds its basket again, however often and in whichever window it is opened.
 */
export const payingStore = {
  set: (cartId: string, paymentId: string) => {
    sessionStorage.setItem(PAYING, cartId)
    const kept = [...readPayments(), [paymentId, cartId]].slice(-KEPT_PAYMENTS)
    localStorage.setItem(PAYMENTS, JSON.stringify(kept))
  },
  /** The basket this window went to pay for; asked once. */
  take: (): string | null => {
    const cartId = sessionStorage.getItem(PAYING)
    sessionStorage.removeItem(PAYING)
    return cartId
  },
  cartOf: (paymentId: string | null): string | undefined =>
    readPayments().find(([id]) => id === paymentId)?.[1],
}

const isLanguage = (value: string | null): value is Language => value === "da" || value === "en"

/** `?lang=`, else what was chosen before, else Danish. */
export const chooseLanguage = (): Language => {
  const asked = new URLSearchParams(location.search).get("lang")
  const remembered = localStorage.getItem(LANGUAGE)
  if (isLanguage(asked)) localStorage.setItem(LANGUAGE, asked)
  if (isLanguage(asked)) return asked
  return isLanguage(remembered) ? remembered : "da"
}

export const localeOf = (language: Language): string => (language === "da" ? "da-DK" : "en-GB")

export const createContext = (config: Config, page: Pick<Context, "go" | "showCart">): Context => {
  const language = chooseLanguage()
  return {
    client: createStorefrontClient({ ...config, token: loginStore.get }),
    config,
    language,
    words: language === "da" ? da : en,
    ...page,
  }
}

/** The basket of this browser, or null; one that has become an order is no basket any more. */
export const readCart = async ({ client }: Context): Promise<StorefrontCart | null> => {
  const id = cartIdStore.get()
  if (id === null) return null
  const cart = await client.getCart(id).catch((error: unknown) => {
    if (error instanceof Error && "status" in error && error.status === 404) return null
    throw error
  })
  if (cart && cart.completed_at === null) return cart
  cartIdStore.clear(id)
  return null
}

/** The basket of this browser, made when there is none. */
export const openCart = async (context: Context): Promise<StorefrontCart> => {
  const existing = await readCart(context)
  if (existing) return existing
  const { client, config, language } = context
  const cart = await client.createCart(config.regionId, localeOf(language))
  cartIdStore.set(cart.id)
  return cart
}
