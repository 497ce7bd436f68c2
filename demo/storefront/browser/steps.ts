import type { StorefrontCart } from "../../../src/storefront"
import type { Context } from "./context"
import { h } from "./dom"
import type { Child } from "./dom"
import { money } from "./format"

export const STEPS = ["buyer", "address", "delivery", "pay"] as const
export type Step = (typeof STEPS)[number]

export const stepPath = (step: Step): string => `/checkout/${step}`

/** Where in the checkout the shopper is; steps behind are links. */
const progress = ({ words }: Context, current: Step): HTMLElement => {
  const position = STEPS.indexOf(current)
  const items = STEPS.map((step, index) => {
    const text = words[`step_${step}`]
    if (index === position) return h("li", { "aria-current": "step" }, text)
    if (index < position) return h("li", {}, h("a", { href: stepPath(step) }, text))
    return h("li", {}, text)
  })
  return h("nav", { class: "steps", "aria-label": words.checkout }, h("ol", {}, ...items))
}

type Totals = Pick<
  StorefrontCart,
  "items" | "item_total" | "shipping_total" | "tax_total" | "total"
> &
  Partial<Pick<StorefrontCart, "shipping_methods">>

/** Things bought, with delivery once it is chosen, total and the VAT in it. */
export const summary = ({ words, language }: Context, sale: Totals): HTMLElement => {
  const row = (name: Child, amount: number, kind?: string) =>
    h("tr", { class: kind }, h("th", { scope: "row" }, name), h("td", {}, money(amount, language)))
  const isDeliveryOpen = sale.shipping_methods?.length === 0
  const lines = sale.items.map((line) =>
    row(`${line.quantity.toString()} × ${line.product_title ?? line.title}`, line.total)
  )
  return h(
    "table",
    { class: "summary" },
    h(
      "tbody",
      {},
      ...lines,
      !isDeliveryOpen && row(words.delivery, sale.shipping_total),
      row(words.total, sale.total, "total"),
      row(words.of_which_vat, sale.tax_total, "vat")
    )
  )
}

/** A page of the checkout: progress, the step itself, and what is bought beside it. */
export const stepPage = (
  context: Context,
  { step, title, cart }: { step: Step; title: string; cart: StorefrontCart },
  ...children: Child[]
): HTMLElement =>
  h(
    "div",
    {},
    progress(context, step),
    h("h1", { tabindex: "-1" }, title),
    h(
      "div",
      { class: "columns" },
      h("div", { class: "card" }, ...children),
      h("aside", { class: "card side", "aria-label": context.words.basket }, summary(context, cart))
    )
  )
