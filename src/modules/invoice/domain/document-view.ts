import type {
  BuyerParty,
  DocumentLine,
  InvoiceContent,
  PayTo,
  PostalAddress,
  VatTotal,
} from "./document"
import { createFormat } from "./render-format"
import type { Format } from "./render-format"
import { renderTexts } from "./render-texts"
import type { Locale } from "./render-texts"

/**
 * What a document says to people, in one language: every text that momsbekendtgørelsen § 58 asks for, in the order it
 * is read, and no layout. All renderings show the same view.
 */
export type InvoiceView = {
  locale: Locale
  title: string
  number: string
  /** Null outside the test series. */
  test: { mark: string; notice: string } | null
  /** What the document amends and why; one sentence each. */
  statements: string[]
  facts: Fact[]
  seller: PartyView
  buyer: PartyView
  lines: TableView
  vat: TableView
  /** VAT in kroner and the rate of exchange; empty when the document is in kroner. */
  vatNotes: string[]
  sums: TableView
  /** How to pay what is left; null when nothing is. */
  payment: { heading: string; facts: Fact[] } | null
  /** Who sent it, in one line for the foot of each page. */
  imprint: string
  page: (page: number, pages: number) => string
}

export type Fact = readonly [term: string, value: string]

export type PartyView = { heading: string; name: string; lines: string[]; facts: Fact[] }

/** A column of words, each with a note in small print or none, and columns of numbers. */
export type TableView = { head: { label: string; numbers: string[] } | null; rows: RowView[] }

export type RowView = { label: string; note: string | null; numbers: string[]; isTotal: boolean }

type Context = {
  document: InvoiceContent
  texts: (typeof renderTexts)[Locale]
  format: Format
}

const given = (entries: readonly (readonly [string, string | null])[]): Fact[] =>
  entries.flatMap(([term, value]) => (value === null ? [] : [[term, value] as const]))

const row = (label: string, numbers: string[], extra: Partial<RowView> = {}): RowView => ({
  label,
  numbers,
  note: null,
  isTotal: false,
  ...extra,
})

const postalLines = (address: PostalAddress, { format }: Context): string[] =>
  [
    address.address_1,
    address.address_2 ?? "",
    `${address.postal_code} ${address.city}`,
    address.country_code === "DK" ? "" : format.country(address.country_code),
  ].filter((line) => line.trim() !== "")

const buyerFacts = (buyer: Exclude<BuyerParty, { type: "private" }>, { texts }: Context): Fact[] =>
  buyer.type === "business"
    ? given([
        [texts.cvr, buyer.cvr],
        [texts.vatId, buyer.vat_id],
        [texts.registrationNo, buyer.registration_no],
        [texts.orderReference, buyer.order_reference],
      ])
    : given([
        [texts.ean, buyer.ean],
        [texts.cvr, buyer.cvr],
        [texts.personReference, buyer.person_reference],
        [texts.orderReference, buyer.order_reference],
        [texts.accountingReference, buyer.accounting_reference],
      ])

const buyerView = (context: Context): PartyView => {
  const { texts, document } = context
  const { buyer } = document
  const heading = texts.buyer
  const lines = buyer.address === null ? [] : postalLines(buyer.address, context)
  if (buyer.type === "private") {
    return { heading, name: buyer.name ?? texts.privateBuyer, lines, facts: [] }
  }
  return { heading, name: buyer.company_name, lines, facts: buyerFacts(buyer, context) }
}

/** A supply to another member state and a reverse charge need the seller's VAT number as the EU writes it. */
const needsVatNumber = ({ vat }: InvoiceContent): boolean =>
  vat.some(({ category }) => category === "K" || category === "AE")

const sellerView = ({ document, texts, format }: Context): PartyView => {
  const { seller, buyer } = document
  const isBuyerAbroad = buyer.address !== null && buyer.address.country_code !== "DK"
  const address = seller.address.split(/[,\n]/).map((line) => line.trim())
  return {
    heading: texts.seller,
    name: seller.name,
    lines: [
      ...address,
      isBuyerAbroad ? format.country("DK") : "",
      seller.email,
      seller.phone ?? "",
    ].filter((line) => line !== ""),
    facts: given([
      [texts.cvr, seller.cvr],
      [texts.vatId, needsVatNumber(document) ? `DK${seller.cvr}` : null],
    ]),
  }
}

const lineRow = (
  line: DocumentLine,
  shows: { discounts: boolean; reasons: boolean },
  { texts, format }: Context
): RowView => {
  const rate = format.rate(line.vat_rate)
  const notes = [
    line.item_no === null ? null : texts.itemNo(line.item_no),
    shows.reasons ? line.vat_reason : null,
  ].filter((note) => note !== null)
  const discount = line.discount_net > 0 ? format.amount(-line.discount_net) : ""
  return row(
    line.kind === "credit" ? texts.creditLine(rate) : line.description,
    [
      format.quantity(line.quantity),
      format.price(line.unit_price_net),
      ...(shows.discounts ? [discount] : []),
      rate,
      format.amount(line.net),
      format.amount(line.gross),
    ],
    { note: notes.length === 0 ? null : notes.join(" · ") }
  )
}

