import { parseEan } from "../../../../rules"
import { alpha3Of } from "../../../../shared/countries"
import type { InvoiceContent, VatCategory } from "../document"
import { isBlank } from "./check"
import type { Check, EInvoiceFormat } from "./check"
import { oioublEndpointOf, peppolEndpointOf, peppolParticipantId } from "./participant-id"
import { buyerNameOf, buyerVatIdOf, mayUseOrderNumber, referencesOf } from "./parties"
import { isDomestic } from "./payment-means"

/** A code of ISO 3166-1. Kosovo's is none, and the official lists do not have it. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && code !== "XK" && alpha3Of(code) !== undefined

/** Prefixes of VAT ids that are no country code: Greece, Northern Ireland. */
const OTHER_PREFIXES: ReadonlySet<string> = new Set(["EL", "XI"])

const isVatPrefix = (prefix: string): boolean => isCountry(prefix) || OTHER_PREFIXES.has(prefix)

const sells = ({ lines }: InvoiceContent, category: VatCategory): boolean =>
  lines.some((line) => line.vat_category === category)

/** The legal number of the buyer that a Peppol document shows. */
const hasLegalId = (document: InvoiceContent): boolean => {
  const { buyer } = document
  if (buyer.type === "private") return false
  if (buyer.cvr && peppolParticipantId("0184", buyer.cvr)) return true
  return buyer.type === "business" && !isDomestic(document) && !isBlank(buyer.registration_no)
}

const hasWrongCheckDigit = ({ buyer }: InvoiceContent): boolean => {
  const ean = buyer.type === "public" ? peppolParticipantId("0088", buyer.ean ?? "") : null
  return ean !== null && !parseEan(ean).ok
}

const lacksReference = ({ buyer, order_number: orderNumber }: InvoiceContent): boolean => {
  const { person, order } = referencesOf(buyer)
  if (person !== null || order !== null) return false
  return !mayUseOrderNumber(buyer) || isBlank(orderNumber)
}

const lacksCountry = ({ buyer }: InvoiceContent): boolean => isBlank(buyer.address?.country_code)

/** OIOUBL has no rules of where credited goods went. */
const hasUnknownCountry = (document: InvoiceContent, format: EInvoiceFormat): boolean => {
  const { buyer, kind, ships_to: shipsTo } = document
  const isDeliveryJudged = format === "peppol" || kind === "invoice"
  return [buyer.address?.country_code, isDeliveryJudged ? shipsTo : null].some(
    (code) => typeof code === "string" && !isBlank(code) && !isCountry(code)
  )
}

/** Who sells and who buys, and how they are reached. */
export const partyChecks = [
  {
    code: "seller_name_required",
    rules: { peppol: "BR-06", oioubl: "F-LIB022" },
    fails: ({ seller }) => isBlank(seller.name),
  },
  {
    code: "seller_cvr_required",
    rules: { peppol: "DK-R-002", oioubl: { invoice: "F-INV031", credit_note: "F-CRN028" } },
    fails: ({ seller }) => peppolParticipantId("0184", seller.cvr) === null,
  },
  {
    code: "buyer_name_required",
    rules: { peppol: "BR-07", oioubl: "F-LIB022" },
    fails: ({ buyer }) => isBlank(buyerNameOf(buyer)),
  },
  {
    code: "buyer_endpoint_required",
    rules: {
      peppol: "PEPPOL-EN16931-R010",
      oioubl: { invoice: "F-INV044", credit_note: "F-CRN040" },
    },
    fails: ({ buyer }, format) =>
      (format === "peppol" ? peppolEndpointOf(buyer) : oioublEndpointOf(buyer)) === null,
  },
  {
    // OIOUBL's rules only count the digits; the number reaches nobody all the same.
    code: "gln_check_digit",
    rules: { peppol: "PEPPOL-COMMON-R040", oioubl: "GS1" },
    fails: hasWrongCheckDigit,
  },
  {
    code: "buyer_reference_required",
    rules: {
      peppol: "PEPPOL-EN16931-R003",
      oioubl: { invoice: "F-INV046", credit_note: "F-CRN042" },
    },
    fails: lacksReference,
  },
  {
    code: "buyer_country_required",
    rules: { peppol: "BR-11" },
    fails: lacksCountry,
  },
  {
    code: "country_unknown",
    rules: { peppol: "BR-CL-14", oioubl: "F-LIB301" },
    fails: hasUnknownCountry,
  },
  {
    code: "vat_id_prefix",
    rules: { peppol: "BR-CO-09" },
    fails: (document) => {
      const vatId = buyerVatIdOf(document)
      return !isBlank(vatId) && !isVatPrefix((vatId ?? "").slice(0, 2))
    },
  },
  {
    code: "reverse_charge_buyer_id_required",
    rules: { peppol: "BR-AE-02" },
    fails: (document) =>
      sells(document, "AE") && isBlank(buyerVatIdOf(document)) && !hasLegalId(document),
  },
  {
    code: "intra_community_vat_id_required",
    rules: { peppol: "BR-IC-02" },
    fails: (document) => sells(document, "K") && isBlank(buyerVatIdOf(document)),
  },
  {
    code: "intra_community_delivery_day_required",
    rules: { peppol: "BR-IC-11" },
    fails: (document) => sells(document, "K") && isBlank(document.delivered_on),
  },
  {
    code: "intra_community_country_required",
    rules: { peppol: "BR-IC-12" },
    fails: (document) => sells(document, "K") && isBlank(document.ships_to),
  },
] as const satisfies readonly Check[]
