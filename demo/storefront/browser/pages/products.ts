import type { StorefrontProduct } from "../../../../src/storefront"
import { productArt } from "../art"
import type { Context } from "../context"
import { h } from "../dom"
import { money } from "../format"
import type { Page } from "../page"

export const priceOf = (product: StorefrontProduct): number =>
  product.variants[0]?.calculated_price?.calculated_amount ?? 0

const card = ({ language, words }: Context, product: StorefrontProduct): HTMLElement =>
  h(
    "li",
    {},
    h(
      "a",
      { href: `/products/${product.handle}`, class: "product" },
      productArt(product.handle),
      h("span", { class: "name", lang: "da" }, product.title),
      h(
        "span",
        { class: "price" },
        money(priceOf(product), language),
        h("small", {}, ` ${words.including_vat}`)
      )
    )
  )

/** All products of the shop. */
export const productsPage: Page = async (context) => {
  const { client, config, words } = context
  const products = await client.listProducts(config.regionId)
  const list =
    products.length === 0
      ? h("p", {}, words.no_products)
      : h("ul", { class: "products" }, ...products.map((product) => card(context, product)))
  const title = words.products
  const content = h(
    "div",
    {},
    h("p", { class: "tagline" }, words.tagline),
    h("h1", { tabindex: "-1" }, title),
    list
  )
  return { title, content }
}
