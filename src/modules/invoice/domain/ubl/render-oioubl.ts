import { Decimal } from "../../../../shared/decimal"
import type { DocumentLine, InvoiceContent } from "../document"
import { amountElement, balanceOf, discountedUnitPrice, pricePer, toKroner } from "./amounts"
import { amendedElement, LINE_NAMES, UNIT } from "./elements"
import { addressFormat, list, scheme, VAT_SCHEME } from "./oioubl-codes"
import { renderBuyer, renderSeller } from "./oioubl-parties"
import { renderPaymentMeans, renderPrepaid } from "./oioubl-payment"
import { kronerOf, oioublVatOf, oioublVatOfLine } from "./oioubl-vat"
import type { OioublVat } from "./oioubl-vat"
import { referencesOf } from "./parties"
import { itemNameOf, noteOf } from "./texts"
import { cac, cbc, ublDocument } from "./xml"

/** What the receiver is registered for: OIOUBL's own profile, or the Nordic one that public bodies use. */
export type OioublProfile = "Procurement-BilSim-1.0" | "urn:www.nesubl.eu:profiles:profile5:ver2.0"

const renderOrderReference = ({ buyer, order_number: orderNumber }: InvoiceContent): string => {
  const { order } = referencesOf(buyer)
  return order ? cac("OrderReference", cbc("ID", order), cbc("SalesOrderID", orderNumber)) : ""
}

const renderDelivery = ({ delivered_on: day, ships_to: country }: InvoiceContent): string =>
  cac(
    "Delivery",
    cbc("ActualDeliveryDate", day),
    country
      ? cac(
          "DeliveryLocation",
          cac(
            "Address",
            addressFormat("StructuredRegion"),
            cac("Country", cbc("IdentificationCode", country))
          )
        )
      : ""
  )

const renderExchangeRate = (document: InvoiceContent): string => {
  const kroner = kronerOf(document)
  return kroner
    ? cac(
        "TaxExchangeRate",
        cbc("SourceCurrencyCode", document.currency),
        cbc("TargetCurrencyCode", "DKK"),
        cbc("CalculationRate", Decimal.convert(kroner.rate, 4).toFixed(4)),
        cbc("MathematicOperatorCode", "multiply"),
        cbc("Date", kroner.date)
      )
    : ""
}

const renderVat = (
  totals: readonly OioublVat[],
  currency: string,
  kroner: InvoiceContent["vat_dkk"]
): string => {
  const subtotals = totals.map(({ category, rate, reasons, net, vat }) =>
    cac(
      "TaxSubtotal",
      amountElement("TaxableAmount", net, currency),
      amountElement("TaxAmount", vat, currency),
      kroner && category === "StandardRated"
        ? cbc("TransactionCurrencyTaxAmount", toKroner(kroner.vat), { currencyID: "DKK" })
        : "",
      cac(
        "TaxCategory",
        cbc("ID", category, scheme("taxcategoryid-1.1")),
        cbc("Percent", rate),
        ...reasons.map((reason) => cbc("TaxExemptionReason", reason)),
        VAT_SCHEME
      )
    )
  )
  const sum = totals.reduce((total, { vat }) => total + vat, 0)
  return cac("TaxTotal", amountElement("TaxAmount", sum, currency), ...subtotals)
}

/** OIOUBL's `TaxExclusiveAmount` is the tax, not what the tax is left out of (F-INV127). */
const renderTotals = (document: InvoiceContent): string => {
  const { currency, totals } = document
  const { prepaid, payable } = balanceOf(document)
  return cac(
    "LegalMonetaryTotal",
    amountElement("LineExtensionAmount", totals.net, currency),
    amountElement("TaxExclusiveAmount", totals.vat, currency),
    amountElement("TaxInclusiveAmount", totals.gross, currency),
    prepaid === 0 ? "" : amountElement("PrepaidAmount", prepaid, currency),
    amountElement("PayableAmount", payable, currency)
  )
}

/** Quantity × price must give the line (F-INV340), so a discount is inside the price and named beside it. */
const renderPrice = (line: DocumentLine, currency: string): string => {
  const { price, base } = pricePer(line.quantity, discountedUnitPrice(line), line.net)
  return cac(
    "Price",
    cbc("PriceAmount", price, { currencyID: currency }),
    cbc("BaseQuantity", base ?? "1", UNIT)
  )
}

const discountNote = ({ discount_net: discount }: DocumentLine, currency: string): string | null =>
  discount === 0 ? null : `Rabat / discount: ${currency} ${toKroner(discount)}`

const renderLine = (line: DocumentLine, index: number, document: InvoiceContent): string => {
  const { currency, kind } = document
  const names = LINE_NAMES[kind]
  return cac(
    names.line,
    cbc("ID", String(index + 1)),
    cbc("Note", discountNote(line, currency)),
    cbc(names.quantity, line.quantity, UNIT),
    amountElement("LineExtensionAmount", line.net, currency),
    renderVat([oioublVatOfLine(line)], currency, null),
    cac(
      "Item",
      cbc("Name", itemNameOf(line)),
      cac("SellersItemIdentification", cbc("ID", line.item_no))
    ),
    renderPrice(line, currency)
  )
}

const renderHead = (document: InvoiceContent, profile: OioublProfile): string[] => [
  cbc("UBLVersionID", "2.1"),
  cbc("CustomizationID", "OIOUBL-2.1"),
  cbc("ProfileID", profile, scheme("profileid-1.2")),
  cbc("ID", document.number),
  cbc("CopyIndicator", "false"),
  cbc("IssueDate", document.issued_on),
  document.kind === "invoice" ? cbc("InvoiceTypeCode", "380", list("invoicetypecode-1.1")) : "",
  cbc("Note", noteOf(document)),
  cbc("DocumentCurrencyCode", document.currency),
  cbc("TaxCurrencyCode", kronerOf(document) ? "DKK" : null),
  cbc("AccountingCost", referencesOf(document.buyer).accounting),
]

/**
 * A document as OIOUBL 2.1. Pure: the same document gives the same bytes. What the document lacks is left out, not
 * invented: `checkEInvoice` says whether a receiver will take it.
 *
 * @param profile what the receiver is registered for in NemHandelsregisteret
 */
export const renderOioubl = (
  document: InvoiceContent,
  profile: OioublProfile = "Procurement-BilSim-1.0"
): string =>
  ublDocument(document.kind === "invoice" ? "Invoice" : "CreditNote", [
    ...renderHead(document, profile),
    renderOrderReference(document),
    amendedElement(document),
    renderSeller(document),
    renderBuyer(document),
    renderDelivery(document),
    renderPaymentMeans(document),
    renderPrepaid(document),
    renderExchangeRate(document),
    renderVat(oioublVatOf(document.vat), document.currency, kronerOf(document)),
    renderTotals(document),
    ...document.lines.map((line, index) => renderLine(line, index, document)),
  ])
