import { StorefrontError } from "../../../../src/storefront"
import type { StoreBuyer, StoreNotice, StorefrontCart } from "../../../../src/storefront"
import { localeOf, payingStore, readCart } from "../context"
import type { Context } from "../context"
import { alertBox, buttonLink, calmBox, h } from "../dom"
import type { Child } from "../dom"
import { failureText, form, refusalText } from "../form"
import { day, money } from "../format"
import type { Page } from "../page"
import { marketingBoxes } from "../marketing-boxes"
import { invoiceRefusal, orderOnInvoice, payChoice } from "../pay-choice"
import type { PayWay } from "../pay-choice"
import { stepPage } from "../steps"

const PROVIDER = "pp_nets_nets"

/** A definition list of what is known of the buyer. */
export const buyerLines = ({ words }: Context, buyer: StoreBuyer): string[] => {
  const line = (name: string, value: string | null) => (value === null ? [] : [`${name}: ${value}`])
  return [
    buyer.company_name ?? words[buyer.type],
    ...line(words.cvr, buyer.cvr),
    ...line(words.vat_id, buyer.vat_id),
    ...line(words.ean, buyer.ean),
    ...line(words.person_reference, buyer.person_reference),
    ...line(words.order_reference, buyer.order_reference),
    ...line(words.accounting_reference, buyer.accounting_reference),
  ]
}

const block = (
  { words }: Context,
  { title, lines, edit }: { title: string; lines: Child[]; edit: string }
): HTMLElement =>
  h(
    "section",
    { class: "review" },
    h(
      "div",
      { class: "review-head" },
      h("h2", {}, title),
      h("a", { href: edit, "aria-label": `${words.edit}: ${title}` }, words.edit)
    ),
    ...lines.map((line) => h("p", {}, line))
  )

const addressLines = ({ email, shipping_address: place }: StorefrontCart): string[] => [
  `${place?.first_name ?? ""} ${place?.last_name ?? ""}`,
  place?.address_1 ?? "",
  `${place?.postal_code ?? ""} ${place?.city ?? ""}`,
  email ?? "",
]

/** Says what happens to the data. It has no box: a notice is no consent. */
const noticeText = ({ words, language }: Context, notice: StoreNotice): HTMLElement => {
  const since = notice.effective_from === null ? "" : `, ${day(notice.effective_from, language)}`
  return h(
    "p",
    { class: "notice" },
    words.notice_before,
    h("a", { href: "/privacy", target: "_blank", rel: "noopener" }, words.notice_link),
    ` (${words.version} ${notice.version.toString()}${since}).`
  )
}

/** The receipt of a basket that has become an order meanwhile, e.g. in another window. */
const boughtBefore = async ({ client }: Context, cartId: string | null): Promise<string | null> => {
  const cart = cartId === null ? null : await client.getCart(cartId).catch(() => null)
  return cart !== null && cart.completed_at !== null ? `/receipt/${cart.id}` : null
}

const alreadyOrdered = ({ words }: Context, receipt: string): HTMLElement =>
  calmBox(words.ordered_before, buttonLink(receipt, words.see_receipt))

/** Says why a payment was not started, and what to do about it. */
const refusal = async (context: Context, cartId: string, error: unknown): Promise<HTMLElement> => {
  const { words } = context
  const receipt = await boughtBefore(context, cartId)
  if (receipt !== null) return alreadyOrdered(context, receipt)
  const known = error instanceof StorefrontError ? error : new StorefrontError(500, {})
  if (known.status === 409) {
    return calmBox(words.paid_before, buttonLink("/checkout/return", words.continue))
  }
  const onInvoice = invoiceRefusal(context, error)
  if (onInvoice !== null) return alertBox(onInvoice, buttonLink("/checkout/buyer", words.edit))
  if (known.field === undefined) return alertBox(failureText(error, words))
  const isAddress = known.field.startsWith("billing_address")
  const edit = isAddress ? "/checkout/address" : "/checkout/buyer"
  return alertBox(refusalText(known, words), buttonLink(edit, words.edit))
}

const startPayment = async (
  context: Context,
  cartId: string,
  { way, said }: { way: PayWay; said: HTMLElement }
) => {
  const { client, words, language } = context
  try {
    if (way === "invoice") {
      await orderOnInvoice(context, cartId)
      return
    }
    const payment = await client.startPayment(cartId, PROVIDER, localeOf(language))
    if (payment.type !== "page") throw new StorefrontError(500, {})
    payingStore.set(cartId, payment.payment_id ?? "")
    said.replaceChildren(h("p", { role: "status" }, words.going_to_nets))
    location.assign(payment.page)
  } catch (error) {
    said.replaceChildren(await refusal(context, cartId, error))
  }
}

const payForm = (
  context: Context,
  { cart, isPublic, said }: { cart: StorefrontCart; isPublic: boolean; said: HTMLElement }
): HTMLElement => {
  const { words, language } = context
  const byCard = `${words.pay} ${money(cart.total, language)}`
  let way: PayWay = isPublic ? "invoice" : "nets"
  const choose = (next: PayWay) => {
    way = next
    const button = content.querySelector("button[type=submit]")
    if (button) button.textContent = way === "invoice" ? words.order_on_invoice : byCard
  }
  const content = form(
    isPublic ? words.order_on_invoice : byCard,
    () => startPayment(context, cart.id, { way, said }),
    isPublic ? payChoice(context, choose) : h("p", { class: "quiet" }, words.pay_hint)
  )
  return content
}

/** The last look, the notice, and the way to the payment. */
export const payPage: Page = async (context, { came = "" }) => {
  const { words, client, language } = context
  const cart = await readCart(context)
  const paidFor = came === "back" ? payingStore.take() : null
  if (!cart || cart.items.length === 0) {
    const receipt = await boughtBefore(context, paidFor)
    if (receipt === null) return { replace: "/cart" }
    const heading = h("h1", { tabindex: "-1" }, words.step_pay)
    const content = h("div", { class: "card" }, heading, alreadyOrdered(context, receipt))
    return { title: words.step_pay, content }
  }
  if (cart.shipping_methods.length === 0) return { replace: "/checkout/delivery" }
  const [buyer, notice, offers] = await Promise.all([
    client.getBuyer(cart.id),
    client.getPrivacyNotice(language),
    client.getMarketingNotices(language),
  ])
  if (!buyer) return { replace: "/checkout/buyer" }
  const shown = [...(notice ? [notice] : []), ...offers].map(({ id }) => id)
  // The boxes below are empty whenever the page is opened.
  if (shown.length > 0) await client.noteShown(cart.id, shown, [])
  const said = h("div", { class: "said", "aria-live": "polite" })
  const back = paidFor === cart.id
  const title = words.pay_title
  const content = stepPage(
    context,
    { step: "pay", title, cart },
    back && alertBox(words.cancelled),
    block(context, {
      title: words.buyer,
      lines: buyerLines(context, buyer),
      edit: "/checkout/buyer",
    }),
    block(context, {
      title: words.deliver_to,
      lines: addressLines(cart),
      edit: "/checkout/address",
    }),
    block(context, {
      title: words.delivery,
      lines: cart.shipping_methods.map(({ name }) => name),
      edit: "/checkout/delivery",
    }),
    notice && noticeText(context, notice),
    marketingBoxes(context, offers, (choices) => client.noteShown(cart.id, shown, choices)),
    payForm(context, { cart, isPublic: buyer.type === "public", said }),
    said
  )
  return { title, content }
}
