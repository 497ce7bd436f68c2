import { StorefrontError } from "../../../../src/storefront"
import type { StorefrontCart } from "../../../../src/storefront"
import { localeOf, readCart } from "../context"
import type { Context } from "../context"
import { alertBox, h } from "../dom"
import { failureText, field, form, refusalText, showErrors } from "../form"
import type { Field } from "../form"
import type { Page } from "../page"
import { stepPage } from "../steps"

type AddressField = "first_name" | "last_name" | "address_1" | "postal_code" | "city" | "phone"
type Fields = Record<AddressField | "email", Field>

const addressFields = ({ words }: Context, cart: StorefrontCart): Fields => {
  const known = cart.shipping_address
  return {
    email: field({
      name: "email",
      label: words.email,
      hint: words.email_hint,
      type: "email",
      autocomplete: "email",
      value: cart.email,
    }),
    first_name: field({
      name: "first_name",
      label: words.first_name,
      autocomplete: "given-name",
      value: known?.first_name,
    }),
    last_name: field({
      name: "last_name",
      label: words.last_name,
      autocomplete: "family-name",
      value: known?.last_name,
    }),
    address_1: field({
      name: "address_1",
      label: words.address,
      autocomplete: "address-line1",
      value: known?.address_1,
    }),
    postal_code: field({
      name: "postal_code",
      label: words.postal_code,
      inputmode: "numeric",
      autocomplete: "postal-code",
      value: known?.postal_code,
    }),
    city: field({
      name: "city",
      label: words.city,
      autocomplete: "address-level2",
      value: known?.city,
    }),
    phone: field({
      name: "phone",
      label: words.phone,
      optional: words.optional,
      type: "tel",
      autocomplete: "tel",
      value: known?.phone,
    }),
  }
}

const check = ({ words }: Context, fields: Fields): Record<string, string> => {
  const missing = Object.values(fields).filter(
    (each) => each !== fields.phone && each.value() === ""
  )
  const { refused } = words
  return {
    ...(!/^\S+@\S+\.\S+$/.test(fields.email.value()) && { email: refused.email }),
    ...(!/^\d{4}$/.test(fields.postal_code.value()) && { postal_code: refused.postal_code }),
    ...Object.fromEntries(missing.map(({ name }) => [name, refused.required])),
  }
}

/** The shopper may say that what looks like a CPR number is none. */
const notCprChoice = ({ words }: Context): HTMLElement =>
  h(
    "label",
    { class: "choice alone", for: "not_cpr" },
    h("input", { id: "not_cpr", type: "checkbox" }),
    words.not_cpr
  )

/** Whether staff may see the address; said before it is stored. */
const protectionChoice = ({ words }: Context, isProtected: boolean) => {
  const box = h("input", { id: "address_protection", type: "checkbox", checked: isProtected })
  const element = h(
    "div",
    {},
    h("label", { class: "choice alone", for: "address_protection" }, box, words.address_protection),
    h("p", { class: "quiet" }, words.address_protection_hint)
  )
  return { element, box }
}

type Parts = { fields: Fields; said: HTMLElement; protection: HTMLInputElement }

const save = async (
  context: Context,
  cartId: string,
  { fields, said, protection }: Parts
): Promise<void> => {
  const { words, client } = context
  const { email, ...address } = fields
  const all = Object.values(fields)
  const isConfirmed = said.querySelector("input")?.checked === true
  said.replaceChildren()
  for (const each of all) each.setError(null)
  if (showErrors(all, check(context, fields))) return
  const place = {
    ...Object.fromEntries(Object.entries(address).map(([name, each]) => [name, each.value()])),
    country_code: "dk",
  }
  try {
    await (protection.checked ? client.protectAddress(cartId) : client.unprotectAddress(cartId))
    await client.updateCart(cartId, {
      email: email.value(),
      locale: localeOf(context.language),
      shipping_address: place,
      billing_address: place,
      ...(isConfirmed && { confirm_not_cpr: true }),
    })
    context.go("/checkout/delivery")
  } catch (error) {
    const refused = error instanceof StorefrontError && error.field !== undefined
    const text = refused ? refusalText(error, words) : failureText(error, words)
    const name = refused ? error.field.replace(/^(shipping|billing)_address\./, "") : ""
    if (!showErrors(all, { [name]: text })) said.replaceChildren(alertBox(text))
    if (refused && error.code === "looks_like_cpr") said.append(notCprChoice(context))
  }
}

/** E-mail and address. */
export const addressPage: Page = async (context) => {
  const { words } = context
  const cart = await readCart(context)
  if (!cart || cart.items.length === 0) return { replace: "/cart" }
  const buyer = await context.client.getBuyer(cart.id)
  if (!buyer) return { replace: "/checkout/buyer" }
  const fields = addressFields(context, cart)
  const isProtected = (await context.client.getAddressProtection(cart.id)) !== null
  const { element, box } = protectionChoice(context, isProtected)
  const said = h("div")
  const content = form(
    words.continue,
    () => save(context, cart.id, { fields, said, protection: box }),
    fields.email.element,
    h("div", { class: "pair" }, fields.first_name.element, fields.last_name.element),
    fields.address_1.element,
    h("div", { class: "pair narrow" }, fields.postal_code.element, fields.city.element),
    fields.phone.element,
    element,
    buyer.type !== "private" && h("p", { class: "quiet" }, words.address_for_invoice),
    said
  )
  const title = words.contact_and_address
  return { title, content: stepPage(context, { step: "address", title, cart }, content) }
}
