import type { DocumentLine, InvoiceContent, VatCategory, VatTotal } from "../document"
import { amountElement, balanceOf, pricePer } from "./amounts"
import { amendedElement, LINE_NAMES, UNIT } from "./elements"
import { mayUseOrderNumber, referencesOf } from "./parties"
import { paymentMeansOf } from "./payment-means"
import type { PaymentMeans } from "./payment-means"
import { renderBuyer, renderSeller, VAT_SCHEME } from "./peppol-parties"
import { itemNameOf, noteOf } from "./texts"
import { cac, cbc, toXmlText, ublDocument } from "./xml"

const CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
const PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"

/** UNCL1001. */
const TYPE_CODES = { invoice: "380", credit_note: "381" } as const

/** UNCL5189: discount. */
const DISCOUNT = "95"

/** Codes of the reason where the category has one of its own (CEF VATEX). */
const EXEMPTION_CODES: Readonly<Partial<Record<VatCategory, string>>> = {
  AE: "VATEX-EU-AE",
  K: "VATEX-EU-IC",
  G: "VATEX-EU-G",
  O: "VATEX-EU-O",
}

/** Peppol's `NA` says that only the seller numbered the order. */
const renderOrderReference = ({ buyer, order_number: orderNumber }: InvoiceContent): string =>
  mayUseOrderNumber(buyer) && toXmlText(orderNumber) !== ""
    ? cac(
        "OrderReference",
        cbc("ID", referencesOf(buyer).order ?? "NA"),
        cbc("SalesOrderID", orderNumber)
      )
    : cac("OrderReference", cbc("ID", referencesOf(buyer).order))

const renderDelivery = ({ delivered_on: day, ships_to: country }: InvoiceContent): string =>
  cac(
    "Delivery",
    cbc("ActualDeliveryDate", day),
    cac("DeliveryLocation", cac("Address", cac("Country", cbc("IdentificationCode", country))))
  )

/** UNCL4461, as far as Danish parties may use it (DK-R-005), and what each code needs. */
const meansParts = (means: PaymentMeans, number: string): [code: string, ...parts: string[]] => {
  switch (means.kind) {
    case "card":
      return ["48"]
    case "set_off":
      return ["97"]
    case "unspecified":
      return ["1"]
    case "fik": {
      const { card_type: type, payment_id: id, creditor_no: creditor } = means.fik
      return [
        "93",
        cbc("PaymentID", `${type}#${id}`),
        cac("PayeeFinancialAccount", cbc("ID", creditor)),
      ]
    }
    case "bank": {
      const { registration_no: branch, account_no: account } = means.bank
      return [
        "42",
        cbc("PaymentID", number),
        cac(
          "PayeeFinancialAccount",
          cbc("ID", account),
          cac("FinancialInstitutionBranch", cbc("ID", branch))
        ),
      ]
    }
    case "iban":
      return [
        "58",
        cbc("PaymentID", number),
        cac(
          "PayeeFinancialAccount",
          cbc("ID", means.iban),
          cac("FinancialInstitutionBranch", cbc("ID", means.bic))
        ),
      ]
  }
}

const renderPaymentMeans = (document: InvoiceContent): string => {
  const [code, ...parts] = meansParts(paymentMeansOf(document), document.number)
  return cac("PaymentMeans", cbc("PaymentMeansCode", code), ...parts)
}

const percentElement = (category: VatCategory, rate: string): string =>
  category === "O" ? "" : cbc("Percent", rate)

const renderVatTotal = (total: VatTotal, currency: string): string => {
  const { category, rate, net, vat } = total
  const reason = category === "S" || category === "Z" ? null : total.reason
  return cac(
    "TaxSubtotal",
    amountElement("TaxableAmount", net, currency),
    amountElement("TaxAmount", vat, currency),
    cac(
      "TaxCategory",
      cbc("ID", category),
      percentElement(category, rate),
      cbc("TaxExemptionReasonCode", EXEMPTION_CODES[category] ?? null),
      cbc("TaxExemptionReason", reason),
      VAT_SCHEME
    )
  )
}

