import { buyers, line } from "../golden-documents"
import { address, BOTH, build, buyer, domestic, PEPPOL } from "./base"
import type { Spoilt } from "./base"

const toAuthority = build([line("89")], { buyer: buyers.authority })

/** Faults of who sells, who buys and how they are reached. */
export const spoiltParties: Spoilt[] = [
  {
    title: "a seller without name",
    document: { ...domestic, seller: { ...domestic.seller, name: " " } },
    code: "seller_name_required",
    formats: BOTH,
  },
  {
    title: "a seller with seven digits of CVR",
    document: { ...domestic, seller: { ...domestic.seller, cvr: "1427713" } },
    code: "seller_cvr_required",
    formats: BOTH,
  },
  {
    title: "a company without name",
    document: buyer(domestic, { company_name: "" }),
    code: "buyer_name_required",
    formats: BOTH,
  },
  {
    title: "a private buyer",
    document: build([line("89")], { buyer: { type: "private" } }),
    code: "buyer_endpoint_required",
    formats: BOTH,
    rules: { peppol: "BR-07" },
  },
  {
    title: "an association without any number",
    document: buyer(domestic, { cvr: null }),
    code: "buyer_endpoint_required",
    formats: BOTH,
  },
  {
    title: "a Swedish company by its VAT id",
    document: address(buyer(domestic, { cvr: null, vat_id: "SE556012579001" }), "SE"),
    code: "buyer_endpoint_required",
    formats: PEPPOL,
  },
  {
    title: "an EAN of twelve digits",
    document: buyer(toAuthority, { ean: "579800042052" }),
    code: "buyer_endpoint_required",
    formats: BOTH,
  },
  {
    title: "an EAN with a wrong check digit",
    document: buyer(toAuthority, { ean: "5798000420527" }),
    code: "gln_check_digit",
    formats: BOTH,
  },
  {
    title: "an authority without references",
    document: buyer(toAuthority, { person_reference: " ", order_reference: null }),
    code: "buyer_reference_required",
    formats: BOTH,
  },
  {
    title: "a company and no number of the order",
    document: { ...buyer(domestic, { order_reference: null }), order_number: "" },
    code: "buyer_reference_required",
    formats: BOTH,
  },
  {
    title: "a buyer in no country",
    document: address(domestic, ""),
    code: "buyer_country_required",
    formats: PEPPOL,
  },
  {
    title: "a buyer in a country that is none",
    document: address(domestic, "XX"),
    code: "country_unknown",
    formats: BOTH,
  },
  {
    title: "goods to a country that is none",
    document: { ...domestic, ships_to: "QQ" },
    code: "country_unknown",
    formats: BOTH,
  },
  {
    title: "goods to Kosovo, whose code is not of ISO 3166",
    document: { ...domestic, ships_to: "XK" },
    code: "country_unknown",
    formats: BOTH,
  },
  {
    title: "a VAT id of no country",
    document: buyer(domestic, { vat_id: "QQ12345678" }),
    code: "vat_id_prefix",
    formats: PEPPOL,
  },
]
