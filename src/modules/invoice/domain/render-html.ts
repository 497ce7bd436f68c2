import escapeHtml from "escape-html"
import type { BuyerParty, DocumentLine, InvoiceContent, PostalAddress } from "./document"
import { renderStyle } from "./render-style"
import { renderTexts } from "./render-texts"
import type { Locale } from "./render-texts"

const LANGUAGES: Readonly<Record<Locale, string>> = { da: "da-DK", en: "en-GB" }

/** How numbers and days are written in one language and currency. */
const createFormat = (locale: Locale, currency: string) => {
  const language = LANGUAGES[locale]
  const money = new Intl.NumberFormat(language, { style: "currency", currency })
  const price = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  })
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 3 })
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" })
  return {
    money: (minor: number): string => money.format(minor / 100),
    price: (major: string): string => price.format(Number(major)),
    quantity: (quantity: string): string => plain.format(Number(quantity)),
    rate: (rate: string): string => `${plain.format(Number(rate))} %`,
    day: (isoDay: string): string => day.format(new Date(isoDay)),
  }
}

type Context = {
  document: InvoiceContent
  texts: (typeof renderTexts)[Locale]
  format: ReturnType<typeof createFormat>
}

/** Terms with a value, as a list of pairs. */
const pairs = (entries: readonly (readonly [string, string | null])[]): string => {
  const given = entries.flatMap(([term, value]) => (value === null ? [] : [[term, value] as const]))
  const rows = given.map(
    ([term, value]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd>`
  )
  return rows.length > 0 ? `<dl>${rows.join("")}</dl>` : ""
}

const cells = (...values: readonly string[]): string =>
  values.map((value) => `<td class="number">${escapeHtml(value)}</td>`).join("")

const postalLines = (name: string, address: PostalAddress): string =>
  [
    name,
    address.address_1,
    address.address_2,
    `${address.postal_code} ${address.city}`,
    address.country_code === "DK" ? null : address.country_code,
  ]
    .filter((line) => line !== null)
    .join("\n")

const buyerNumbers = (
  buyer: Exclude<BuyerParty, { type: "private" }>,
  { texts }: Context
): string =>
  buyer.type === "business"
    ? pairs([
        [texts.cvr, buyer.cvr],
        [texts.vatId, buyer.vat_id],
        [texts.registrationNo, buyer.registration_no],
        [texts.orderReference, buyer.order_reference],
      ])
    : pairs([
        [texts.ean, buyer.ean],
        [texts.cvr, buyer.cvr],
        [texts.personReference, buyer.person_reference],
        [texts.orderReference, buyer.order_reference],
        [texts.accountingReference, buyer.accounting_reference],
      ])

const renderBuyer = (context: Context): string => {
  const { buyer } = context.document
  if (buyer.type === "private") return `<p>${escapeHtml(context.texts.privateBuyer)}</p>`
  const lines = postalLines(buyer.company_name, buyer.address)
  return `<address>${escapeHtml(lines)}</address>${buyerNumbers(buyer, context)}`
}

const renderSeller = ({ document: { seller }, texts }: Context): string => {
  const address = seller.address
    .split(/[,\n]/)
    .map((line) => line.trim())
    .join("\n")
  return `<address>${escapeHtml(`${seller.name}\n${address}\n${seller.email}`)}</address>${pairs([[texts.cvr, seller.cvr]])}`
}

const renderLine = (
  line: DocumentLine,
  hasDiscounts: boolean,
  { texts, format }: Context
): string => {
  const rate = format.rate(line.vat_rate)
  const description = line.kind === "credit" ? texts.creditLine(rate) : line.description
  const discount = line.discount_net > 0 ? format.money(-line.discount_net) : ""
  return `<tr><td>${escapeHtml(description)}</td>${cells(
    format.quantity(line.quantity),
    format.price(line.unit_price_net),
    ...(hasDiscounts ? [discount] : []),
    rate,
    format.money(line.net),
    format.money(line.gross)
  )}</tr>`
}

const renderLines = (context: Context): string => {
  const { columns } = context.texts
  const hasDiscounts = context.document.lines.some(({ discount_net }) => discount_net > 0)
  const heads = [
    columns.quantity,
    columns.price,
    ...(hasDiscounts ? [columns.discount] : []),
    ...[columns.rate, columns.net, columns.gross],
  ]
  const head = heads.map((text) => `<th class="number">${escapeHtml(text)}</th>`).join("")
  const body = context.document.lines.map((line) => renderLine(line, hasDiscounts, context))
  return `<table><thead><tr><th>${escapeHtml(columns.description)}</th>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`
}

const renderVat = ({ document, texts, format }: Context): string => {
  const heads = [texts.vatBase, texts.vat].map((text) => `<th class="number">${text}</th>`).join("")
  const rows = document.vat.map(
    ({ rate, net, vat }) =>
      `<tr><td>${format.rate(rate)}</td>${cells(format.money(net), format.money(vat))}</tr>`
  )
  return `<table><thead><tr><th>${texts.vatRate}</th>${heads}</tr></thead><tbody>${rows.join("")}</tbody></table>`
}

const sumRow = (term: string, amount: string, className = ""): string =>
  `<tr class="${className}"><td>${escapeHtml(term)}</td>${cells(amount)}</tr>`

const renderSums = ({ document, texts, format }: Context): string => {
  const { kind, totals, payments } = document
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0)
  const rows = [
    sumRow(texts.net, format.money(totals.net)),
    sumRow(texts.vat, format.money(totals.vat)),
    sumRow(texts.total[kind], format.money(totals.gross), "total"),
    ...payments.map(({ method, amount, paid_on }) =>
      sumRow(
        `${texts.paid[kind]} ${format.day(paid_on)}, ${texts.methods[method]}`,
        format.money(amount)
      )
    ),
    ...(kind === "invoice"
      ? [sumRow(texts.due, format.money(Math.max(0, totals.gross - paid)), "total")]
      : []),
  ]
  return `<table><tbody>${rows.join("")}</tbody></table>`
}

const renderHead = ({ document, texts, format }: Context): string => {
  const { amends } = document
  const reference = amends
    ? `<p class="amends">${escapeHtml(texts.amends(amends.number, format.day(amends.issued_on)))}</p>`
    : ""
  const facts = pairs([
    [texts.number, document.number],
    [texts.issuedOn, format.day(document.issued_on)],
    [texts.deliveredOn, document.delivered_on && format.day(document.delivered_on)],
    [texts.orderNumber, document.order_number],
  ])
  return `<header><div><h1>${texts.title[document.kind]}</h1>${reference}</div>${facts}</header>`
}

/** A sealed document as one HTML page that prints on A4. Pure: the same document gives the same page. */
export const renderInvoiceHtml = (document: InvoiceContent, locale: Locale): string => {
  const texts = renderTexts[locale]
  const context = { document, texts, format: createFormat(locale, document.currency) }
  const isTest = document.series === "test"
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(`${texts.title[document.kind]} ${document.number}`)}</title><style>${renderStyle}</style></head>
<body>${isTest ? `<div class="watermark" aria-hidden="true">${texts.test}</div><p class="notice">${texts.testNotice}</p>` : ""}
${renderHead(context)}
<section class="parties"><div><h2>${texts.seller}</h2>${renderSeller(context)}</div><div><h2>${texts.buyer}</h2>${renderBuyer(context)}</div></section>
${renderLines(context)}
<section class="sums"><div>${renderVat(context)}</div><div>${renderSums(context)}</div></section>
</body></html>
`
}
