import type { InvoiceContent, PostalAddress } from "../document"
import { endpointElement } from "./elements"
import { peppolEndpointOf, peppolParticipantId } from "./participant-id"
import { buyerNameOf, buyerVatIdOf, isOutsideScope, sellerAddressOf } from "./parties"
import { isDomestic } from "./payment-means"
import { cac, cbc } from "./xml"

/** EN 16931 knows one tax. */
export const VAT_SCHEME = cac("TaxScheme", cbc("ID", "VAT"))

const addressElement = (address: PostalAddress | null): string =>
  address
    ? cac(
        "PostalAddress",
        cbc("StreetName", address.address_1),
        cbc("AdditionalStreetName", address.address_2),
        cbc("CityName", address.city),
        cbc("PostalZone", address.postal_code),
        cac("Country", cbc("IdentificationCode", address.country_code))
      )
    : ""

const vatIdElement = (vatId: string | null): string =>
  vatId ? cac("PartyTaxScheme", cbc("CompanyID", vatId), VAT_SCHEME) : ""

/** The seller as Peppol names it. */
export const renderSeller = (document: InvoiceContent): string => {
  const { name, cvr: given, email, phone } = document.seller
  const cvr = peppolParticipantId("0184", given)
  return cac(
    "AccountingSupplierParty",
    cac(
      "Party",
      endpointElement(cvr ? { scheme: "0184", value: cvr } : null),
      cac("PartyName", cbc("Name", name)),
      addressElement(sellerAddressOf(document)),
      vatIdElement(cvr && !isOutsideScope(document) ? `DK${cvr}` : null),
      cac(
        "PartyLegalEntity",
        cbc("RegistrationName", name),
        cbc("CompanyID", cvr, { schemeID: "0184" })
      ),
      cac("Contact", cbc("Telephone", phone), cbc("ElectronicMail", email))
    )
  )
}

/** CVR where there is one. A Danish buyer may show no other number here (DK-R-017). */
const legalIdElement = (document: InvoiceContent): string => {
  const { buyer } = document
  if (buyer.type === "private") return ""
  const cvr = buyer.cvr && peppolParticipantId("0184", buyer.cvr)
  if (cvr) return cbc("CompanyID", cvr, { schemeID: "0184" })
  const isForeign = buyer.type === "business" && !isDomestic(document)
  return isForeign ? cbc("CompanyID", buyer.registration_no) : ""
}

/** The buyer as Peppol names it. */
export const renderBuyer = (document: InvoiceContent): string => {
  const { buyer } = document
  const name = buyerNameOf(buyer)
  return cac(
    "AccountingCustomerParty",
    cac(
      "Party",
      endpointElement(peppolEndpointOf(buyer)),
      cac("PartyName", cbc("Name", name)),
      addressElement(buyer.address),
      vatIdElement(buyerVatIdOf(document)),
      cac("PartyLegalEntity", cbc("RegistrationName", name), legalIdElement(document))
    )
  )
}
