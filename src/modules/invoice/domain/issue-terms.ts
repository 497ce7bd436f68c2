import type { PayTo, VatInKroner } from "./document"
import { fikPaymentId } from "./fik"
import type { FikCardType } from "./fik"

/** How what is not paid yet is to be paid, and what a foreign currency is worth. */
export type IssueTerms = {
  due_on: string | null
  pay_to: PayTo | null
  exchange: Omit<VatInKroner, "vat"> | null
}

/** The shop's accounts as the option `invoice.payTo` has them. */
export type PayToSettings = {
  bank?: { registrationNo: string; accountNo: string } | undefined
  iban?: string | undefined
  bic?: string | undefined
  fik?: { cardType: FikCardType; creditorNo: string } | undefined
}

/**
 * Where the invoice with a number of the series is paid to; null for a shop that has named no account.
 * The payment slip's id is made of the number, so that a payment tells which invoice it is for.
 */
export const payToOf = (payTo: PayToSettings | undefined, number: number): PayTo | null =>
  payTo === undefined
    ? null
    : {
        bank: payTo.bank
          ? { registration_no: payTo.bank.registrationNo, account_no: payTo.bank.accountNo }
          : null,
        iban: payTo.iban ?? null,
        bic: payTo.bic ?? null,
        fik: payTo.fik
          ? {
              card_type: payTo.fik.cardType,
              payment_id: fikPaymentId(payTo.fik.cardType, number),
              creditor_no: payTo.fik.creditorNo,
            }
          : null,
      }
