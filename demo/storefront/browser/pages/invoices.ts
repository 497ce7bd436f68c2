import type { Context } from "../context"
import { h } from "../dom"
import type { Page } from "../page"
import { invoiceLink } from "./invoice-link"

/** The token stands in the fragment, so that no server and no log has it. */
const tokenOf = (hash: string): string | undefined =>
  new URLSearchParams(hash.replace(/^#/, "")).get("token") ?? undefined

const links = async (context: Context, orderId: string): Promise<HTMLElement[]> => {
  const token = tokenOf(window.location.hash)
  const invoices = await context.client.listInvoices(orderId, token)
  const shown = invoices.filter(({ document }) => document !== null)
  return Promise.all(shown.map((invoice) => invoiceLink(context, { orderId, token, invoice })))
}

/** Where the mail about an invoice leads. */
export const invoicesPage: Page = async (context, { order = "" }) => {
  const { words } = context
  return {
    title: words.invoice,
    content: h(
      "div",
      { class: "card" },
      h("h1", { tabindex: "-1" }, words.invoice),
      ...(await links(context, order))
    ),
  }
}
