import type { BuyerParty, PostalAddress } from "./document"
import type { AddressFacts, BuyerFacts } from "./order-facts"

const orNull = (text: string | null): string | null => text?.trim() ?? null

/** Only for an address that `findMissingFields` has passed. */
const toPostalAddress = (address: AddressFacts | null): PostalAddress => ({
  address_1: address?.address_1?.trim() ?? "",
  address_2: orNull(address?.address_2 ?? null),
  postal_code: address?.postal_code?.trim() ?? "",
  city: address?.city?.trim() ?? "",
  country_code: (address?.country_code ?? "").toUpperCase(),
})

/** The buyer as the document names it: what the law needs and no more. The contact person is not needed. */
export const toBuyerParty = (buyer: BuyerFacts): BuyerParty => {
  if (buyer.type === "private") {
    const { named } = buyer
    return named
      ? { type: "private", name: named.name, address: toPostalAddress(named.address) }
      : { type: "private", name: null, address: null }
  }
  const company = {
    company_name: buyer.company_name?.trim() ?? "",
    address: toPostalAddress(buyer.address),
    cvr: buyer.cvr,
    order_reference: buyer.order_reference,
  }
  if (buyer.type === "business") {
    return {
      type: "business",
      ...company,
      vat_id: buyer.vat_id,
      registration_no: buyer.registration_no,
    }
  }
  return {
    type: "public",
    ...company,
    ean: buyer.ean,
    person_reference: buyer.person_reference,
    accounting_reference: buyer.accounting_reference,
  }
}

/** The document names its buyer: it is a full one. */
export const isNamed = (buyer: BuyerParty): boolean =>
  buyer.type !== "private" || buyer.name !== null
