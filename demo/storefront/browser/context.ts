import { createStorefrontClient } from "../../../src/storefront"
import type { StorefrontCart, StorefrontClient } from "../../../src/storefront"
import { da } from "./words.da"
import type { Words } from "./words.da"
import { en } from "./words.en"

export type Language = "da" | "en"

export type Config = { medusaUrl: string; publishableKey: string; regionId: string }

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
const PAYING = "paying"

export const cartIdStore = {
  get: () => localStorage.getItem(CART),
  set: (id: string) => {
    localStorage.setItem(CART, id)
  },
  clear: () => {
    localStorage.removeItem(CART)
    sessionStorage.removeItem(PAYING)
  },
}

/** Remembers that the shopper was sent to the payment page, to say what happened when they come back. */
export const payingStore = {
  set: () => {
    sessionStorage.setItem(PAYING, "yes")
  },
  take: () => {
    const was = sessionStorage.getItem(PAYING) !== null
    sessionStorage.removeItem(PAYING)
    return was
  },
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
    client: createStorefrontClient(config),
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
  cartIdStore.clear()
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
