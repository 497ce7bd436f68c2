import { productArt } from "../art"
import { openCart } from "../context"
import { buttonLink, h } from "../dom"
import { failureText, form } from "../form"
import { money } from "../format"
import { notFound } from "./not-found"
import type { Page } from "../page"
import { priceOf } from "./products"

/** One product, to be put into the basket. */
export const productPage: Page = async (context, { handle = "" }) => {
  const { client, config, words, language } = context
  const [product] = await client.listProducts(config.regionId, { handle })
  const variant = product?.variants[0]
  if (!product || !variant) return notFound(context)
  const said = h("div", { class: "said", role: "status" })
  const quantity = h("input", {
    id: "quantity",
    type: "number",
    min: "1",
    max: "99",
    value: "1",
    inputmode: "numeric",
  })
  const add = async () => {
    try {
      const count = Math.min(99, Math.max(1, Math.round(Number(quantity.value)) || 1))
      const cart = await openCart(context)
      context.showCart(await client.addLine(cart.id, variant.id, count))
      said.replaceChildren(h("p", {}, `✓ ${words.added} `), buttonLink("/cart", words.to_cart))
    } catch (error) {
      said.replaceChildren(h("p", { class: "field-error" }, failureText(error, words)))
    }
  }
  const content = h(
    "div",
    { class: "product-page" },
    productArt(product.handle),
    h(
      "div",
      {},
      h("h1", { tabindex: "-1" }, product.title),
      h("p", {}, product.description),
      h(
        "p",
        { class: "price big" },
        money(priceOf(product), language),
        h("small", {}, ` ${words.including_vat}`)
      ),
      form(
        words.add,
        add,
        h(
          "div",
          { class: "field short" },
          h("label", { for: "quantity" }, words.quantity),
          quantity
        )
      ),
      said
    )
  )
  return { title: product.title, content }
}
