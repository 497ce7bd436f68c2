import type { AddressFacts, BuyerFacts } from "./order-facts"

/** What a document lacks before it can be issued. `field` is the buyer's or the billing address's. */
export type MissingField = {
  field: string
  code: "required" | "refund_exceeds_invoice" | "account_unknown" | "order_changed"
}

/** More was paid back than is left of the invoice: staff must find out why before it is credited. */
export const REFUND_EXCEEDS: MissingField = { field: "refund", code: "refund_exceeds_invoice" }

/** The order differs from its invoice in a way that only a correction can say. */
export const ORDER_CHANGED: MissingField = { field: "order", code: "order_changed" }

/** Whether VAT is paid when the gift card is sold or when it is used; guessing either would be wrong half the time. */
export const GIFT_CARD_KIND: MissingField = { field: "gift_card", code: "required" }

/** VAT in another currency is stated in kroner or euros too (momsbekendtgørelsen § 97, stk. 2), and no rate is known. */
export const EXCHANGE_RATE: MissingField = { field: "exchange_rate", code: "required" }

/** Whether it was real money decides which numbers are used, and the account it was paid to is no longer set up. */
export const ACCOUNT_UNKNOWN: MissingField = { field: "payment", code: "account_unknown" }

const ADDRESS_FIELDS = ["address_1", "postal_code", "city", "country_code"] as const

const isEmpty = (text: string | null | undefined): boolean => !text?.trim()

const missingOfAddress = (address: AddressFacts | null): string[] =>
  address
    ? ADDRESS_FIELDS.filter((field) => isEmpty(address[field])).map(
        (field) => `billing_address.${field}`
      )
    : ["billing_address"]

const missingOfPerson = ({ named }: Extract<BuyerFacts, { type: "private" }>): string[] =>
  named
    ? [...(isEmpty(named.name) ? ["billing_address.name"] : []), ...missingOfAddress(named.address)]
    : []

const missingOfCompany = (buyer: Exclude<BuyerFacts, { type: "private" }>): string[] => [
  ...(isEmpty(buyer.company_name) ? ["company_name"] : []),
  ...missingOfAddress(buyer.address),
]

/**
 * What a full invoice must say of the buyer and is not known (momsbekendtgørelsen § 58: name and address).
 * EAN and references belong to the e-invoice and never stop a legal one; a private buyer needs nothing, unless they
 * asked for their name on it.
 */
export const findMissingFields = (buyer: BuyerFacts): MissingField[] => {
  const fields = buyer.type === "private" ? missingOfPerson(buyer) : missingOfCompany(buyer)
  return fields.map((field) => ({ field, code: "required" }))
}
