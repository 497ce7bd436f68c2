import { readCart } from "../context"
import { alertBox, buttonLink, h } from "../dom"
import { failureText, form } from "../form"
import { money } from "../format"
import type { Page } from "../page"
import { stepPage } from "../steps"

/** How the goods come. */
export const deliveryPage: Page = async (context) => {
  const { words, client, language } = context
  const cart = await readCart(context)
  if (!cart || cart.items.length === 0) return { replace: "/cart" }
  if (cart.email === null || !cart.shipping_address) return { replace: "/checkout/address" }
  const options = await client.listShippingOptions(cart.id)
  const title = words.choose_delivery
  const page = { step: "delivery" as const, title, cart }
  if (options.length === 0) {
    const problem = alertBox(words.no_delivery, buttonLink("/checkout/address", words.go_back))
    return { title, content: stepPage(context, page, problem) }
  }
  const before = cart.shipping_methods[0]?.shipping_option_id
  const chosen = options.find(({ id }) => id === before) ?? options[0]
  const choices = options.map((option) =>
    h(
      "label",
      { class: "choice" },
      h("input", { type: "radio", name: "delivery", value: option.id, checked: option === chosen }),
      h("span", {}, h("strong", {}, option.name), h("small", {}, money(option.amount, language)))
    )
  )
  const said = h("div")
  const content = form(
    words.continue,
    async () => {
      const data = content.querySelector<HTMLInputElement>("input[name=delivery]:checked")
      try {
        if (data && data.value !== before) await client.chooseShipping(cart.id, data.value)
        context.go("/checkout/pay")
      } catch (error) {
        said.replaceChildren(alertBox(failureText(error, words)))
      }
    },
    h(
      "fieldset",
      { class: "choices" },
      h("legend", { class: "visually-hidden" }, title),
      ...choices
    ),
    said
  )
  return { title, content: stepPage(context, page, content) }
}
