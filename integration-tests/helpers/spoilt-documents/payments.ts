import type { InvoiceContent, PayTo } from "../../../src/modules/invoice/domain/document"
import { payTo } from "../golden-documents"
import { BOTH, domestic, OIOUBL } from "./base"
import type { Spoilt } from "./base"

const paidTo = (changes: Partial<PayTo>): InvoiceContent => ({
  ...domestic,
  pay_to: { ...payTo, ...changes },
})

const slip = (changes: Partial<NonNullable<PayTo["fik"]>>): InvoiceContent =>
  paidTo({
    fik: {
      card_type: "71",
      payment_id: "004040400000669",
      creditor_no: "81234567",
      ...changes,
    },
  })

/** Faults of how it is to be paid. */
export const spoiltPayments: Spoilt[] = [
  {
    title: "a creditor of seven digits",
    document: slip({ creditor_no: "8123456" }),
    code: "fik_creditor_no",
    formats: BOTH,
  },
  {
    title: "a payment slip of fourteen digits",
    document: slip({ payment_id: "04040400000669" }),
    code: "fik_payment_id",
    formats: BOTH,
    rules: { oioubl: "F-LIB156" },
  },
  {
    title: "a payment slip with a letter",
    document: slip({ payment_id: "00404040000066X" }),
    code: "fik_payment_id",
    formats: OIOUBL,
  },
  {
    title: "a payment slip with a wrong check digit",
    document: slip({ payment_id: "004040400000660" }),
    code: "fik_check_digit",
    formats: BOTH,
  },
  {
    title: "an account at no branch",
    document: paidTo({ bank: { registration_no: "", account_no: "0001234567" } }),
    code: "bank_account_required",
    formats: BOTH,
    rules: { oioubl: "F-LIB127" },
  },
  {
    title: "a branch of five digits",
    document: paidTo({ bank: { registration_no: "12345", account_no: "0001234567" } }),
    code: "bank_account_format",
    formats: OIOUBL,
    rules: { oioubl: "F-LIB132" },
  },
]
