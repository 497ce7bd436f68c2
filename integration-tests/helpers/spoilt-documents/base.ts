import { buildInvoice } from "../../../src/modules/invoice/domain/build-invoice"
import type { InvoiceContent } from "../../../src/modules/invoice/domain/document"
import type { EInvoiceFormat } from "../../../src/modules/invoice/domain/ubl/check"
import type { ProblemCode } from "../../../src/modules/invoice/domain/ubl/check-einvoice"
import { frame, line, onAccount, order } from "../golden-documents"

/** A document with one fault, the problem it has, and the formats that mind. */
export type Spoilt = {
  title: string
  document: InvoiceContent
  code: ProblemCode
  formats: readonly EInvoiceFormat[]
  /** The rules broken, where the problem stands for more than the one it names. */
  rules?: Partial<Record<EInvoiceFormat, string>>
}

/** Formats that mind a fault. */
export const BOTH = ["peppol", "oioubl"] as const
export const PEPPOL = ["peppol"] as const
export const OIOUBL = ["oioubl"] as const

/** The document of an order on account. */
export const build = (...args: Parameters<typeof order>): InvoiceContent =>
  buildInvoice(order(...args), frame, onAccount)

/** Nothing is wrong with it: a sale to a Danish company. */
export const domestic = build([line("89")])

/** The document with its first line changed. */
export const withLine = (
  document: InvoiceContent,
  changes: Partial<InvoiceContent["lines"][number]>
): InvoiceContent => ({
  ...document,
  lines: document.lines.map((old, index) => (index === 0 ? { ...old, ...changes } : old)),
})

/** The document with its VAT totals changed, in their order. */
export const withVat = (
  document: InvoiceContent,
  ...changes: Partial<InvoiceContent["vat"][number]>[]
): InvoiceContent => ({
  ...document,
  vat: document.vat.map((old, index) => ({ ...old, ...changes[index] })),
})

/** The document with øre added to its totals. */
export const withTotals = (
  document: InvoiceContent,
  added: Partial<InvoiceContent["totals"]>
): InvoiceContent => {
  const { net, vat, gross } = document.totals
  return {
    ...document,
    totals: {
      net: net + (added.net ?? 0),
      vat: vat + (added.vat ?? 0),
      gross: gross + (added.gross ?? 0),
    },
  }
}

/** The document with its buyer changed. */
export const buyer = (document: InvoiceContent, changes: object): InvoiceContent => ({
  ...document,
  buyer: { ...document.buyer, ...changes },
})

/** The document with its buyer in another country. */
export const address = (document: InvoiceContent, country_code: string): InvoiceContent =>
  buyer(document, { address: { ...document.buyer.address, country_code } })
