import type { InvoiceContent } from "../document"
import { FIK_LENGTHS, isFikPaymentId } from "../fik"
import { isBlank } from "./check"
import type { Check, EInvoiceFormat } from "./check"
import { isDomestic, paymentMeansOf } from "./payment-means"

type Fik = NonNullable<NonNullable<InvoiceContent["pay_to"]>["fik"]>
type Bank = NonNullable<NonNullable<InvoiceContent["pay_to"]>["bank"]>

/** Peppol's rules of Danish payments hold between Danish parties; OIOUBL's hold always. Credit notes have none. */
const isJudged = (document: InvoiceContent, format: EInvoiceFormat): boolean =>
  document.kind === "invoice" && (format === "oioubl" || isDomestic(document))

const fikOf = (document: InvoiceContent): Fik | null => {
  const means = paymentMeansOf(document)
  return means.kind === "fik" ? means.fik : null
}

const bankOf = (document: InvoiceContent): Bank | null => {
  const means = paymentMeansOf(document)
  return means.kind === "bank" ? means.bank : null
}

const hasFikLength = ({ card_type: type, payment_id: id }: Fik, format: EInvoiceFormat): boolean =>
  format === "peppol"
    ? [15, 16].includes(id.trim().length)
    : /^\d+$/.test(id.trim()) && id.trim().length === FIK_LENGTHS[type]

/** Lengths and digits that OIOUBL asks of a Danish account. */
const isOioublAccount = ({ registration_no: branch, account_no: account }: Bank): boolean =>
  Number(branch) > 0 && branch.trim().length <= 4 && account.trim().length <= 10

/** How it is to be paid. */
export const paymentChecks = [
  {
    code: "fik_creditor_no",
    rules: { peppol: "DK-R-010", oioubl: "F-LIB305" },
    fails: (document, format) => {
      const fik = fikOf(document)
      return fik !== null && isJudged(document, format) && fik.creditor_no.trim().length !== 8
    },
  },
  {
    code: "fik_payment_id",
    rules: { peppol: "DK-R-011", oioubl: "F-LIB336" },
    fails: (document, format) => {
      const fik = fikOf(document)
      return fik !== null && isJudged(document, format) && !hasFikLength(fik, format)
    },
  },
  {
    // No official rule computes it; the bank does.
    code: "fik_check_digit",
    rules: { peppol: "FIK", oioubl: "FIK" },
    fails: (document) => {
      const fik = fikOf(document)
      return fik !== null && !isFikPaymentId(fik.card_type, fik.payment_id.trim())
    },
  },
  {
    code: "bank_account_required",
    rules: { peppol: "DK-R-006", oioubl: "F-LIB126" },
    fails: (document, format) => {
      const bank = bankOf(document)
      if (bank === null || !isJudged(document, format)) return false
      return isBlank(bank.registration_no) || isBlank(bank.account_no)
    },
  },
  {
    code: "bank_account_format",
    rules: { oioubl: "F-LIB311" },
    fails: (document, format) => {
      const bank = bankOf(document)
      return bank !== null && isJudged(document, format) && !isOioublAccount(bank)
    },
  },
] as const satisfies readonly Check[]
