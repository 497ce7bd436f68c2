import type { InvoiceContent } from "../document"
import { amountElement, paidParts } from "./amounts"
import { list, scheme } from "./oioubl-codes"
import { paymentMeansOf } from "./payment-means"
import type { PaymentMeans } from "./payment-means"
import { cac, cbc } from "./xml"

/** The longest text that goes with a transfer between Danish accounts. */
const PAYMENT_NOTE_LENGTH = 20

const channel = (code: "DK:FIK" | "DK:BANK" | "IBAN"): string =>
  cbc("PaymentChannelCode", code, list("paymentchannelcode-1.1"))

/**
 * The code of the means, and what stands after the due day. A card needs its number here (F-LIB342), which no document
 * holds, so what a card paid has no means of its own; the payment stands as prepaid.
 */
const meansParts = (means: PaymentMeans, number: string): [code: string, ...parts: string[]] => {
  switch (means.kind) {
    case "card":
    case "unspecified":
      return ["1"]
    case "set_off":
      return ["97"]
    case "fik": {
      const { card_type: type, payment_id: id, creditor_no: creditor } = means.fik
      return [
        "93",
        channel("DK:FIK"),
        cbc("InstructionID", id),
        cbc("PaymentID", type, scheme("paymentid-1.1")),
        cac("CreditAccount", cbc("AccountID", creditor)),
      ]
    }
    case "bank": {
      const { registration_no: branch, account_no: account } = means.bank
      return [
        "42",
        channel("DK:BANK"),
        cac(
          "PayeeFinancialAccount",
          cbc("ID", account),
          cbc("PaymentNote", number.length <= PAYMENT_NOTE_LENGTH ? number : null),
          cac("FinancialInstitutionBranch", cbc("ID", branch))
        ),
      ]
    }
    case "iban":
      return [
        "58",
        channel("IBAN"),
        cac(
          "PayeeFinancialAccount",
          cbc("ID", means.iban),
          cbc("PaymentNote", number),
          cac("FinancialInstitutionBranch", cac("FinancialInstitution", cbc("ID", means.bic)))
        ),
      ]
  }
}

/** How the document is to be paid, or was. */
export const renderPaymentMeans = (document: InvoiceContent): string => {
  const [code, ...parts] = meansParts(paymentMeansOf(document), document.number)
  return cac(
    "PaymentMeans",
    cbc("PaymentMeansCode", code),
    cbc("PaymentDueDate", document.due_on),
    ...parts
  )
}

/** The payments made. A credit note has no place for them, only for their sum. */
export const renderPrepaid = (document: InvoiceContent): string =>
  document.kind === "credit_note"
    ? ""
    : paidParts(document)
        .map(({ amount, paid_on: day }) =>
          cac(
            "PrepaidPayment",
            amountElement("PaidAmount", amount, document.currency),
            cbc("PaidDate", day)
          )
        )
        .join("")
