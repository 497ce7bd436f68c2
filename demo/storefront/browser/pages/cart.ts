import type { StorefrontCart, StorefrontLine } from "../../../../src/storefront"
import { productArt } from "../art"
import { readCart } from "../context"
import type { Context } from "../context"
import { alertBox, busy, buttonLink, h } from "../dom"
import { failureText } from "../form"
import { money } from "../format"
import type { Page } from "../page"
import { summary } from "../steps"

type Change = (line: StorefrontLine, quantity: number) => Promise<void>

const changeButton = (text: string, label: string, work: () => Promise<void>): HTMLElement => {
  const button = h("button", { type: "button", class: "round", "aria-label": label }, text)
  button.addEventListener("click", () => void busy(button, work))
  return button
}

const lineRow = (
  { words, language }: Context,
  line: StorefrontLine,
  change: Change
): HTMLElement => {
  const name = line.product_title ?? line.title
  return h(
    "li",
    { class: "line" },
    productArt(line.product_handle ?? ""),
    h(
      "div",
      { class: "line-name" },
      h("a", { href: `/products/${line.product_handle ?? ""}` }, name),
      h("span", { class: "quiet" }, money(line.unit_price, language))
    ),
    h(
      "div",
      { class: "amount" },
      changeButton("−", `${words.less}: ${name}`, () => change(line, line.quantity - 1)),
      h("span", { "aria-label": words.quantity }, line.quantity.toString()),
      changeButton("+", `${words.more}: ${name}`, () => change(line, line.quantity + 1)),
      changeButton("×", `${words.remove}: ${name}`, () => change(line, 0))
    ),
    h("span", { class: "line-total" }, money(line.total, language))
  )
}

const filled = (context: Context, cart: StorefrontCart, change: Change): HTMLElement => {
  const { words } = context
  return h(
    "div",
    { class: "columns" },
    h("ul", { class: "card lines" }, ...cart.items.map((line) => lineRow(context, line, change))),
    h(
      "aside",
      { class: "card side" },
      summary(context, cart),
      buttonLink("/checkout/buyer", words.to_checkout, "primary")
    )
  )
}

/** What is in the basket. */
export const cartPage: Page = async (context) => {
  const { client, words } = context
  const body = h("div", { "aria-live": "polite" })
  const show = (cart: StorefrontCart | null) => {
    context.showCart(cart)
    if (!cart || cart.items.length === 0) {
      body.replaceChildren(
        h(
          "div",
          { class: "card" },
          h("p", {}, words.empty_cart),
          buttonLink("/", words.back_to_shop)
        )
      )
      return
    }
    const change: Change = async (line, quantity) => {
      try {
        if (quantity > 0) await client.setQuantity(cart.id, line.id, quantity)
        else await client.removeLine(cart.id, line.id)
        show(await readCart(context))
      } catch (error) {
        body.prepend(alertBox(failureText(error, words)))
      }
    }
    body.replaceChildren(filled(context, cart, change))
  }
  show(await readCart(context))
  return {
    title: words.basket,
    content: h("div", {}, h("h1", { tabindex: "-1" }, words.basket), body),
  }
}
