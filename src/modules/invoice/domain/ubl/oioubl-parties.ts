import type { InvoiceContent, PostalAddress } from "../document"
import { endpointElement } from "./elements"
import { addressFormat, VAT_SCHEME } from "./oioubl-codes"
import { oioublCompanyId, oioublEndpointOf } from "./participant-id"
import {
  buyerNameOf,
  buyerVatIdOf,
  mayUseOrderNumber,
  referencesOf,
  sellerAddressOf,
} from "./parties"
import { cac, cbc, toXmlText } from "./xml"

const addressElement = (address: PostalAddress | null): string =>
  address
    ? cac(
        "PostalAddress",
        addressFormat("StructuredLax"),
        cbc("StreetName", address.address_1),
        cbc("AdditionalStreetName", address.address_2),
        cbc("CityName", address.city),
        cbc("PostalZone", address.postal_code),
        cac("Country", cbc("IdentificationCode", address.country_code))
      )
    : ""

/** The seller as OIOUBL names it. */
export const renderSeller = (document: InvoiceContent): string => {
  const { name, cvr: given, email, phone } = document.seller
  const cvr = oioublCompanyId(given)
  return cac(
    "AccountingSupplierParty",
    cac(
      "Party",
      endpointElement(cvr ? { scheme: "DK:CVR", value: cvr } : null),
      cac("PartyName", cbc("Name", name)),
      addressElement(sellerAddressOf(document)),
      cvr ? cac("PartyTaxScheme", cbc("CompanyID", cvr, { schemeID: "DK:SE" }), VAT_SCHEME) : "",
      cac(
        "PartyLegalEntity",
        cbc("RegistrationName", name),
        cbc("CompanyID", cvr, { schemeID: "DK:CVR" })
      ),
      cac("Contact", cbc("Telephone", phone), cbc("ElectronicMail", email))
    )
  )
}

/** `ZZZ` stands for every number that is not Danish. */
const legalEntityElement = ({ buyer }: InvoiceContent): string => {
  if (buyer.type === "private") return ""
  const cvr = buyer.cvr && oioublCompanyId(buyer.cvr)
  const other = buyer.type === "business" ? toXmlText(buyer.registration_no) : ""
  if (!cvr && other === "") return ""
  return cac(
    "PartyLegalEntity",
    cbc("RegistrationName", buyer.company_name),
    cvr
      ? cbc("CompanyID", cvr, { schemeID: "DK:CVR" })
      : cbc("CompanyID", other, { schemeID: "ZZZ" })
  )
}

/** The buyer's person, else their order: OIOUBL routes by it (F-INV046). */
const contactId = ({ buyer, order_number: orderNumber }: InvoiceContent): string | null => {
  const { person, order } = referencesOf(buyer)
  return person ?? order ?? (mayUseOrderNumber(buyer) ? orderNumber : null)
}

/** The buyer as OIOUBL names it. */
export const renderBuyer = (document: InvoiceContent): string => {
  const { buyer } = document
  const vatId = buyerVatIdOf(document)
  return cac(
    "AccountingCustomerParty",
    cac(
      "Party",
      endpointElement(oioublEndpointOf(buyer)),
      cac("PartyName", cbc("Name", buyerNameOf(buyer))),
      addressElement(buyer.address),
      vatId ? cac("PartyTaxScheme", cbc("CompanyID", vatId, { schemeID: "ZZZ" }), VAT_SCHEME) : "",
      legalEntityElement(document),
      cac("Contact", cbc("ID", contactId(document)))
    )
  )
}
