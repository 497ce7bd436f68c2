import { StorefrontError } from "../../../../src/storefront"
import type { StoreBuyer, StorefrontOrder } from "../../../../src/storefront"
import type { Context } from "../context"
import { buttonLink, h } from "../dom"
import type { Page } from "../page"
import { summary } from "../steps"
import { invoiceLink } from "./invoice-link"
import { notFound } from "./not-found"
import { buyerLines } from "./pay"

/** Own invoices. The receipt does not depend on them. */
const invoiceLinks = async (
  context: Context,
  orderId: string,
  cartId: string
): Promise<HTMLElement[]> => {
  try {
    const token = await context.client.getInvoiceToken(orderId, cartId)
    const invoices = await context.client.listInvoices(orderId, token)
    const shown = invoices.filter(({ document }) => document !== null)
    return await Promise.all(
      shown.map((invoice) => invoiceLink(context, { orderId, token, invoice }))
    )
  } catch (error) {
    if (error instanceof StorefrontError) return []
    throw error
  }
}

const receipt = (
  context: Context,
  {
    order,
    buyer,
    invoices,
  }: { order: StorefrontOrder; buyer: StoreBuyer | null; invoices: HTMLElement[] }
): HTMLElement => {
  const { words } = context
  const isPrivate = (buyer?.type ?? "private") === "private"
  const none = h("p", {}, isPrivate ? words.no_invoice_private : words.no_invoice)
  return h(
    "div",
    { class: "card receipt" },
    h("h1", { tabindex: "-1" }, words.receipt),
    h("p", { class: "order-number" }, `${words.order_number} ${order.display_id.toString()}`),
    h("p", {}, `${words.sent_to} ${order.email}`),
    summary(context, order),
    buyer && h("h2", {}, words.buyer),
    ...(buyer ? buyerLines(context, buyer).map((line) => h("p", {}, line)) : []),
    h("h2", {}, words.invoice),
    ...(invoices.length > 0 ? invoices : [none]),
    buttonLink("/", words.back_to_shop)
  )
}

/** What was bought. Completing a cart again gives the same order, so the page can be opened again. */
export const receiptPage: Page = async (context, { cart = "" }) => {
  const { client, words } = context
  const outcome = await client.completeCart(cart).catch((error: unknown) => {
    if (error instanceof StorefrontError && error.status > 0 && error.status < 500) return null
    throw error
  })
  if (outcome?.type !== "order") return notFound(context)
  const { order } = outcome
  const [buyer, invoices] = await Promise.all([
    client.getBuyer(cart),
    invoiceLinks(context, order.id, cart),
  ])
  return { title: words.receipt, content: receipt(context, { order, buyer, invoices }) }
}
