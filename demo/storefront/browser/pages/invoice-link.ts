import type { DkInvoice } from "../../../../src/storefront"
import type { Context } from "../context"
import { h } from "../dom"
import { day } from "../format"

/** Opens a document as a page of its own. */
export const invoiceLink = async (
  { client, words, language }: Context,
  { orderId, token, invoice }: { orderId: string; token: string | undefined; invoice: DkInvoice }
): Promise<HTMLElement> => {
  const html = await client.getInvoiceHtml(orderId, invoice.id, {
    ...(token !== undefined && { token }),
    locale: language,
  })
  const href = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }))
  const series = invoice.series === "test" ? ` (${words.test_series})` : ""
  return h(
    "p",
    {},
    h(
      "a",
      { href, target: "_blank" },
      `${words[invoice.kind]} ${invoice.number}${series}`,
      h("span", { class: "visually-hidden" }, ` (${words.opens_in_new})`)
    ),
    `, ${day(invoice.issued_on, language)}`
  )
}
