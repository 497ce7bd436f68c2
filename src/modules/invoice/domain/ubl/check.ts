import type { InvoiceContent } from "../document"
import { toXmlText } from "./xml"

export type EInvoiceFormat = "peppol" | "oioubl"

/** Name of an official rule; OIOUBL names some of them anew for credit notes. */
export type RuleName = string | Readonly<Record<InvoiceContent["kind"], string>>

/**
 * One demand that a format makes of a document. It mirrors the named rule of the formats it names, so that the answer
 * is known before the document is sent.
 */
export type Check = {
  code: string
  rules: Readonly<Partial<Record<EInvoiceFormat, RuleName>>>
  fails: (document: InvoiceContent, format: EInvoiceFormat) => boolean
}

/** Nothing would be written of the text. */
export const isBlank = (text: string | null | undefined): boolean => toXmlText(text) === ""

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)