/** VAT in kroner where the document is in another currency (BT-6). */
const kronerOf = ({ vat_dkk: kroner, currency }: InvoiceContent): number | null =>
  currency === "DKK" ? null : (kroner?.vat ?? null)

const renderVat = (document: InvoiceContent): string => {
  const { currency, totals, vat } = document
  const kroner = kronerOf(document)
  return [
    cac(
      "TaxTotal",
      amountElement("TaxAmount", totals.vat, currency),
      ...vat.map((total) => renderVatTotal(total, currency))
    ),
    kroner === null ? "" : cac("TaxTotal", amountElement("TaxAmount", kroner, "DKK")),
  ].join("")
}

const renderTotals = (document: InvoiceContent): string => {
  const { currency, totals } = document
  const { prepaid, payable } = balanceOf(document)
  return cac(
    "LegalMonetaryTotal",
    amountElement("LineExtensionAmount", totals.net, currency),
    amountElement("TaxExclusiveAmount", totals.net, currency),
    amountElement("TaxInclusiveAmount", totals.gross, currency),
    prepaid === 0 ? "" : amountElement("PrepaidAmount", prepaid, currency),
    amountElement("PayableAmount", payable, currency)
  )
}

const renderDiscount = (discount: number, currency: string): string =>
  discount === 0
    ? ""
    : cac(
        "AllowanceCharge",
        cbc("ChargeIndicator", "false"),
        cbc("AllowanceChargeReasonCode", DISCOUNT),
        cbc("AllowanceChargeReason", "Rabat / discount"),
        amountElement("Amount", discount, currency)
      )

const renderLine = (line: DocumentLine, index: number, document: InvoiceContent): string => {
  const { currency, kind } = document
  const names = LINE_NAMES[kind]
  const { price, base } = pricePer(line.quantity, line.unit_price_net, line.net + line.discount_net)
  return cac(
    names.line,
    cbc("ID", String(index + 1)),
    cbc(names.quantity, line.quantity, UNIT),
    amountElement("LineExtensionAmount", line.net, currency),
    renderDiscount(line.discount_net, currency),
    cac(
      "Item",
      cbc("Name", itemNameOf(line)),
      cac("SellersItemIdentification", cbc("ID", line.item_no)),
      cac(
        "ClassifiedTaxCategory",
        cbc("ID", line.vat_category),
        percentElement(line.vat_category, line.vat_rate),
        VAT_SCHEME
      )
    ),
    cac(
      "Price",
      cbc("PriceAmount", price, { currencyID: currency }),
      cbc("BaseQuantity", base, UNIT)
    )
  )
}

/**
 * A document as Peppol BIS Billing 3.0 (UBL 2.1). Pure: the same document gives the same bytes. What the document
 * lacks is left out, not invented: `checkEInvoice` says whether a receiver will take it.
 */
export const renderPeppol = (document: InvoiceContent): string => {
  const isInvoice = document.kind === "invoice"
  const { person, accounting } = referencesOf(document.buyer)
  return ublDocument(isInvoice ? "Invoice" : "CreditNote", [
    cbc("CustomizationID", CUSTOMIZATION),
    cbc("ProfileID", PROFILE),
    cbc("ID", document.number),
    cbc("IssueDate", document.issued_on),
    isInvoice ? cbc("DueDate", document.due_on) : "",
    cbc(isInvoice ? "InvoiceTypeCode" : "CreditNoteTypeCode", TYPE_CODES[document.kind]),
    cbc("Note", noteOf(document)),
    cbc("DocumentCurrencyCode", document.currency),
    cbc("TaxCurrencyCode", kronerOf(document) === null ? null : "DKK"),
    cbc("AccountingCost", accounting),
    cbc("BuyerReference", person),
    renderOrderReference(document),
    amendedElement(document),
    renderSeller(document),
    renderBuyer(document),
    renderDelivery(document),
    renderPaymentMeans(document),
    renderVat(document),
    renderTotals(document),
    ...document.lines.map((line, index) => renderLine(line, index, document)),
  ])
}
