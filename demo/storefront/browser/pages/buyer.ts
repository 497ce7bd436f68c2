import { StorefrontError } from "../../../../src/storefront"
import type { StoreBuyer, StoreBuyerType } from "../../../../src/storefront"
import { buyerFields } from "../buyer-fields"
import type { BuyerFields } from "../buyer-fields"
import { readCart } from "../context"
import type { Context } from "../context"
import { alertBox, busy, buttonLink, h } from "../dom"
import { failureText, form, refusalText, showErrors } from "../form"
import type { Page } from "../page"
import { stepPage } from "../steps"

const TYPES: StoreBuyerType[] = ["private", "business", "public"]

const choice = (
  { words }: Context,
  type: StoreBuyerType,
  { chosen, choose }: { chosen: boolean; choose: () => void }
): HTMLElement =>
  h(
    "label",
    { class: "choice" },
    h("input", { type: "radio", name: "type", value: type, checked: chosen, onchange: choose }),
    h("span", {}, h("strong", {}, words[type]), h("small", {}, words[`${type}_hint`]))
  )

/** Explains the lock of an open payment, and how to get out of it. */
const lockedBox = (context: Context, cartId: string, freed: () => void): HTMLElement => {
  const { client, words } = context
  const button = h("button", { type: "button", class: "button" }, words.give_up)
  const box = alertBox(
    words.locked,
    h("div", { class: "buttons" }, button, buttonLink("/checkout/pay", words.go_on_paying))
  )
  const giveUp = async () => {
    try {
      await client.giveUpPayment(cartId)
      box.remove()
      freed()
    } catch (error) {
      const kept = error instanceof StorefrontError && error.status === 409
      box.replaceChildren(
        h("p", {}, kept ? words.payment_kept : failureText(error, words)),
        buttonLink(kept ? "/checkout/return" : "/checkout/pay", words.go_on_paying)
      )
    }
  }
  button.addEventListener("click", () => void busy(button, giveUp))
  return box
}

const saveBuyer = async (
  context: Context,
  cartId: string,
  { shown, said }: { shown: BuyerFields; said: HTMLElement }
): Promise<void> => {
  const { client, words } = context
  said.replaceChildren()
  for (const each of shown.fields) each.setError(null)
  if (showErrors(shown.fields, shown.check())) return
  try {
    await client.setBuyer(cartId, shown.read())
    context.go("/checkout/address")
  } catch (error) {
    if (error instanceof StorefrontError && error.code === "buyer_locked") {
      said.replaceChildren(lockedBox(context, cartId, () => undefined))
      return
    }
    const text =
      error instanceof StorefrontError && error.field !== undefined
        ? refusalText(error, words)
        : failureText(error, words)
    const field = error instanceof StorefrontError ? (error.field ?? "") : ""
    if (!showErrors(shown.fields, { [field]: text })) said.replaceChildren(alertBox(text))
  }
}

const buyerForm = (context: Context, cartId: string, buyer: StoreBuyer | null): HTMLElement => {
  const { words } = context
  let shown = buyerFields(context, buyer?.type ?? "private", buyer)
  const fields = h("div", { class: "type-fields", "aria-live": "polite" }, shown.element)
  const said = h("div")
  const choose = (type: StoreBuyerType) => {
    shown = buyerFields(context, type, buyer)
    fields.replaceChildren(shown.element)
    said.replaceChildren()
  }
  const choices = TYPES.map((type) =>
    choice(context, type, {
      chosen: type === (buyer?.type ?? "private"),
      choose: () => {
        choose(type)
      },
    })
  )
  const legend = h("legend", { class: "visually-hidden" }, words.who_buys)
  return form(
    words.continue,
    () => saveBuyer(context, cartId, { shown, said }),
    h("fieldset", { class: "choices" }, legend, ...choices),
    fields,
    said
  )
}

/** Who buys: a person, a company or an authority. */
export const buyerPage: Page = async (context) => {
  const cart = await readCart(context)
  if (!cart || cart.items.length === 0) return { replace: "/cart" }
  const buyer = await context.client.getBuyer(cart.id)
  const title = context.words.who_buys
  return {
    title,
    content: stepPage(context, { step: "buyer", title, cart }, buyerForm(context, cart.id, buyer)),
  }
}
