import { cac, cbc } from "./xml"
import type { Attributes } from "./xml"

/** Erhvervsstyrelsen's code lists are agency 320. */
export const list = (name: string): Attributes => ({
  listAgencyID: "320",
  listID: `urn:oioubl:codelist:${name}`,
})

/** Erhvervsstyrelsen's schemes of identifiers. */
export const scheme = (name: string): Attributes => ({
  schemeAgencyID: "320",
  schemeID: `urn:oioubl:id:${name}`,
})

/** VAT, by its number in the list of taxes of Skatteforvaltningen. */
export const VAT_SCHEME = cac(
  "TaxScheme",
  cbc("ID", "63", scheme("taxschemeid-1.5")),
  cbc("Name", "Moms")
)

/** How the parts of an address are to be read. */
export const addressFormat = (format: "StructuredLax" | "StructuredRegion"): string =>
  cbc("AddressFormatCode", format, list("addressformatcode-1.1"))
