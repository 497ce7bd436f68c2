import type { StorefrontCart } from "../../../src/storefront"
import { cartIdStore, chooseLanguage, createContext, localeOf, readCart } from "./context"
import type { Config, Context } from "./context"
import { cookieChoice } from "./cookies"
import { alertBox, h } from "./dom"
import { failureText } from "./form"
import type { Page } from "./page"
import { accountPage } from "./pages/account"
import { addressPage } from "./pages/address"
import { buyerPage } from "./pages/buyer"
import { cartPage } from "./pages/cart"
import { cookiesPage } from "./pages/cookies"
import { deliveryPage } from "./pages/delivery"
import { invoicesPage } from "./pages/invoices"
import { mailsPage } from "./pages/mails"
import { notFound } from "./pages/not-found"
import { payPage } from "./pages/pay"
import { privacyPage } from "./pages/privacy"
import { privacyRequestsPage } from "./pages/privacy-requests"
import { productPage } from "./pages/product"
import { productsPage } from "./pages/products"
import { receiptPage } from "./pages/receipt"
import { returnPage } from "./pages/return"

/** `/checkout` is where the payment page sends a shopper who cancels. */
const ROUTES: [RegExp, Page][] = [
  [/^\/$/, productsPage],
  [/^\/products\/(?<handle>[^/]+)$/, productPage],
  [/^\/cart$/, cartPage],
  [/^\/checkout\/buyer$/, buyerPage],
  [/^\/checkout\/address$/, addressPage],
  [/^\/checkout\/delivery$/, deliveryPage],
  [/^\/checkout\/pay$/, payPage],
  [/^\/checkout$/, (context) => payPage(context, { came: "back" })],
  [/^\/checkout\/return$/, returnPage],
  [/^\/receipt\/(?<cart>[^/]+)$/, receiptPage],
  [/^\/invoices\/(?<order>[^/]+)$/, invoicesPage],
  [/^\/privacy$/, privacyPage],
  [/^\/privacy\/requests$/, privacyRequestsPage],
  [/^\/account$/, accountPage],
  [/^\/mails$/, mailsPage],
  [/^\/cookies$/, cookiesPage],
]

const header = h("header", { class: "top" })
const main = h("main", { id: "content" })
const footer = h("footer", { class: "bottom" })
const cartCount = h("span", { class: "count" })

const showCart = (cart: StorefrontCart | null): void => {
  const count = (cart?.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
  cartCount.textContent = count > 0 ? count.toString() : ""
}

const showFrame = (context: Context): void => {
  const { words, language } = context
  const [other, name] = language === "da" ? ["en", "English"] : ["da", "Dansk"]
  const change = h("a", { href: `?lang=${other}`, lang: other, class: "language" }, name)
  document.documentElement.lang = language
  header.replaceChildren(
    h("a", { href: "#content", class: "skip", "data-plain": true }, words.skip),
    h(
      "a",
      { href: "/", class: "logo" },
      h("span", { "aria-hidden": "true" }, "✳"),
      ` ${words.shop}`
    ),
    h(
      "nav",
      {},
      change,
      h("a", { href: "/account" }, words.account),
      h("a", { href: "/cart", class: "cart-link" }, words.basket, cartCount)
    )
  )
  const cookies = h("span", {})
  footer.replaceChildren(
    h("p", {}, words.demo),
    h(
      "p",
      { class: "links" },
      h("a", { href: "/privacy" }, words.privacy),
      h("a", { href: "/privacy/requests" }, words.privacy_requests),
      h("a", { href: "/cookies" }, words.cookie_policy),
      h("a", { href: "/mails" }, words.mails),
      cookies
    )
  )
  void cookieChoice(context).then((choice) => {
    cookies.replaceChildren(choice.button())
  })
}

/** The basket speaks the shopper's language too, for the payment page and what is sent later. */
const tellLanguage = async (context: Context): Promise<void> => {
  const cart = await readCart(context)
  showCart(cart)
  const locale = localeOf(context.language)
  if (cart && cart.locale !== locale) await context.client.updateCart(cart.id, { locale })
}

let latest = 0

const findPage = (path: string): { page: Page; parameters: Record<string, string> } => {
  for (const [pattern, page] of ROUTES) {
    const match = pattern.exec(path)
    if (match) return { page, parameters: { ...match.groups } }
  }
  return { page: (context) => Promise.resolve(notFound(context)), parameters: {} }
}

const failure = ({ words }: Context, error: unknown): HTMLElement => {
  const again = h("button", { type: "button", class: "button" }, words.again)
  again.addEventListener("click", () => {
    location.reload()
  })
  return alertBox(failureText(error, words), again)
}

const show = async (context: Context, isFirst: boolean): Promise<void> => {
  const turn = (latest += 1)
  const { page, parameters } = findPage(location.pathname)
  const isPayment = location.pathname === "/checkout/return"
  const { words } = context
  const waiting = h("p", { class: "loading", role: "status" })
  waiting.textContent = isPayment ? words.getting_payment : words.loading
  main.replaceChildren(waiting)
  main.setAttribute("aria-busy", "true")
  const shown = await page(context, parameters).catch((error: unknown) => ({
    title: words.shop,
    content: failure(context, error),
  }))
  if (turn !== latest) return
  if ("replace" in shown) {
    context.go(shown.replace, true)
    return
  }
  main.removeAttribute("aria-busy")
  main.replaceChildren(shown.content)
  document.title = `${shown.title} · ${words.shop}`
  if (isFirst) return
  window.scrollTo(0, 0)
  main.querySelector<HTMLElement>("h1")?.focus()
}

/** Links inside the shop change the page without loading it anew. */
const followLink = (event: MouseEvent, go: Context["go"]): void => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const link = event.target instanceof Element ? event.target.closest("a") : null
  if (!link || link.target !== "" || "plain" in link.dataset) return
  if (link.origin !== location.origin || link.protocol === "blob:") return
  event.preventDefault()
  go(link.pathname + link.search)
}

/** The choice of cookies has its own dark colours, which it shows under this class. */
const followColours = (): void => {
  const dark = matchMedia("(prefers-color-scheme: dark)")
  const follow = () => document.documentElement.classList.toggle("cc--darkmode", dark.matches)
  dark.addEventListener("change", follow)
  follow()
}

const start = async (): Promise<void> => {
  const config = (await (await fetch("/config.json")).json()) as Config
  const changeTo = (path: string, replace = false) => {
    if (replace) history.replaceState(null, "", path)
    else history.pushState(null, "", path)
    draw(false)
  }
  const draw = (isFirst: boolean) => {
    const context = createContext(config, { go: changeTo, showCart })
    const asked = new URLSearchParams(location.search).has("lang")
    if (asked) history.replaceState(null, "", location.pathname)
    if (asked || isFirst) {
      showFrame(context)
      void tellLanguage(context).catch(() => undefined)
    }
    void show(context, isFirst)
  }
  document.body.append(header, main, footer)
  document.addEventListener("click", (event) => {
    followLink(event, changeTo)
  })
  window.addEventListener("popstate", () => {
    draw(false)
  })
  window.addEventListener("storage", (event) => {
    if (event.key === "cart" && cartIdStore.get() === null) showCart(null)
  })
  document.documentElement.lang = chooseLanguage()
  followColours()
  draw(true)
}

void start()
