import type { BuyerParty, InvoiceContent, PostalAddress } from "../document"
import { toXmlText } from "./xml"

/** The seller's address by its parts. The country is Denmark. */
export const sellerAddressOf = ({ seller }: InvoiceContent): PostalAddress => {
  const lines = seller.address
    .split(/[,\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
  const town = lines.findIndex((line) => /^(DK-)?\d{4}\s+\S/i.test(line))
  const [, postalCode = "", city = ""] = /^(?:DK-)?(\d{4})\s+(.+)$/i.exec(lines[town] ?? "") ?? []
  const [street = "", ...more] = town === -1 ? lines : lines.slice(0, town)
  return {
    address_1: street,
    address_2: more.join(", ") || null,
    postal_code: postalCode,
    city,
    country_code: "DK",
  }
}

/** The name the buyer is registered under; null when the document does not name its buyer. */
export const buyerNameOf = (buyer: BuyerParty): string | null =>
  buyer.type === "private" ? buyer.name : buyer.company_name

/** What the buyer calls the order, by their own numbers. */
export type References = {
  person: string | null
  order: string | null
  accounting: string | null
}

const orNull = (text: string | null): string | null => toXmlText(text) || null

/** The references the buyer gave; null where they gave none. */
export const referencesOf = (buyer: BuyerParty): References => ({
  person: buyer.type === "public" ? orNull(buyer.person_reference) : null,
  order: buyer.type === "private" ? null : orNull(buyer.order_reference),
  accounting: buyer.type === "public" ? orNull(buyer.accounting_reference) : null,
})

/**
 * Whether the store's own order number may stand where the buyer's reference is missing. An authority must be given
 * one of its own (BEK 206/2011 §§ 3-6).
 */
export const mayUseOrderNumber = (buyer: BuyerParty): boolean => {
  const { person, order } = referencesOf(buyer)
  return buyer.type !== "public" || person !== null || order !== null
}

/** All of the document is outside the scope of VAT: then nobody's VAT id may stand on it (BR-O-02). */
export const isOutsideScope = ({ lines }: InvoiceContent): boolean =>
  lines.length > 0 && lines.every(({ vat_category: category }) => category === "O")

/** The buyer's VAT id where the document may show one. */
export const buyerVatIdOf = (document: InvoiceContent): string | null =>
  document.buyer.type === "business" && !isOutsideScope(document) ? document.buyer.vat_id : null