const linesView = (context: Context): TableView => {
  const { document, texts } = context
  const { columns } = texts
  const shows = {
    discounts: document.lines.some(({ discount_net }) => discount_net > 0),
    reasons: document.vat.length > 1,
  }
  return {
    head: {
      label: columns.description,
      numbers: [
        columns.quantity,
        columns.price,
        ...(shows.discounts ? [columns.discount] : []),
        columns.rate,
        columns.net,
        columns.gross,
      ],
    },
    rows: document.lines.map((line) => lineRow(line, shows, context)),
  }
}

const vatRow = ({ category, rate, reason, net, vat }: VatTotal, { texts, format }: Context) =>
  row(format.rate(rate), [format.amount(net), format.amount(vat)], {
    note: category === "Z" ? texts.zeroRated : reason,
  })

const vatNotes = ({ document, texts, format }: Context): string[] => {
  if (document.vat_dkk === null) return []
  const { vat, rate, source, date } = document.vat_dkk
  return [
    texts.vatInKroner(format.kroner(vat)),
    texts.exchange(format.exchangeRate(rate), document.currency, source, format.day(date)),
  ]
}

const sumRows = ({ document, texts, format }: Context): RowView[] => {
  const { kind, totals, payments } = document
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0)
  const due = format.money(Math.max(0, totals.gross - paid))
  return [
    row(texts.net, [format.money(totals.net)]),
    row(texts.vat, [format.money(totals.vat)]),
    row(texts.total[kind], [format.money(totals.gross)], { isTotal: true }),
    ...payments.map(({ method, amount, paid_on }) =>
      row(`${texts.paid[kind]} ${format.day(paid_on)}, ${texts.methods[method]}`, [
        format.money(amount),
      ])
    ),
    ...(kind === "invoice" ? [row(texts.due, [due], { isTotal: true })] : []),
  ]
}

const inFours = (iban: string): string => iban.replaceAll(/\s/g, "").replaceAll(/.{4}(?=.)/g, "$& ")

/** The line that Danish banks read off a payment slip: +71<number+creditor<. */
const slipLine = ({ card_type, payment_id, creditor_no }: NonNullable<PayTo["fik"]>): string =>
  `+${card_type}<${payment_id}+${creditor_no}<`

const payToFacts = ({ bank, iban, bic, fik }: PayTo, { document, texts }: Context): Fact[] =>
  given([
    [texts.bankAccount, bank && `${bank.registration_no} ${bank.account_no}`],
    [texts.iban, iban && inFours(iban)],
    [texts.bic, bic],
    [texts.quote, bank || iban ? document.number : null],
    [texts.paymentSlip, fik && slipLine(fik)],
  ])

const paymentView = (context: Context): InvoiceView["payment"] => {
  const { document, texts, format } = context
  const { due_on, pay_to } = document
  if (due_on === null && pay_to === null) return null
  return {
    heading: texts.payment,
    facts: [
      ...given([[texts.payBy, due_on && format.day(due_on)]]),
      ...(pay_to ? payToFacts(pay_to, context) : []),
    ],
  }
}

/** The document in the words of one language. Pure: the same document gives the same view. */
export const toInvoiceView = (document: InvoiceContent, locale: Locale): InvoiceView => {
  const texts = renderTexts[locale]
  const format = createFormat(locale, document.currency)
  const context = { document, texts, format }
  const { amends, replaces, reason, seller } = document
  return {
    locale,
    title: texts.title[document.kind],
    number: document.number,
    test: document.series === "test" ? { mark: texts.test, notice: texts.testNotice } : null,
    statements: [
      ...(amends ? [texts.amends(amends.number, format.day(amends.issued_on))] : []),
      ...(replaces ? [texts.replaces(replaces.number, format.day(replaces.issued_on))] : []),
      ...(reason === null ? [] : [texts.reason(reason)]),
    ],
    facts: given([
      [texts.number, document.number],
      [texts.issuedOn, format.day(document.issued_on)],
      [texts.deliveredOn, document.delivered_on && format.day(document.delivered_on)],
      [texts.dueOn, document.due_on && format.day(document.due_on)],
      [texts.orderNumber, document.order_number],
      [texts.currency, document.currency],
    ]),
    seller: sellerView(context),
    buyer: buyerView(context),
    lines: linesView(context),
    vat: {
      head: { label: texts.vatRate, numbers: [texts.vatBase, texts.vat] },
      rows: document.vat.map((total) => vatRow(total, context)),
    },
    vatNotes: vatNotes(context),
    sums: { head: null, rows: sumRows(context) },
    payment: paymentView(context),
    imprint: `${seller.name} · ${texts.cvr} ${seller.cvr} · ${seller.email}`,
    page: texts.page,
  }
}
