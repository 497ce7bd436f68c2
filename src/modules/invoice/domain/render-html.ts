import escapeHtml from "escape-html"
import type { InvoiceContent } from "./document"
import { toInvoiceView } from "./document-view"
import type { Fact, InvoiceView, PartyView, RowView, TableView } from "./document-view"
import { renderStyle } from "./render-style"
import type { Locale } from "./render-texts"

const facts = (entries: readonly Fact[]): string => {
  const rows = entries.map(
    ([term, value]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd>`
  )
  return rows.length > 0 ? `<dl>${rows.join("")}</dl>` : ""
}

const numbers = (values: readonly string[], cell: "td" | "th"): string =>
  values.map((value) => `<${cell} class="number">${escapeHtml(value)}</${cell}>`).join("")

const renderParty = (party: PartyView): string =>
  `<div><h2>${escapeHtml(party.heading)}</h2><address>${escapeHtml(
    [party.name, ...party.lines].join("\n")
  )}</address>${facts(party.facts)}</div>`

const renderRow = (row: RowView): string => {
  const note = row.note === null ? "" : `<small>${escapeHtml(row.note)}</small>`
  return `<tr${row.isTotal ? ' class="total"' : ""}><td>${escapeHtml(row.label)}${note}</td>${numbers(row.numbers, "td")}</tr>`
}

const renderTable = ({ head, rows }: TableView): string => {
  const thead = head
    ? `<thead><tr><th>${escapeHtml(head.label)}</th>${numbers(head.numbers, "th")}</tr></thead>`
    : ""
  return `<table>${thead}<tbody>${rows.map(renderRow).join("")}</tbody></table>`
}

const paragraphs = (sentences: readonly string[], className: string): string =>
  sentences.map((text) => `<p class="${className}">${escapeHtml(text)}</p>`).join("")

const renderPayment = (payment: InvoiceView["payment"]): string =>
  payment
    ? `<section class="payment"><h2>${escapeHtml(payment.heading)}</h2>${facts(payment.facts)}</section>`
    : ""

/** A sealed document as one HTML page that prints on A4. Pure: the same document gives the same page. */
export const renderInvoiceHtml = (document: InvoiceContent, locale: Locale): string => {
  const view = toInvoiceView(document, locale)
  const test = view.test
    ? `<div class="watermark" aria-hidden="true">${view.test.mark}</div><p class="notice">${view.test.notice}</p>`
    : ""
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(`${view.title} ${view.number}`)}</title><style>${renderStyle}</style></head>
<body>${test}
<header><div><h1>${view.title}</h1>${paragraphs(view.statements, "statement")}</div>${facts(view.facts)}</header>
<section class="parties">${renderParty(view.seller)}${renderParty(view.buyer)}</section>
${renderTable(view.lines)}
<section class="sums"><div>${renderTable(view.vat)}${paragraphs(view.vatNotes, "note")}</div><div>${renderTable(view.sums)}</div></section>
${renderPayment(view.payment)}
</body></html>
`
}
