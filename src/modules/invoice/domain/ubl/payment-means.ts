import type { InvoiceContent, PayTo } from "../document"
import type { PaymentMethod } from "../order-facts"
import { balanceOf, paidParts } from "./amounts"
import { toXmlText } from "./xml"

type Filled<Key extends keyof PayTo> = NonNullable<PayTo[Key]>

/** How an invoice is, or was, paid. A document has one way at most (UBL-SR-47). */
export type PaymentMeans =
  | { kind: "card" }
  | { kind: "set_off" }
  | { kind: "unspecified" }
  | { kind: "fik"; fik: Filled<"fik"> }
  | { kind: "bank"; bank: Filled<"bank"> }
  | { kind: "iban"; iban: string; bic: string | null }

/** Ways to pay in which no money moves. */
const SET_OFF: ReadonlySet<PaymentMethod> = new Set(["gift_card", "store_credit", "set_off"])

const howItWasPaid = (document: InvoiceContent): PaymentMeans => {
  const methods = paidParts(document).map(({ method }) => method)
  if (methods.includes("nets")) return { kind: "card" }
  const isSetOff = methods.length > 0 && methods.every((method) => SET_OFF.has(method))
  return { kind: isSetOff ? "set_off" : "unspecified" }
}

/** Within Denmark a payment slip says most and an account comes next; abroad only an IBAN can be used. */
const howToPay = ({ bank, iban, bic, fik }: PayTo, isDanish: boolean): PaymentMeans => {
  const transfer = toXmlText(iban) === "" ? null : { kind: "iban" as const, iban: iban ?? "", bic }
  if (!isDanish && transfer) return transfer
  if (fik) return { kind: "fik", fik }
  if (bank) return { kind: "bank", bank }
  return transfer ?? { kind: "unspecified" }
}

/** Whether seller and buyer are both in Denmark; the seller always is. */
export const isDomestic = ({ buyer }: InvoiceContent): boolean =>
  buyer.address?.country_code === "DK"

/** The way an invoice is to be paid, or how it was paid when nothing is left. */
export const paymentMeansOf = (document: InvoiceContent): PaymentMeans =>
  balanceOf(document).payable > 0 && document.pay_to
    ? howToPay(document.pay_to, isDomestic(document))
    : howItWasPaid(document)
