import { StorefrontError } from "../../../src/storefront"
import { cartIdStore } from "./context"
import type { Context } from "./context"
import { h } from "./dom"

const ON_INVOICE = "pp_ean-invoice_ean-invoice"

export type PayWay = "invoice" | "nets"

/** Why an authority cannot pay on invoice, by the store's code. */
export const invoiceRefusal = ({ words }: Context, error: unknown): string | null => {
  const known: Record<string, string> = words.refused_invoice
  return error instanceof StorefrontError ? (known[error.code] ?? null) : null
}

/** An authority may pay when the goods have come; the first choice. */
export const payChoice = (
  { words }: Context,
  chosen: (way: PayWay) => void
): HTMLFieldSetElement => {
  const choice = (way: PayWay, title: string, hint: string) =>
    h(
      "label",
      { class: "choice" },
      h("input", {
        type: "radio",
        name: "payment",
        value: way,
        checked: way === "invoice",
        onchange: () => {
          chosen(way)
        },
      }),
      h("span", {}, h("strong", {}, title), h("small", {}, hint))
    )
  return h(
    "fieldset",
    { class: "choices" },
    h("legend", { class: "visually-hidden" }, words.pay_title),
    choice("invoice", words.pay_on_invoice, words.pay_on_invoice_hint),
    choice("nets", words.pay_at_nets, words.pay_hint)
  )
}

/** Orders on invoice: there is no page to pay on. Throws StorefrontError with the reason. */
export const orderOnInvoice = async (context: Context, cartId: string): Promise<void> => {
  const { client } = context
  await client.startPayment(cartId, ON_INVOICE, "")
  const outcome = await client.completeCart(cartId)
  if (outcome.type !== "order") throw new StorefrontError(500, {})
  cartIdStore.clear(cartId)
  if (cartIdStore.get() === null) context.showCart(null)
  context.go(`/receipt/${cartId}`, true)
}
